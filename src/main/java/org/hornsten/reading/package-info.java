/** A version as it is read, with how many spoke about it and what it was rated beside the text; it never tells why. */
package org.hornsten.reading;
