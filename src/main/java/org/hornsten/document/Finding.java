package org.hornsten.document;

/** One line of the import report: something the file had that its text here has not, or has otherwise. */
public record Finding(Kind kind, int count) {
    public enum Kind {
        /** Pictures, dropped. */
        IMAGES,
        /** Charts, shapes and other drawings, dropped. */
        DRAWINGS,
        /** Text boxes, dropped with their text. */
        TEXT_BOXES,
        /** Footnotes and endnotes, dropped with their text. */
        FOOTNOTES,
        /** Page headers and footers that held text, dropped. */
        HEADERS_FOOTERS,
        /** The table of contents, counted in lines, dropped. */
        TABLE_OF_CONTENTS,
        /** Comments in the margin, dropped with their authors. */
        COMMENTS,
        /** Tracked deletions: what was struck is dropped. */
        DELETIONS,
        /** Tracked insertions: kept as text, without author and day. */
        INSERTIONS,
        /** Hidden text, dropped. */
        HIDDEN_TEXT,
        /** Text struck through by hand: kept, but no longer struck through. */
        STRUCK_OUT,
        /** Mathematical formulas, dropped. */
        FORMULAS,
        /** Characters of a symbol font, dropped. */
        SYMBOLS,
        /** Links to elsewhere than https and mailto: the words are kept, the address is dropped. */
        LINKS,
        /** Templates, pictures and other files the document points at outside itself: never fetched. */
        LINKED_FILES,
        /** Author, organisation, days and other properties, counted in parts of the file, dropped. */
        METADATA,
        /** Tables inside tables: kept as text of the outer row. */
        NESTED_TABLES,
        /** List items of an inner level: kept, at the outer level. */
        NESTED_LISTS,
        /** No heading style was used; so many short bold lines were taken as headings. */
        HEADINGS_GUESSED
    }
}
