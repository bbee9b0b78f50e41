/** What a guardian says to a young person's answering by name, by the guardian's own link; it opens nothing else. */
package org.hornsten.guardian;
