/** Who did what to what, when: written in the act's own transaction, never changed; it judges nothing. */
package org.hornsten.ledger;
