/** What differs between two texts, what became of each passage, and where each word comes from; pure functions. */
package org.hornsten.diff;
