package org.hornsten.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hornsten.project.Project;

/** Questions about a project's decisions. */
public final class Decisions {
    private Decisions() {}

    /** What one may want to see of them. */
    public enum Part { PROMISED, RETURNS, UNTRANSLATED, REVISED }

    /** A decision with how much hangs on it. */
    public record Row(Decision decision, long viewpoints, long changes) {

        /** A change is promised, and neither the text nor anything outside it has changed. */
        public boolean promised() {
            return decision.supersededOn == null && decision.disposition.promises() && changes == 0 && !decision.done();
        }

        public boolean late(LocalDate today) {
            LocalDate due = decision.actionDueOn == null ? decision.reviewOn : decision.actionDueOn;
            return due != null && !decision.done() && due.isBefore(today);
        }

        /** The project's languages in which the reason is still owed. */
        public List<String> owed() {
            return decision.reason.isEmpty() ? List.of() : decision.project.languageList().stream()
                    .filter(language -> decision.reason.exactly(language).isEmpty()).toList();
        }

        boolean in(Part part) {
            return switch (part) {
                case PROMISED -> promised();
                case RETURNS -> decision.supersededOn == null && decision.disposition == Disposition.LATER;
                case UNTRANSLATED -> decision.supersededOn == null && !owed().isEmpty();
                case REVISED -> decision.supersededOn != null;
            };
        }
    }

    /** Newest first, but what comes back by the day it does; superseded ones only when asked for. */
    public static List<Row> in(Project project, Optional<Disposition> disposition, Optional<Part> part) {
        List<Row> rows = Decision.getEntityManager().createQuery("""
                select d, (select count(*) from Answered a where a.decision = d),
                  (select count(*) from ChangeLink l where l.decision = d)
                from Decision d left join fetch d.supersedes where d.project = ?1 order by d.id desc""", Object[].class)
                .setParameter(1, project).getResultList().stream()
                .map(row -> new Row((Decision) row[0], (Long) row[1], (Long) row[2]))
                .filter(row -> disposition.map(wanted -> row.decision.disposition == wanted).orElse(true))
                .filter(row -> part.map(row::in).orElse(row.decision.supersededOn == null)).toList();
        return part.filter(Part.RETURNS::equals).isPresent()
                ? rows.stream().sorted(Comparator.comparing(row -> row.decision.reviewOn)).toList() : rows;
    }
}
