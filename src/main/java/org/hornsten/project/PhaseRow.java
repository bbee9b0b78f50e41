package org.hornsten.project;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/** A phase as typed into one row of the form. */
public record PhaseRow(int number, String sv, String fi, String en, String from, String to) {
    private static final int SPARE = 3;

    /** Rows for what is there, with some empty ones after it. */
    static List<PhaseRow> of(List<Phase> phases) {
        List<PhaseRow> rows = new ArrayList<>();
        phases.forEach(phase -> rows.add(new PhaseRow(rows.size() + 1, word(phase, "sv"), word(phase, "fi"),
                word(phase, "en"), Objects.toString(phase.from(), ""), Objects.toString(phase.to(), ""))));
        return withSpare(rows);
    }

    static List<PhaseRow> withSpare(List<PhaseRow> rows) {
        List<PhaseRow> more = new ArrayList<>(rows);
        for (int i = 0; i < SPARE; i++) more.add(new PhaseRow(more.size() + 1, "", "", "", "", ""));
        return more;
    }

    boolean empty() {
        return Stream.of(sv, fi, en, from, to).allMatch(String::isBlank);
    }

    Phase phase() {
        return new Phase(Multilingual.of(sv, fi, en), day(from), day(to));
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            throw new Refused("phases", "project:day_wrong", typed);
        }
    }

    private static String word(Phase phase, String language) {
        return phase.title().exactly(language).orElse("");
    }
}
