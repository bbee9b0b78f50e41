package org.hornsten.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hornsten.diff.Change;
import org.hornsten.diff.Origins.Span;
import org.hornsten.diff.Origins;
import org.hornsten.draft.Because.Reason;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;
import org.hornsten.text.Outline;

/**
 * Why a published text reads as it does. Computed once, when it is published, and never again: it cannot change.
 *
 * @param spans by passage, in order; joined they are the passage's text
 * @param gone  words that were taken away in this or an earlier version
 * @param marks changes one cannot see in the words: splits, merges, moves and headings, of this and earlier versions
 */
public record Why(Map<String, List<Span<Origin>>> spans, List<Gone> gone, List<Mark> marks) {

    /** In which version words came in, by which change, and for what reason; the first version needs none. */
    public record Origin(int since, String change, Reason reason) {
        static final Origin ORIGINAL = new Origin(1, "", Reason.NONE);
    }

    /** @param in the version in which they went */
    public record Gone(String text, int in, Origin removedBy, String section, String passage) {}

    public record Mark(int in, Change.Kind kind, String section, List<String> passages, Origin by) {}

    /** The first version in a language. A language that joins later is a translation of what was there. */
    static Why first(Outline outline, int number) {
        Origin origin = number == 1 ? Origin.ORIGINAL
                : new Origin(number, "", Reason.own(Because.OwnReason.TRANSLATION, Multilingual.none()));
        return new Why(Origins.first(outline, origin).spans(), List.of(), List.of());
    }

    /** The next version, told by the changes that made it. */
    Why next(Outline before, Outline after, int number, List<DraftChange> changes) {
        Map<String, DraftChange> byKey = new HashMap<>();
        changes.forEach(change -> byKey.put(change.changeKey, change));
        Function<Change, DraftChange> kept = change -> byKey.get(change.key());
        Origins<Origin> origins = Origins.stored(spans).next(before, after, (change, passage, from, to) ->
                kept.apply(change).origin(number, kept.apply(change).place(after, passage, from), to - from));
        return new Why(origins.spans(),
                Stream.concat(gone.stream(), origins.removed().stream().map(r ->
                        new Gone(r.text(), number, r.removedBy(), r.section(), r.passage()))).toList(),
                Stream.concat(marks.stream(), changes.stream().filter(c -> c.unseen() || !named(origins, c))
                        .map(c -> c.mark(number))).toList());
    }

    // A change of nothing but spaces leaves no new word and takes none away.
    private static boolean named(Origins<Origin> origins, DraftChange change) {
        return Stream.concat(origins.spans().values().stream().flatMap(List::stream).map(Span::origin),
                origins.removed().stream().map(Origins.Removed::removedBy))
                .anyMatch(origin -> origin.change().equals(change.publicId));
    }

    /** The decisions that speak for each change, by its public id; pointed at words that were not new, they do not. */
    public Map<String, Set<String>> spoken() {
        Map<String, Set<String>> spoken = new HashMap<>();
        origins().forEach(origin -> spoken.computeIfAbsent(origin.change(), change -> new LinkedHashSet<>())
                .addAll(origin.reason().decisions()));
        return spoken;
    }

    public List<Span<Origin>> of(String passage) {
        return spans.getOrDefault(passage, List.of());
    }

    /** Whether anything of this passage came, went or was moved after the first version. */
    public boolean changed(String passage) {
        return newestIn(passage) > 1;
    }

    /** The number of the version that last changed this passage. */
    public int newestIn(String passage) {
        return Stream.of(of(passage).stream().map(span -> span.origin().since()),
                gone.stream().filter(g -> g.passage().equals(passage)).map(Gone::in),
                marks.stream().filter(m -> m.passages().contains(passage)).map(Mark::in))
                .flatMap(s -> s).mapToInt(Integer::intValue).max().orElse(1);
    }

    /** All decisions that speak for something here. */
    public List<String> decisions() {
        return origins().flatMap(o -> o.reason().decisions().stream()).distinct().toList();
    }

    private Stream<Origin> origins() {
        return Stream.of(spans.values().stream().flatMap(List::stream).map(Span::origin),
                gone.stream().map(Gone::removedBy), marks.stream().map(Mark::by)).flatMap(s -> s);
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends Json<Why> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
