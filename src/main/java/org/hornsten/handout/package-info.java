/** Files that lie ready for who comes to a workshop: what may be brought, who fetches it, until when it may go. */
package org.hornsten.handout;
