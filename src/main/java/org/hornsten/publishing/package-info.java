/**
 * Why each change is made, and the gates before a version is published or a round is closed; never what an answer
 * says.
 */
package org.hornsten.publishing;
