/** The author's working copy: brought in, written in sections or as a whole, translated; it never publishes. */
package org.hornsten.desk;
