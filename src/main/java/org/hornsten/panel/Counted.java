package org.hornsten.panel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.project.Project;

/** A panel as it stands in a list: how many sit in it, and how many terms end soon. */
public record Counted(Panel panel, long sitting, long ending, boolean over) {

    /** In two statements, whatever the number of panels. */
    public static List<Counted> of(Project project, LocalDate today) {
        Map<Long, Object[]> counts = new HashMap<>();
        Panel.getEntityManager().createQuery("""
                select s.panel.id, count(s), sum(case when s.toOn <= ?3 then 1 else 0 end) from Seat s
                where s.panel.project = ?1 and s.fromOn <= ?2 and s.toOn >= ?2
                  and (s.endedOn is null or s.endedOn > ?2) group by s.panel.id""", Object[].class)
                .setParameter(1, project).setParameter(2, today).setParameter(3, today.plusDays(Seat.SOON))
                .getResultList().forEach(row -> counts.put((Long) row[0], row));
        return Panel.of(project).stream().map(panel -> {
            Object[] row = counts.get(panel.id);
            return new Counted(panel, row == null ? 0 : ((Number) row[1]).longValue(),
                    row == null ? 0 : ((Number) row[2]).longValue(), panel.over(today));
        }).toList();
    }
}
