package org.hornsten.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.decision.Disposition;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;
import org.hornsten.kit.SmallNumbers;
import org.hornsten.kit.SmallNumbers.Count;
import org.hornsten.project.Project;

/** How much of what was said is answered, of what was changed is explained, and of what was promised is kept. */
public record Coverage(Said contributions, Answers viewpoints, Map<String, Long> dispositions, Changes changes,
                       Promises promises) {

    private static final String WAITING = " from Viewpoint v where v.project = p and " + Contributions.WAITS;
    private static final String CHANGES = " from DraftChange c where c.version.draft.project = p";
    private static final String PROMISES = """
             from Decision d where d.project = p and d.supersededOn is null
            and d.disposition in ('ADOPTED', 'PARTLY_ADOPTED')""";
    private static final String KEPT = """
             and (d.actionDoneOn is not null or exists (select 1 from ChangeLink l where l.decision = d))""";

    /**
     * @param byAuthorKind small groups are hidden: it tells about people
     * @param early        share of contributions asked for while the plan was no more than an idea; null without any
     */
    @Schema(name = "ContributionCounts")
    public record Said(long total, Map<String, Object> byChannel, Map<String, Object> byKind,
                       Map<String, Object> byLanguage, Map<String, Object> byStage, Map<String, Object> byAuthorKind,
                       Double early) {
        /** The same share in whole per cent; null without any. */
        public Long earlyPercent() {
            return early == null ? null : Math.round(100 * early);
        }
    }

    @Schema(name = "ViewpointCounts")
    public record Answers(long total, long decided, Long oldestUndecidedDays) {
        public long undecided() {
            return total - decided;
        }
    }

    @Schema(name = "ChangeCounts")
    public record Changes(long total, long explained) {}

    @Schema(name = "PromiseCounts")
    public record Promises(long made, long kept) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Hidden(Integer n, boolean suppressed) {}

    /**
     * Three statements, whatever the amount.
     *
     * @param staff may see how texts came in, text by text, and so also in sum; nobody sees small groups of people
     */
    public static Coverage of(Project project, boolean staff, LocalDate today) {
        EntityManager db = Contribution.getEntityManager();
        Map<String, Map<String, Long>> said = said(db, project);
        Map<String, Long> stages = said.get("stage");
        long total = stages.values().stream().mapToLong(n -> n).sum();
        Map<String, Long> dispositions = dispositions(db, project);
        long decided = dispositions.values().stream().mapToLong(n -> n).sum();
        Sums sums = sums(db, project);
        return new Coverage(
                new Said(total, shown(said.get("channel"), staff), shown(said.get("kind"), staff),
                        shown(said.get("language"), staff), shown(stages, staff), shown(said.get("authorKind"), false),
                        early(stages, total, staff)),
                new Answers(decided + sums.waiting(), decided,
                        sums.oldest().map(day -> ChronoUnit.DAYS.between(day, today)).orElse(null)),
                dispositions, new Changes(sums.changes(), sums.explained()), new Promises(sums.made(), sums.kept()));
    }

    // The share of a hidden group would tell its size.
    private static Double early(Map<String, Long> stages, long total, boolean staff) {
        boolean hidden = !staff && SmallNumbers.breakdown(stages).getOrDefault("idea", Count.of(0)).suppressed();
        return total == 0 || hidden ? null : (double) stages.getOrDefault("idea", 0L) / total;
    }

    // One statement for all breakdowns: grouped by all of them, summed here.
    private static Map<String, Map<String, Long>> said(EntityManager db, Project project) {
        List<String> names = List.of("channel", "kind", "language", "stage", "authorKind");
        Map<String, Map<String, Long>> sums = new LinkedHashMap<>();
        names.forEach(name -> sums.put(name, new LinkedHashMap<>()));
        db.createQuery("""
                select c.channel, c.kind, c.language, c.stage, c.authorKind, count(*) from Contribution c
                where c.project = ?1 group by c.channel, c.kind, c.language, c.stage, c.authorKind
                order by c.channel, c.kind, c.language, c.stage, c.authorKind""", Object[].class)
                .setParameter(1, project).getResultList().forEach(row -> {
                    for (int i = 0; i < names.size(); i++)
                        if (row[i] != null) sums.get(names.get(i))
                                .merge(row[i].toString().toLowerCase(Locale.ROOT), (Long) row[5], Long::sum);
                });
        return sums;
    }

    private static Map<String, Object> shown(Map<String, Long> counts, boolean whole) {
        if (whole) return new LinkedHashMap<>(counts);
        Map<String, Object> shown = new LinkedHashMap<>();
        SmallNumbers.breakdown(counts).forEach((key, count) -> shown.put(key, value(count)));
        return shown;
    }

    private static Object value(Count count) {
        return count.suppressed() ? new Hidden(null, true) : count.n();
    }

    private static Map<String, Long> dispositions(EntityManager db, Project project) {
        Map<Disposition, Long> counts = new EnumMap<>(Disposition.class);
        db.createQuery("""
                select a.decision.disposition, count(*) from Answered a
                where a.decision.project = ?1 and a.current = true group by a.decision.disposition""", Object[].class)
                .setParameter(1, project).getResultList()
                .forEach(row -> counts.put((Disposition) row[0], (Long) row[1]));
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((disposition, n) -> named.put(disposition.name().toLowerCase(Locale.ROOT), n));
        return named;
    }

    private record Sums(long waiting, Optional<LocalDate> oldest, long changes, long explained, long made, long kept) {}

    private static Sums sums(EntityManager db, Project project) {
        Object[] row = db.createQuery("select (select count(*)" + WAITING + "), (select min(v.receivedOn)" + WAITING
                + "), (select count(*)" + CHANGES + "), (select count(*)" + CHANGES
                + " and c.explained = true), (select count(*)" + PROMISES + "), (select count(*)" + PROMISES
                + KEPT + ") from Project p where p = ?1", Object[].class).setParameter(1, project).getSingleResult();
        return new Sums((Long) row[0], Optional.ofNullable((LocalDate) row[1]), (Long) row[2], (Long) row[3],
                (Long) row[4], (Long) row[5]);
    }
}
