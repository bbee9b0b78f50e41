package org.hornsten.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.draft.Because.OwnReason;
import org.hornsten.draft.DraftChange;
import org.hornsten.kit.Multilingual;
import org.hornsten.trace.Reading.Told;

/**
 * Why one place of a text reads as it does, told to a person: its words with the numbers of their reasons, and the
 * changes that made them, newest first.
 */
public record Account(List<Part> text, List<Turn> turns) {

    /** @param number of the reason in the account, 0 for words of the first version */
    public record Part(String text, int number) {}

    /** One change of one version, with all that is said for it; without day and words where a language joined. */
    public record Turn(int version, Optional<Instant> on, String kindKey, Optional<Difference> difference,
                       List<Ground> grounds) {}

    /** One reason, with the words it speaks for where there is more than one. */
    public record Ground(int number, List<String> words, List<String> gone, List<Told> decisions, OwnReason own,
                         Multilingual ownText) {
        public String ownKey() {
            return "trace:own_" + own.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a piece of text, a gap or a mark says for itself. */
    private record Claim(String change, int version, List<Told> because, OwnReason own, Multilingual ownText,
                         String word, String gone) {
        Object key() {
            return List.of(change == null ? "" + version : change, because.stream().map(Told::decision).toList(),
                    Optional.ofNullable(own), Optional.ofNullable(ownText));
        }
    }

    static Account of(Reading.ReadPassage passage) {
        List<Claim> claims = Stream.of(passage.spans().stream().filter(s -> s.since() > 1).map(Account::claim),
                passage.removed().stream().map(Account::claim), passage.changes().stream().map(Account::claim))
                .flatMap(s -> s).toList();
        Map<Object, Integer> numbers = numbers(claims);
        return new Account(passage.spans().stream().map(s -> new Part(s.text(),
                s.since() > 1 ? numbers.get(claim(s).key()) : 0)).toList(), turns(claims, numbers));
    }

    /** Of a heading, and of the passages that went from its section. */
    static Account of(Reading.ReadSection section) {
        List<Claim> claims = Stream.concat(section.changes().stream().map(Account::claim),
                section.removed().stream().map(Account::claim)).toList();
        return new Account(List.of(), turns(claims, numbers(claims)));
    }

    private static Claim claim(Reading.Span span) {
        return new Claim(span.change(), span.since(), span.because(), span.ownReason(), span.ownReasonText(),
                span.text(), "");
    }

    private static Claim claim(Reading.Gone gone) {
        return new Claim(gone.change(), gone.in(), gone.because(), gone.ownReason(), gone.ownReasonText(), "",
                gone.text());
    }

    private static Claim claim(Reading.Mark mark) {
        return new Claim(mark.change(), mark.in(), mark.because(), mark.ownReason(), mark.ownReasonText(), "", "");
    }

    // Numbered in the order the reasons are read on the page: newest version first.
    private static Map<Object, Integer> numbers(List<Claim> claims) {
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        ordered(claims).forEach(claim -> numbers.computeIfAbsent(claim.key(), key -> numbers.size() + 1));
        return numbers;
    }

    private static List<Claim> ordered(List<Claim> claims) {
        List<String> changes = claims.stream().map(Claim::change).distinct().toList();
        return claims.stream().sorted(Comparator.comparingInt((Claim c) -> -c.version())
                .thenComparingInt(c -> changes.indexOf(c.change()))).toList();
    }

    private static List<Turn> turns(List<Claim> claims, Map<Object, Integer> numbers) {
        Map<String, DraftChange> changes = new HashMap<>();
        List<String> ids = claims.stream().map(Claim::change).filter(Objects::nonNull).distinct().toList();
        if (!ids.isEmpty()) DraftChange.<DraftChange>list(
                "from DraftChange c join fetch c.version where c.publicId in ?1", ids)
                .forEach(change -> changes.put(change.publicId, change));
        Map<String, List<Claim>> byChange = new LinkedHashMap<>();
        ordered(claims).forEach(claim -> byChange.computeIfAbsent(claim.change() == null ? "" + claim.version()
                : claim.change(), change -> new ArrayList<>()).add(claim));
        return byChange.entrySet().stream()
                .map(e -> turn(Optional.ofNullable(changes.get(e.getKey())), e.getValue(), numbers)).toList();
    }

    private static Turn turn(Optional<DraftChange> change, List<Claim> claims, Map<Object, Integer> numbers) {
        Map<Object, List<Claim>> grounds = new LinkedHashMap<>();
        claims.forEach(claim -> grounds.computeIfAbsent(claim.key(), key -> new ArrayList<>()).add(claim));
        return new Turn(claims.get(0).version(), change.map(c -> c.version.publishedAt),
                "trace:change_" + change.map(c -> c.kind.name().toLowerCase(Locale.ROOT)).orElse("joined"),
                change.map(c -> Difference.of(c.beforeText, c.afterText)).filter(Difference::visible),
                grounds.entrySet().stream()
                        .map(e -> ground(numbers.get(e.getKey()), e.getValue(), grounds.size() > 1)).toList());
    }

    private static Ground ground(int number, List<Claim> claims, boolean oneOfSeveral) {
        Claim first = claims.get(0);
        return new Ground(number, oneOfSeveral ? words(claims.stream().map(Claim::word)) : List.of(),
                oneOfSeveral ? words(claims.stream().map(Claim::gone)) : List.of(), first.because(), first.own(),
                Optional.ofNullable(first.ownText()).orElse(Multilingual.none()));
    }

    private static List<String> words(Stream<String> words) {
        return words.map(String::strip).filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit)).toList();
    }
}
