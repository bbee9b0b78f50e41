/** Telling people what a workshop led to: whom, once, and what each was told; never what the results are. */
package org.hornsten.results;
