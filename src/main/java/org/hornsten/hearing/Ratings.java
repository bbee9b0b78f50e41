package org.hornsten.hearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.SmallNumbers;
import org.hornsten.project.Project;

/** What the ratings of a draft add up to, version by version; few are not shown. */
public final class Ratings {
    private Ratings() {}

    /**
     * @param n            how many rated; null when too few to show
     * @param mean         of 1 to 5; null when too few
     * @param distribution how many gave 1, 2, 3, 4 and 5; empty when too few
     */
    public record Tally(int version, String criterion, Multilingual label, Integer n, Double mean,
                        List<Integer> distribution, boolean suppressed) {

        static Tally of(int version, Round.Criterion criterion, int[] counts) {
            int n = 0;
            int sum = 0;
            for (int score = 1; score <= 5; score++) {
                n += counts[score - 1];
                sum += score * counts[score - 1];
            }
            if (n > 0 && n < SmallNumbers.K)
                return new Tally(version, criterion.key(), criterion.label(), null, null, List.of(), true);
            List<Integer> distribution = Arrays.stream(counts).boxed().toList();
            return new Tally(version, criterion.key(), criterion.label(), n, n == 0 ? null : (double) sum / n,
                    distribution, false);
        }
    }

    /** By version, oldest first, then by criterion in the round's order. Two statements, whatever the amount. */
    public static List<Tally> of(Draft draft) {
        return of(draft, Version.of(draft));
    }

    /** @param versions newest first, with their rounds; one statement more */
    public static List<Tally> of(Draft draft, List<Version> versions) {
        Map<String, int[]> counts = counts("r.version.draft = ?1", draft);
        List<Tally> tallies = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) tallies.addAll(of(versions.get(i), counts));
        return tallies;
    }

    /** Of each published draft of a project, in the order they were begun. Two statements, whatever the amount. */
    public static Map<Draft, List<Tally>> of(Project project) {
        Map<String, int[]> counts = counts("r.version.draft.project = ?1", project);
        Map<Draft, List<Tally>> tallies = new LinkedHashMap<>();
        Version.<Version>list("""
                from Version v join fetch v.draft d left join fetch v.round
                where d.project = ?1 order by d.id, v.number""", project)
                .forEach(version -> tallies.computeIfAbsent(version.draft, d -> new ArrayList<>())
                        .addAll(of(version, counts)));
        return tallies;
    }

    private static Map<String, int[]> counts(String of, Object thing) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        Rating.getEntityManager().createQuery("""
                select r.version.id, r.criterion, r.score, count(*) from Rating r
                where %s group by r.version.id, r.criterion, r.score""".formatted(of), Object[].class)
                .setParameter(1, thing).getResultList()
                .forEach(row -> counts.computeIfAbsent(row[0] + " " + row[1], k -> new int[5])
                        [(Integer) row[2] - 1] = ((Long) row[3]).intValue());
        return counts;
    }

    private static List<Tally> of(Version version, Map<String, int[]> counts) {
        if (version.round == null) return List.of();
        return version.round.criteria.stream().map(criterion -> Tally.of(version.number, criterion,
                counts.getOrDefault(version.id + " " + criterion.key(), new int[5]))).toList();
    }
}
