package org.hornsten.rating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.input.Gate.Asked;
import org.hornsten.input.Gate.Instrument;
import org.hornsten.input.Gate;
import org.hornsten.kit.Multilingual;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.RawTable;
import org.hornsten.project.Project;

/** What the ratings of a draft add up to, version by version, as far as {@link Gate} shows it. */
public final class Ratings {
    private static final String KIND = "rating";
    private static final List<String> SCORES = List.of("1", "2", "3", "4", "5");

    private Ratings() {}

    /** How a version was rated on one question; new answers come K at a time, and fewer are not shown. */
    public record Tally(int version, String criterion, Multilingual label, int k, Figures given) {
        public boolean suppressed() {
            return given.total().suppressed();
        }

        /** How many rated; null when too few to show. */
        public Integer n() {
            return given.total().n().orElse(null);
        }

        /** What most gave where so many of a small group agreed on a delicate matter that it is not counted out. */
        public Optional<Integer> most() {
            return given.most(given.rows().get(0)).map(Integer::valueOf);
        }

        /** How many gave 1, 2, 3, 4 and 5; empty when too few, or where only what most gave is told. */
        public List<Integer> distribution() {
            return suppressed() || most().isPresent() ? List.of()
                    : SCORES.stream().map(score -> given.column(score).n().orElseThrow()).toList();
        }

        /** Of 1 to 5; null when too few or nobody, or where only what most gave is told. */
        public Double mean() {
            if (distribution().isEmpty() || n() == 0) return null;
            int sum = 0;
            for (int score = 1; score <= SCORES.size(); score++) sum += score * distribution().get(score - 1);
            return (double) sum / n();
        }
    }

    /** By version, oldest first, then by criterion in the round's order. Two statements, whatever the amount. */
    public static List<Tally> of(Draft draft) {
        return of(draft, Version.of(draft));
    }

    /** @param versions newest first, with their rounds; one statement more */
    public static List<Tally> of(Draft draft, List<Version> versions) {
        Map<Instrument, Figures> given = given(versions);
        List<Tally> tallies = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) tallies.addAll(of(versions.get(i), given));
        return tallies;
    }

    /** Of each published draft of a project, in the order they were begun. Two statements, whatever the amount. */
    public static Map<Draft, List<Tally>> of(Project project) {
        List<Version> versions = Version.list("""
                from Version v join fetch v.draft d left join fetch v.round
                where d.project = ?1 order by d.id, v.number""", project);
        Map<Instrument, Figures> given = given(versions);
        Map<Draft, List<Tally>> tallies = new LinkedHashMap<>();
        versions.forEach(version -> tallies.computeIfAbsent(version.draft, d -> new ArrayList<>())
                .addAll(of(version, given)));
        return tallies;
    }

    private static Map<Instrument, Figures> given(List<Version> versions) {
        List<Asked> ids = versions.stream().filter(version -> version.round != null)
                .map(version -> new Asked(version.id, version.round.k)).toList();
        return ids.isEmpty() ? Map.of() : Gate.answers(KIND, ids, SCORES);
    }

    private static List<Tally> of(Version version, Map<Instrument, Figures> given) {
        if (version.round == null) return List.of();
        return version.round.criteria.stream().map(criterion -> new Tally(version.number, criterion.key(),
                criterion.label(), version.round.k, given.getOrDefault(new Instrument(KIND, version.id, criterion.key()),
                Gate.nobody(SCORES)))).toList();
    }

    /** Notes that a version was rated at all on these questions. */
    static void begun(Version version, Set<String> criteria) {
        criteria.forEach(criterion -> Gate.begun(new Instrument(KIND, version.id, criterion)));
    }

    /** Lets what is new into the numbers, where there is enough of it; at the end all of it. */
    public static void release(Version version) {
        // of a delicate matter nothing comes while it is open, however much there is
        if (coming(version.round, Integer.MAX_VALUE) == 0) return;
        Map<String, List<Rating>> fresh = Rating.<Rating>list("version = ?1 and shown = false order by id", version)
                .stream().collect(Collectors.groupingBy(r -> r.criterion, LinkedHashMap::new, Collectors.toList()));
        Set<String> asked = version.round.criteria.stream().map(Round.Criterion::key).collect(Collectors.toSet());
        fresh.keySet().retainAll(asked);
        fresh.forEach((criterion, ratings) -> release(version, criterion,
                ratings.subList(0, coming(version.round, ratings.size()))));
    }

    // of what is mixed K stay in the pool as long as the round is open
    private static int coming(Round round, int fresh) {
        return Gate.coming(fresh, round.takes(false), round.mixed, round.k);
    }

    private static void release(Version version, String criterion, List<Rating> coming) {
        if (!coming.isEmpty() && Gate.answered(new Instrument(KIND, version.id, criterion),
                table(version, criterion, coming), version.round.k)) coming.forEach(rating -> rating.shown = true);
    }

    /** Versions whose round is over while some of their ratings are not in the numbers yet. */
    public static List<Version> unreleased() {
        return Version.<Version>list("""
                from Version v join fetch v.round r join fetch v.draft where r.takesLateForms = false
                and exists (select 1 from Rating x where x.version = v and x.shown = false)""");
    }

    // Those shown before and these: not whoever else was committed in between, who is still to come.
    private static RawTable table(Version version, String criterion, List<Rating> fresh) {
        RawTable table = RawTable.of(SCORES);
        Rating.getEntityManager().createQuery("""
                select r.score, count(*) from Rating r
                where r.version = ?1 and r.criterion = ?2 and r.shown = true group by r.score""", Object[].class)
                .setParameter(1, version).setParameter(2, criterion).getResultList()
                .forEach(row -> table.add(row[0].toString(), (Long) row[1]));
        fresh.forEach(rating -> table.add("" + rating.score, 1));
        return table;
    }
}
