/** A service model in versions of sections and passages,
        open for comment and rating; it never decides what to change. */
package org.hornsten.draft;
