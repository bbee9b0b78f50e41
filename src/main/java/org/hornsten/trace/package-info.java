/** Reads the chain both ways: why a passage reads as it does, where a contribution went; changes nothing. */
package org.hornsten.trace;
