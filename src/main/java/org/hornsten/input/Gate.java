package org.hornsten.input;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.numbers.Figure;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.RawTable;
import org.hornsten.numbers.SmallNumbers.Rule;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.numbers.Strides.Stride;
import org.hornsten.numbers.Strides;
import org.hornsten.project.Project;

/**
 * The one gate between what people answered and every page, program and file that shows numbers about it. Numbers that
 * are shown while answers still come are released in strides; each stride is kept, and reading never makes one.
 */
public final class Gate {
    private static final String HEARD = "heard";

    private Gate() {}

    /** How many people have spoken in a project, and as whom, how, when. */
    public record Spoken(Figure total, Map<String, Figure> byChannel, Map<String, Figure> byKind,
                         Map<String, Figure> byLanguage, Map<String, Figure> byStage,
                         Map<String, Figure> byAuthorKind) {}

    /** Something whose answers are counted: its kind, its row, and the part of it where it has parts. */
    public record Instrument(String kind, long about, String part) {}

    /** A row of that kind, and how many must have answered for a number about it to be shown. */
    public record Asked(long about, int k) {}

    /** After somebody spoke, in the same transaction: takes the next stride when enough have spoken since the last. */
    public static void heard(Project project) {
        // counted by the index alone: most who speak make no stride
        if (!Strides.due(last(project), Contribution.count("project", project), rule(project))) return;
        Instrument instrument = new Instrument(HEARD, project.id, "");
        List<Stride> before = all(instrument);
        Strides.next(before, Heard.of(project), rule(project))
                .ifPresent(next -> release(instrument, before.size(), next));
    }

    /** For everybody: what was released, below fifty to the nearest five. */
    public static Spoken spoken(Project project) {
        Optional<Stride> last = last(project);
        Figure total = last.isEmpty() && Heard.nobody(project) ? none() : Strides.shown(last, Heard.KIND,
                Heard.columns(project, Heard.KIND, List.of())).total();
        return new Spoken(total, shown(project, last, Heard.CHANNEL), shown(project, last, Heard.KIND),
                shown(project, last, Heard.LANGUAGE), shown(project, last, Heard.STAGE),
                shown(project, last, Heard.AUTHOR));
    }

    /**
     * For staff, whose work list holds each text with the way it came: that in sum, exactly. As whom people spoke is
     * not on the list of anonymous ones, and so it comes as it does for everybody.
     */
    public static Spoken workList(Project project) {
        Map<String, RawTable> raw = Heard.of(project);
        Optional<Stride> last = last(project);
        return new Spoken(SmallNumbers.listed(raw.get(Heard.KIND)).total(), listed(raw, Heard.CHANNEL),
                listed(raw, Heard.KIND), listed(raw, Heard.LANGUAGE), listed(raw, Heard.STAGE),
                Strides.shown(last, Heard.AUTHOR, Heard.columns(project, Heard.AUTHOR, List.of())).breakdown());
    }

    /**
     * How many of the answers that are not in the numbers yet may go into them now: none, or at least K.
     *
     * @param open   whether more may come
     * @param behind whether at least K of what comes later wait elsewhere
     */
    public static int coming(int fresh, boolean open, boolean behind, int k) {
        return Strides.coming(fresh, open, behind, Rule.of(k));
    }

    /** Notes that somebody has answered at all, before anything of it is shown. */
    public static void begun(Instrument instrument) {
        if (all(instrument).isEmpty()) release(instrument, 0, Strides.none());
    }

    /**
     * Releases the answers of one group, of which as many are new or changed as {@link #coming} lets in.
     *
     * @return whether they are shown now
     */
    public static boolean answered(Instrument instrument, RawTable now, int k) {
        List<Stride> before = all(instrument);
        Stride last = before.isEmpty() ? Strides.none() : before.get(before.size() - 1);
        Optional<Stride> next = Strides.group(last, now, Rule.of(k));
        return next.filter(stride -> release(instrument, before.size(), stride)).isPresent();
    }

    /**
     * What was released of instruments of one kind that anybody has answered at all.
     *
     * @param columns what can be answered
     */
    public static Map<Instrument, Figures> answers(String kind, List<Asked> rows, List<String> columns) {
        Map<Long, Integer> k = rows.stream().collect(Collectors.toMap(Asked::about, Asked::k));
        Map<Instrument, Figures> answers = new HashMap<>();
        latest(kind, List.copyOf(k.keySet())).forEach((one, stride) ->
                answers.put(one, Strides.answers(stride, columns, Rule.of(k.get(one.about())))));
        return answers;
    }

