package org.hornsten.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Word's fields: a hidden instruction, then the text it gave last time (ECMA-376 part 1, 17.16.18). A field may begin
 * in one paragraph and end in another, and hold fields. Instructions are never carried out; a HYPERLINK is remembered
 * for its text.
 */
final class Fields {
    private static final Pattern LINK = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]*)\".*", Pattern.DOTALL);

    private static final int MOST_OPEN = 100;

    private final Deque<Field> open = new ArrayDeque<>();

    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean told;
        private String link = "";

        private void tell() {
            Matcher address = LINK.matcher(instruction);
            told = true;
            link = address.matches() ? address.group(1) : "";
        }
    }

    void mark(String kind) {
        if (open.size() == MOST_OPEN) throw new Unreadable(Unreadable.Reason.TOO_DEEP);

        switch (kind) {
            case "begin" -> open.push(new Field());
            case "separate" -> { if (!open.isEmpty()) open.peek().tell(); }
            case "end" -> open.poll();
            default -> { }
        }
    }

    void instruct(String text) {
        if (!open.isEmpty() && !open.peek().told) open.peek().instruction.append(text);
    }

    /** Whether what stands here is part of an instruction and not of the text. */
    boolean instructing() {
        return open.stream().anyMatch(field -> !field.told);
    }

    /** The address the present text leads to, or empty. */
    String link() {
        return open.stream().map(field -> field.link).filter(link -> !link.isEmpty()).findFirst().orElse("");
    }
}
