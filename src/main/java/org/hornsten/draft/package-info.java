/**
 * A service model in versions of sections and passages,
 * with the round each is open in; it never decides what to change.
 */
package org.hornsten.draft;
