package org.hornsten.draft;

import org.hornsten.diff.Change;

/** Tells why a change of the working copy was made. */
@FunctionalInterface
public interface Reasons {
    Because of(String language, Change change);
}
