package org.hornsten.letter;

import org.hornsten.kit.Ref;

/** What a letter asks its receiver for, which its words depend on. */
public enum Occasion {
    /** To read a text, or whatever of a project is open, and to say something about it. */
    TEXT,
    /** To come to a workshop. */
    WORKSHOP,
    /** To apply for a panel. */
    CALL,
    /** To take a seat in a panel for which one was chosen or drawn. */
    OFFER;

    static Occasion of(Ref about) {
        return switch (about.kind()) {
            case "workshop" -> WORKSHOP;
            case "call" -> CALL;
            case "offer" -> OFFER;
            default -> TEXT;
        };
    }
}
