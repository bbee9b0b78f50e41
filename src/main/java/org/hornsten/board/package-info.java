/** The room of a workshop, live: its steps, notes, dots and who joins by a code; never what became of what was said. */
package org.hornsten.board;
