package org.hornsten.trace;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.decision.Disposition;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;
import org.hornsten.input.Gate;
import org.hornsten.numbers.Figure;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.RawTable;
import org.hornsten.project.Project;

/** How much of what was said is answered, of what was changed is explained, and of what was promised is kept. */
public record Coverage(Said contributions, Answers viewpoints, Map<String, Figure> dispositions, Changes changes,
                       Promises promises) {

    private static final String WAITING = " from Viewpoint v where v.project = p and " + Contributions.WAITS;
    private static final String ANSWERED = " from Answered a where a.decision.project = p and a.current = true";
    /** Columns before the dispositions. */
    private static final int SUMS = 6;
    private static final String DECIDED = "decided";
    private static final String WAITS = "waits";
    private static final int ENOUGH_FOR_SHARES = 20;
    private static final Figure NOBODY = Gate.nobody(List.of("")).total();
    private static final String CHANGES = " from DraftChange c where c.version.draft.project = p";
    private static final String PROMISES = """
             from Decision d where d.project = p and d.supersededOn is null
            and d.disposition in ('ADOPTED', 'PARTLY_ADOPTED')""";
    private static final String KEPT = """
             and (d.actionDoneOn is not null or exists (select 1 from ChangeLink l where l.decision = d))""";

    /**
     * @param byAuthorKind small groups are hidden from staff too: it tells about people
     * @param early        share of contributions asked for while the plan was no more than an idea; null without any,
     *                     and where there are too few to speak of shares
     */
    @Schema(name = "ContributionCounts")
    public record Said(Figure total, Map<String, Figure> byChannel, Map<String, Figure> byKind,
                       Map<String, Figure> byLanguage, Map<String, Figure> byStage, Map<String, Figure> byAuthorKind,
                       Double early) {
        static Said of(Gate.Spoken spoken, Double early) {
            return new Said(spoken.total(), spoken.byChannel(), spoken.byKind(), spoken.byLanguage(), spoken.byStage(),
                    spoken.byAuthorKind(), early);
        }

        public boolean none() {
            return total.n().filter(n -> n == 0).isPresent();
        }

        /** The same share in whole per cent; null without any. */
        public Long earlyPercent() {
            return early == null ? null : Math.round(100 * early);
        }
    }

    /** How many matters there are in what was said, and how many of them are answered. */
    @Schema(name = "ViewpointCounts")
    public record Answers(Figure total, Figure decided, Long oldestUndecidedDays) {
        public boolean suppressed() {
            return total.suppressed() || decided.suppressed();
        }

        /** How many have no answer yet; none where that may not be told. */
        public int waiting() {
            return suppressed() ? 0 : total.n().orElse(0) - decided.n().orElse(0);
        }
    }

    @Schema(name = "ChangeCounts")
    public record Changes(long total, long explained) {}

    @Schema(name = "PromiseCounts")
    public record Promises(long made, long kept) {}

    /**
     * Three statements, whatever the amount.
     *
     * @param staff may see how texts came in, text by text, and so also in sum; nobody sees small groups of people
     */
    public static Coverage of(Project project, boolean staff, LocalDate today) {
        EntityManager db = Contribution.getEntityManager();
        Gate.Spoken spoken = staff ? Gate.workList(project) : Gate.spoken(project);
        Sums sums = sums(db, project);
        Figures dispositions = staff ? Gate.listed(sums.given()) : Gate.groups(project, sums.given());
        // where too few have spoken, how many matters they raised would tell how many they are
        boolean told = staff || !spoken.total().suppressed();
        Figures matters = Gate.listed(RawTable.of(List.of(DECIDED, WAITS)).add(DECIDED, sums.decided())
                .add(WAITS, sums.waiting()));
        return new Coverage(Said.of(spoken, early(spoken, staff)),
                new Answers(told ? matters.total() : Figure.hidden(),
                        decided(staff, told, matters, dispositions),
                        sums.oldest().map(day -> ChronoUnit.DAYS.between(day, today)).orElse(null)),
                there(dispositions), new Changes(sums.changes(), sums.explained()),
                new Promises(sums.made(), sums.kept()));
    }

    // The sum of the dispositions beside it: where that is hidden, it must not be read off here.
    private static Figure decided(boolean staff, boolean told, Figures matters, Figures dispositions) {
        if (staff) return matters.breakdown().get(DECIDED);
        return told ? dispositions.total() : Figure.hidden();
    }

    // Of what is shown, so that it tells no more; to the public as a share only from twenty people up.
    private static Double early(Gate.Spoken spoken, boolean staff) {
        int total = spoken.total().n().orElse(0);
        if (total == 0 || !staff && total < ENOUGH_FOR_SHARES) return null;
        Figure idea = spoken.byStage().getOrDefault("idea", staff ? NOBODY : Figure.hidden());
        return idea.n().map(n -> Math.min(1, (double) n / total)).orElse(null);
    }

    /** Those nobody chose are left out. */
    private static Map<String, Figure> there(Figures dispositions) {
        Map<String, Figure> there = new LinkedHashMap<>(dispositions.breakdown());
        there.values().removeIf(figure -> figure.equals(NOBODY));
        return there;
    }

    private static String word(Disposition disposition) {
        return disposition.name().toLowerCase(Locale.ROOT);
    }

    /** @param given how often each answer was given, by the matters it answers */
    private record Sums(long waiting, Optional<LocalDate> oldest, RawTable given, long decided, long changes,
            long explained, long made, long kept) {}

    private static Sums sums(EntityManager db, Project project) {
        StringBuilder answers = new StringBuilder();
        for (Disposition disposition : Disposition.values()) answers.append(", (select count(*)").append(ANSWERED)
                .append(" and a.decision.disposition = '").append(disposition).append("')");
        Object[] row = db.createQuery("select (select count(*)" + WAITING + "), (select min(v.receivedOn)" + WAITING
                + "), (select count(*)" + CHANGES + "), (select count(*)" + CHANGES
                + " and c.explained = true), (select count(*)" + PROMISES + "), (select count(*)" + PROMISES
                + KEPT + ")" + answers + " from Project p where p = ?1", Object[].class).setParameter(1, project)
                .getSingleResult();
        RawTable given = RawTable.of(Arrays.stream(Disposition.values()).map(Coverage::word).toList());
        long decided = 0;
        for (Disposition disposition : Disposition.values()) {
            long n = (Long) row[SUMS + disposition.ordinal()];
            given.add(word(disposition), n);
            decided += n;
        }
        return new Sums((Long) row[0], Optional.ofNullable((LocalDate) row[1]), given, decided, (Long) row[2],
                (Long) row[3], (Long) row[4], (Long) row[5]);
    }
}
