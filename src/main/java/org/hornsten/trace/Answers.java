package org.hornsten.trace;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.input.Gate;
import org.hornsten.numbers.Figure;
import org.hornsten.numbers.RawTable;
import org.hornsten.project.Project;

/**
 * How many viewpoints each decision of a project answers, as far as it may be told: the decisions of one disposition
 * are a row whose sum is among the numbers of {@link Coverage}.
 */
final class Answers {
    private Answers() {}

    /** Of these decisions of one project; one statement. Where the sum of a row is hidden, so is every part of it. */
    static Map<Decision, Figure> of(Project project, List<String> ids) {
        Map<Disposition, Map<Decision, Long>> counts = counts(project);
        RawTable sums = RawTable.of(counts.keySet().stream().map(Enum::name).toList());
        counts.forEach((disposition, row) -> row.values().forEach(n -> sums.add(disposition.name(), n)));
        Map<String, Figure> shown = Gate.groups(project, sums).breakdown();
        Map<Decision, Figure> told = new LinkedHashMap<>();
        counts.forEach((disposition, decisions) -> {
            RawTable row = RawTable.of(decisions.keySet().stream().map(decision -> decision.publicId).toList());
            decisions.forEach((decision, n) -> row.add(decision.publicId, n));
            Map<String, Figure> parts = Gate.groups(project, row).breakdown();
            boolean hidden = shown.get(disposition.name()).suppressed();
            decisions.keySet().stream().filter(decision -> ids.contains(decision.publicId)).forEach(decision ->
                    told.put(decision, hidden ? Figure.hidden() : parts.get(decision.publicId)));
        });
        return told;
    }

    private static Map<Disposition, Map<Decision, Long>> counts(Project project) {
        Map<Disposition, Map<Decision, Long>> counts = new EnumMap<>(Disposition.class);
        Answered.getEntityManager().createQuery("""
                select d, (select count(*) from Answered a where a.decision = d) from Decision d
                where d.project = ?1 order by d.id""", Object[].class).setParameter(1, project)
                .getResultList().forEach(row -> {
                    Decision decision = (Decision) row[0];
                    counts.computeIfAbsent(decision.disposition, d -> new LinkedHashMap<>())
                            .put(decision, (Long) row[1]);
                });
        return counts;
    }
}