    /** After one more was counted, in the same transaction: the next stride of a breakdown that grows. */
    public static void grown(Project project, Instrument instrument, RawTable now) {
        List<Stride> before = all(instrument);
        Strides.next(before, Map.of(instrument.part(), now), rule(project))
                .ifPresent(next -> release(instrument, before.size(), next));
    }

    /** What was released of it. */
    public static Figures grownTo(Instrument instrument, List<String> columns) {
        return Strides.shown(Optional.ofNullable(latest(instrument.kind(), List.of(instrument.about())).get(instrument)),
                instrument.part(), columns);
    }

    /** Answers nobody has given yet. */
    public static Figures nobody(List<String> columns) {
        return SmallNumbers.answers(RawTable.of(columns), Rule.ORDINARY);
    }

    /** A table that does not grow while people answer: what staff decided about what was said. */
    public static Figures groups(Project project, RawTable raw) {
        return SmallNumbers.groups(raw, rule(project));
    }

    /** The same for those who read each of the texts it counts. */
    public static Figures listed(RawTable raw) {
        return SmallNumbers.listed(raw);
    }

    // Numbers about a whole project are as careful as the most careful of its rounds.
    private static Rule rule(Project project) {
        return Rule.of(project.k);
    }

    private static Figure none() {
        return SmallNumbers.listed(RawTable.of(List.of(""))).total();
    }

    private static Map<String, Figure> shown(Project project, Optional<Stride> last, String name) {
        List<String> released = last.map(stride -> stride.columns(name)).orElse(List.of());
        return Strides.shown(last, name, Heard.columns(project, name, released)).rounded().breakdown();
    }

    private static Map<String, Figure> listed(Map<String, RawTable> raw, String name) {
        Map<String, Figure> there = new LinkedHashMap<>(SmallNumbers.listed(raw.get(name)).breakdown());
        there.values().removeIf(figure -> figure.n().filter(n -> n == 0).isPresent());
        return there;
    }

    private static Optional<Stride> last(Project project) {
        return Optional.ofNullable(latest(HEARD, List.of(project.id)).get(new Instrument(HEARD, project.id, "")));
    }

    private static List<Stride> all(Instrument of) {
        List<Stride> strides = new ArrayList<>();
        db().createNativeQuery("select stride from released where kind = ?1 and about_id = ?2 and part = ?3"
                + " order by number", String.class).setParameter(1, of.kind()).setParameter(2, of.about())
                .setParameter(3, of.part()).getResultList().forEach(text -> strides.add(Stride.read((String) text)));
        return strides;
    }

    private static Map<Instrument, Stride> latest(String kind, List<Long> rows) {
        Map<Instrument, Stride> latest = new HashMap<>();
        if (rows.isEmpty()) return latest;
        db().createNativeQuery("select about_id, part, stride from released where kind = ?1 and latest"
                + " and about_id in (?2)", Object[].class).setParameter(1, kind).setParameter(2, rows).getResultList()
                .forEach(found -> {
                    Object[] row = (Object[]) found;
                    latest.put(new Instrument(kind, ((Number) row[0]).longValue(), (String) row[1]),
                            Stride.read((String) row[2]));
                });
        return latest;
    }

    // Of two who come at the same moment one takes the stride; what the other said is in the next one.
    private static boolean release(Instrument of, int number, Stride stride) {
        int taken = db().createNativeQuery("insert ignore into released values (?1, ?2, ?3, ?4, true, ?5)")
                .setParameter(1, of.kind()).setParameter(2, of.about()).setParameter(3, of.part())
                .setParameter(4, number).setParameter(5, stride.write()).executeUpdate();
        if (taken == 0) return false;
        db().createNativeQuery("update released set latest = false where kind = ?1 and about_id = ?2 and part = ?3"
                + " and number < ?4").setParameter(1, of.kind()).setParameter(2, of.about()).setParameter(3, of.part())
                .setParameter(4, number).executeUpdate();
        return true;
    }

    private static EntityManager db() {
        return Contribution.getEntityManager();
    }
}
