package org.hornsten.decision;

/** The position taken to a viewpoint. */
public enum Disposition {
    ADOPTED, PARTLY_ADOPTED, ALREADY_SO, LATER, OUT_OF_SCOPE, NOT_ADOPTED;

    /** Whether the text, or something outside it, is to change because of it. */
    public boolean promises() {
        return this == ADOPTED || this == PARTLY_ADOPTED;
    }
}
