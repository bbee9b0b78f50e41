package org.hornsten.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hornsten.diff.Change;
import org.hornsten.diff.Changes;
import org.hornsten.diff.WordDiff.Op;
import org.hornsten.diff.WordDiff.Piece;
import org.hornsten.diff.WordDiff;
import org.hornsten.identity.Me;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** Two texts side by side, passage by passage in reading order, with what differs in words. */
public record Comparison(List<Row> rows) {

    /**
     * @param section id of the section; the title stands in none
     * @param passage id, empty for a title or heading
     * @param kind    null where nothing differs
     * @param moved   whether it stands elsewhere than before
     * @param number  of the change, counted from 1; 0 where nothing differs
     */
    public record Row(String section, String passage, Change.Kind kind, boolean moved, int number, List<Piece> pieces) {
        public boolean same() {
            return kind == null;
        }

        public boolean heading() {
            return passage.isEmpty();
        }

        public List<Piece> before() {
            return pieces.stream().filter(piece -> piece.op() != Op.ADDED).toList();
        }

        public List<Piece> after() {
            return pieces.stream().filter(piece -> piece.op() != Op.REMOVED).toList();
        }

        public boolean nothingBefore() {
            return before().isEmpty();
        }

        public boolean nothingAfter() {
            return after().isEmpty();
        }

        public boolean onlyMoved() {
            return kind == Change.Kind.MOVED;
        }

        public int next() {
            return number + 1;
        }
    }

    /** What a published text says otherwise than an earlier version; nothing where that had no such language. */
    public static Comparison of(Draft draft, int from, VersionText text, Me me) {
        Version version = Version.of(draft, from).orElseThrow(me::nothing);
        return version.text(text.language).map(earlier -> between(earlier.outline, text.outline))
                .orElse(new Comparison(List.of()));
    }

    public static Comparison between(Outline before, Outline after) {
        return new Weaving(before, after).weave(after);
    }

    public record Tally(Change.Kind kind, int n) {}

    /** How many changes there are of each kind. */
    public List<Tally> tallies() {
        return Stream.of(Change.Kind.values())
                .map(kind -> new Tally(kind, (int) rows.stream().filter(row -> row.kind() == kind).count()))
                .filter(tally -> tally.n() > 0).toList();
    }

    public int changes() {
        return rows.stream().mapToInt(Row::number).max().orElse(0);
    }

    /** Puts the changes between what stayed; what was removed stands where it stood. */
    private static final class Weaving {
        private final List<Change> changes;
        private final Map<String, List<Change>> removed = new HashMap<>();
        private final Set<Change> told = new HashSet<>();
        private final List<Row> rows = new ArrayList<>();
        private int number;

        Weaving(Outline before, Outline after) {
            changes = Changes.between(before, after);
            changes.stream().filter(c -> c.kind() == Change.Kind.REMOVED)
                    .forEach(c -> removed.computeIfAbsent(place(c, before, after), none -> new ArrayList<>()).add(c));
        }

        /** After the nearest passage before it that is still there, else after the heading, else after a section. */
        private static String place(Change gone, Outline before, Outline after) {
            List<String> sections = before.sections().stream().map(Section::id).toList();
            if (after.section(gone.section()).isEmpty())
                return last(sections, gone.section(), id -> after.section(id).isPresent()).map(id -> "end " + id)
                .orElse("start");
            List<String> passages = before.section(gone.section()).stream()
                    .flatMap(s -> s.passages().stream()).map(Passage::id).toList();
            return last(passages, gone.passage(), id -> after.passage(id).isPresent()).orElse(gone.section());
        }

        private static Optional<String> last(List<String> ids, String before, Predicate<String> there) {
            return ids.subList(0, Math.max(0, ids.indexOf(before))).stream().filter(there).reduce((one, next) -> next);
        }

        Comparison weave(Outline after) {
            heading("", after.title());
            removed("start");
            for (Section section : after.sections()) {
                heading(section.id(), section.heading());
                removed(section.id());
                for (Passage passage : section.passages()) {
                    passage(section, passage);
                    removed(passage.id());
                }
                removed("end " + section.id());
            }
            return new Comparison(List.copyOf(rows));
        }

        private void heading(String section, String text) {
            tell(section, "", text, changes.stream().filter(c -> c.ofHeading() && c.section().equals(section)
                    && c.kind() != Change.Kind.REMOVED).toList());
        }

        private void passage(Section section, Passage passage) {
            List<Change> about = changes.stream().filter(c -> c.concerns(passage.id())).toList();
            boolean already = !about.isEmpty() && told.containsAll(about);
            if (!already) tell(section.id(), passage.id(), passage.text(), about);
        }

        private void tell(String section, String passage, String text, List<Change> about) {
            boolean moved = about.stream().anyMatch(c -> c.kind() == Change.Kind.MOVED);
            Optional<Change> words = about.stream().filter(c -> c.kind() != Change.Kind.MOVED).findFirst()
                    .or(() -> about.stream().findFirst());
            if (words.isPresent()) add(section, words.get(), moved);
            else same(section, passage, Markdown.plain(text));
            told.addAll(about);
        }

        private void same(String section, String passage, String plain) {
            List<Piece> whole = List.of(new Piece(Op.SAME, plain));
            if (!plain.isEmpty()) rows.add(new Row(section, passage, null, false, 0, whole));
        }

        private void removed(String after) {
            removed.getOrDefault(after, List.of()).forEach(c -> add(c.section(), c, false));
        }

        private void add(String section, Change change, boolean moved) {
            rows.add(new Row(section, change.passage(), change.kind(), moved, ++number,
                    WordDiff.between(plain(change.before()), plain(change.after()))));
        }

        private static String plain(String text) {
            return String.join("\n\n", List.of(text.split("\n\n")).stream().map(Markdown::plain).toList());
        }
    }
}
