package org.hornsten.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.input.Contributions;
import org.hornsten.kit.Multilingual;
import org.hornsten.workshop.Workshop;

/** Questions about what hangs on a board. */
public final class Notes {
    private static final String NOTE = """
            from Note n join fetch n.contribution c left join fetch n.heading where n.board.id = ?1""";
    /** What a screen shows: not what the facilitator hid, and of young people's words only what was let through. */
    private static final String SHOWN = NOTE + " and n.hidden = false and " + Contributions.OPEN;

    private Notes() {}

    /** A note with its dots, and how many of them are of who looks. */
    public record Dotted(Note note, long dots, long mine) {
        /** For the lang attribute. */
        public String tag() {
            return Multilingual.plain(note.contribution.language);
        }
    }

    /** Notes under one heading; the empty one stands last. */
    public record Group(Optional<Heading> heading, List<Dotted> notes) {
        public long dots() {
            return notes.stream().mapToLong(Dotted::dots).sum();
        }
    }

    /** What everybody in the room sees, oldest first. */
    static List<Note> shown(Board board) {
        return Note.list(SHOWN + " order by n.id", board.id);
    }

    /** The same of a workshop whose board nobody has asked for yet. */
    static List<Note> shown(Workshop workshop) {
        return Note.list("""
                from Note n join fetch n.board b join fetch n.contribution c left join fetch n.heading
                where b.workshop = ?1 and n.hidden = false and\s""" + Contributions.OPEN + " order by n.id", workshop);
    }

    /** All of them, for who works with them. */
    static List<Note> all(Board board) {
        return Note.list(NOTE + " and c.withdrawnOn is null and c.erasedOn is null order by n.id", board.id);
    }

    /** Those of some ids that everybody sees. */
    static Map<String, Note> shown(long board, Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : Note.<Note>list(SHOWN + " and n.publicId in ?2", board, ids).stream()
                .collect(Collectors.toMap(note -> note.publicId, Function.identity()));
    }

    /** With their dots, in the order of the headings. */
    static List<Group> grouped(List<Note> notes, Map<Long, Long> dots, Map<Long, Long> mine) {
        Map<Optional<Heading>, List<Dotted>> groups = new HashMap<>();
        notes.forEach(note -> groups.computeIfAbsent(Optional.ofNullable(note.heading), h -> new ArrayList<>())
                .add(new Dotted(note, dots.getOrDefault(note.id, 0L), mine.getOrDefault(note.id, 0L))));
        Comparator<Optional<Heading>> order = Comparator.comparing(h -> h.map(one -> one.id).orElse(Long.MAX_VALUE));
        return groups.keySet().stream().sorted(order).map(h -> new Group(h, groups.get(h))).toList();
    }

    /** The same with those that have most dots first. */
    static List<Group> ranked(List<Group> groups) {
        Comparator<Dotted> most = Comparator.comparingLong((Dotted note) -> -note.dots());
        Stream<Group> sorted = groups.stream().map(group -> new Group(group.heading(),
                group.notes().stream().sorted(most).toList()));
        return sorted.sorted(Comparator.comparingLong(group -> -group.dots())).toList();
    }
}
