package org.hornsten.board;

import java.util.Locale;
import java.util.Optional;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** What somebody types in to join a board, as typed. */
public record JoinForm(@RestForm String code, @RestForm String table, @RestForm String people) {
    static final int MOST_TABLES = 99;
    static final int MOST_PEOPLE = 12;

    Board board() {
        String signs = text(code).toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}]", "");
        if (signs.isEmpty()) throw new Refused("code", "board:code_missing");
        return Optional.of(signs).filter(read -> read.length() == Board.SIGNS).flatMap(Board::coded)
                .orElseThrow(() -> new Refused("code", "board:code_unknown"));
    }

    /** 0 where nobody sits at a numbered table. */
    int seat() {
        return number(table, 0, MOST_TABLES, "table", "board:table_wrong");
    }

    int sharing() {
        return Math.max(1, number(people, 1, MOST_PEOPLE, "people", "board:people_wrong"));
    }

    /** @return 0 where nothing was typed */
    static int number(String typed, int least, int most, String field, String key) {
        String digits = text(typed).strip();
        if (digits.isEmpty()) return 0;
        boolean number = digits.matches("\\d{1,3}");
        if (!number || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most)
            throw new Refused(field, key, most);
        return Integer.parseInt(digits);
    }

    static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
