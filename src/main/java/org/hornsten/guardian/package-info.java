/** What a guardian says to a young person's answering by name, by a link of the guardian's own. It opens nothing else. */
package org.hornsten.guardian;
