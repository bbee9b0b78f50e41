package org.hornsten.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hornsten.demo.Table.Row;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because.OwnReason;
import org.hornsten.draft.Because.Part;
import org.hornsten.draft.Because.Reason;
import org.hornsten.draft.Because;
import org.hornsten.kit.Multilingual;
import org.hornsten.text.Outline;
import org.hornsten.text.Section;

/** Rows of the table of changes as the reasons of what differs between two texts. */
record Telling(List<Row> rows, Outline before, Outline after, Map<String, String> decisions) {

    /** What the rows say about one change; several rows about one passage each speak for their own words of it. */
    Because because(Change change) {
        List<Row> about = rows.stream().filter(row -> tells(row, change)).toList();
        if (about.isEmpty()) return Because.NOTHING;
        if (about.size() == 1) return new Because(reason(about.get(0)), List.of());
        return new Because(Reason.decided(List.of()), about.stream().map(row -> part(row, change)).toList());
    }

    private boolean tells(Row row, Change change) {
        boolean kind = row.of("change").equals("edited") ? edits(change)
                : row.of("change").equals(change.kind().name().toLowerCase(Locale.ROOT));
        return kind && row.of("section_heading").equals(heading(change))
                && change.before().contains(plain(row, "before_exact"))
                && change.after().contains(plain(row, "after_exact"));
    }

    private static boolean edits(Change change) {
        return !change.ofHeading() && change.kind() != Change.Kind.MOVED
                && !change.before().isEmpty() && !change.after().isEmpty();
    }

    private String heading(Change change) {
        return Stream.of(after, before).flatMap(text -> text.section(change.section()).stream())
                .findFirst().map(Section::heading).orElse("");
    }

    // A moved section is told by its heading as it stands in the file.
    private static String plain(Row row, String column) {
        return row.of(column).replaceFirst("^#+ ", "");
    }

    private Part part(Row row, Change change) {
        int from = change.after().indexOf(row.of("after_exact"));
        return new Part(from, from + row.of("after_exact").length(), reason(row));
    }

    private Reason reason(Row row) {
        return row.of("own_reason").isEmpty()
                ? Reason.decided(row.list("decision_ids").stream().map(decisions::get).toList())
                : Reason.own(OwnReason.valueOf(row.of("own_reason").toUpperCase(Locale.ROOT)),
                        Multilingual.of("sv", row.of("own_reason_text")));
    }
}
