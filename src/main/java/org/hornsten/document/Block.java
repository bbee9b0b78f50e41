package org.hornsten.document;

import java.util.List;

/**
 * One line of the document in its order, before it has found its section.
 *
 * @param level    of a heading, 1 to 9; otherwise 0
 * @param plain    the text without any formatting
 * @param markdown the same with its formatting
 * @param bold     whether all of it is bold
 */
record Block(Role role, int level, String plain, String markdown, boolean bold) {
    private static final int LONGEST_HEADING = 80;

    enum Role { TITLE, HEADING, PARAGRAPH, ITEM, NUMBERED, ROW, CONTENTS }

    /** What a style makes of its paragraphs. */
    record Rank(Role role, int level) {}

    Block as(Role other, int level) {
        Inline words = new Inline(List.of(new Inline.Run(plain, false, false, "")));
        return new Block(other, level, plain, other == Role.HEADING || other == Role.TITLE ? words.heading()
            : words.markdown(), bold);
    }

    /** Short, bold and without the full stop of a sentence: what people make who do not know of heading styles. */
    boolean looksLikeHeading() {
        return role == Role.PARAGRAPH && bold && plain.length() <= LONGEST_HEADING && !plain.matches("(?s).*[.,:;]");
    }
}
