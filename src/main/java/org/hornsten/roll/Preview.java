package org.hornsten.roll;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.panel.Panel;
import org.hornsten.web.Tongue;

/**
 * What a file would do, in words.
 *
 * @param rows  the first of them
 * @param wrong the first of what is wrong
 */
public record Preview(int accepted, int newcomers, int all, List<Told> rows, int bad, List<Mistake> wrong) {
    private static final int SHOWN = 200;

    public record Told(int row, String name, String kind, String body) {}

    public record Mistake(int row, String column, String words) {}

    static Preview of(Imports.Outcome outcome, Panel panel, Tongue tongue, Vocabulary words, String language) {
        List<Told> rows = outcome.lines().stream().limit(SHOWN).map(line -> new Told(line.row(), line.name(),
                tongue.say(language, "panel:seat", Optional.ofNullable(line.wanted().kind())
                        .orElse(panel.kind.seat())), Line.text(line.wanted().nominatingBody()))).toList();
        List<Mistake> wrong = outcome.wrong().stream().limit(SHOWN).map(one -> new Mistake(one.row(),
                column(one.field(), words, language), tongue.say(language, one.why()))).toList();
        return new Preview(outcome.accepted(), outcome.newcomers(), outcome.lines().size(), rows,
                outcome.wrong().size(), wrong);
    }

    /** As the column is called in the reader's language; what is no column of ours is named as it stands. */
    private static String column(String field, Vocabulary words, String language) {
        return Arrays.stream(Vocabulary.Column.values()).filter(column -> column.field().equals(field)).findFirst()
                .map(column -> words.name(column, language)).orElse(field);
    }

    public boolean good() {
        return bad == 0;
    }

    public int unshown() {
        return all - rows.size();
    }
}
