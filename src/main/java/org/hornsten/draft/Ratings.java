package org.hornsten.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.SmallNumbers;

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
        Map<String, int[]> counts = new LinkedHashMap<>();
        Rating.getEntityManager().createQuery("""
                select r.version.number, r.criterion, r.score, count(*) from Rating r
                where r.version.draft = ?1 group by r.version.number, r.criterion, r.score""", Object[].class)
                .setParameter(1, draft).getResultList()
                .forEach(row -> counts.computeIfAbsent(row[0] + " " + row[1], k -> new int[5])
                        [(Integer) row[2] - 1] = ((Long) row[3]).intValue());
        List<Tally> tallies = new ArrayList<>();
        List<Version> versions = Version.of(draft);
        for (int i = versions.size() - 1; i >= 0; i--) {
            Version version = versions.get(i);
            if (version.round != null) version.round.criteria.forEach(criterion -> tallies.add(Tally.of(version.number,
                    criterion, counts.getOrDefault(version.number + " " + criterion.key(), new int[5]))));
        }
        return tallies;
    }
}
