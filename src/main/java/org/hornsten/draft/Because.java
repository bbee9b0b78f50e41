package org.hornsten.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hornsten.diff.Change;
import org.hornsten.diff.WordDiff;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;

/**
 * Why a change was made: decisions, or an own reason with its text; and, where the author wanted to be exact, which
 * words of the new text serve which of them.
 */
public record Because(Reason whole, List<Part> parts) {
    public static final Because NOTHING = new Because(Reason.NONE, List.of());

    public enum OwnReason { EDITORIAL, LEGAL, COST, TRANSLATION }

    /**
     * @param decisions public ids
     * @param own       null where decisions speak
     */
    public record Reason(List<String> decisions, OwnReason own, Multilingual text) {
        static final Reason NONE = new Reason(List.of(), null, Multilingual.none());

        public static Reason decided(List<String> decisions) {
            return new Reason(List.copyOf(decisions), null, Multilingual.none());
        }

        public static Reason own(OwnReason own, Multilingual text) {
            return new Reason(List.of(), own, text);
        }

        Reason instead(String decision, Optional<String> other) {
            return new Reason(decisions.stream()
                    .flatMap(id -> id.equals(decision) ? other.stream() : Stream.of(id)).distinct().toList(), own,
                    text);
        }

        public boolean given() {
            return own != null || !decisions.isEmpty();
        }
    }

    /** The words from one char of the new text up to another, the end not included. */
    public record Part(int from, int to, Reason reason) {
        boolean overlaps(int begin, int end) {
            return begin == end ? from <= begin && begin <= to : from < end && begin < to;
        }
    }

    public static Because decided(List<String> decisions) {
        return new Because(Reason.decided(decisions), List.of());
    }

    public static Because own(OwnReason own, Multilingual text) {
        return new Because(Reason.own(own, text), List.of());
    }

    /** The same without saying which words: their decisions then serve the whole. */
    public Because withoutParts() {
        Reason joined = decisions().isEmpty() ? parts.stream().map(Part::reason).findFirst().orElse(whole)
                : Reason.decided(List.copyOf(decisions()));
        return new Because(whole.given() ? whole : joined, List.of());
    }

    /** The same with another decision in the place of one, or with none; parts without any reason left go. */
    public Because instead(String decision, Optional<String> other) {
        return new Because(whole.instead(decision, other), parts.stream()
                .map(part -> new Part(part.from(), part.to(), part.reason().instead(decision, other)))
                .filter(part -> part.reason().given()).toList());
    }

    public boolean given() {
        return whole.given() || !parts.isEmpty();
    }

    /** Whether each new word has a reason: that of the whole, or of a part it stands in. */
    public boolean explains(Change change) {
        return whole.given() || !parts.isEmpty() && WordDiff.newWords(change.before(), change.after()).stream()
                .allMatch(word -> parts.stream().anyMatch(part -> part.overlaps(word.from(), word.to())));
    }

    /** The reason of the words at that place of the new text. */
    public Reason at(int from, int to) {
        return parts.stream().filter(part -> part.overlaps(from, to)).map(Part::reason).findFirst()
                .orElseGet(() -> whole.given() || parts.isEmpty() ? whole : nearest(from));
    }

    // Parts were given and the whole was not: words between two parts belong to the nearer one.
    private Reason nearest(int from) {
        return parts.stream().min((a, b) -> Integer.compare(distance(a, from), distance(b, from))).orElseThrow()
                .reason();
    }

    private static int distance(Part part, int at) {
        return Math.min(Math.abs(part.from() - at), Math.abs(part.to() - at));
    }

    public Set<String> decisions() {
        Set<String> all = new LinkedHashSet<>(whole.decisions());
        parts.forEach(part -> all.addAll(part.reason().decisions()));
        return all;
    }

    @Immutable
    @Converter(autoApply = true)
    static class Column extends Json<Because> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
