/** What one person or body said about one thing: contribution, viewpoints, receipt; never what became of it. */
package org.hornsten.input;
