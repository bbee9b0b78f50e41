package org.hornsten.draft;

/** Finds out why the changes of a draft's working copy were made; answered by the room that decides. */
public interface ReasonsFor {
    Reasons of(Draft draft);
}
