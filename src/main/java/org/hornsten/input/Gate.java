package org.hornsten.input;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Rule RULE = Rule.ORDINARY;

    private Gate() {}

    /** How many people have spoken in a project, and as whom, how, when. */
    public record Spoken(Figure total, Map<String, Figure> byChannel, Map<String, Figure> byKind,
                         Map<String, Figure> byLanguage, Map<String, Figure> byStage, Map<String, Figure> byAuthorKind) {}

    /** Something whose answers are counted: its kind, its row, and the part of it where it has parts. */
    public record Instrument(String kind, long about, String part) {}

    /** After somebody spoke, in the same transaction: takes the next stride when enough have spoken since the last. */
    public static void heard(Project project) {
        // counted by the index alone: most who speak make no stride
        if (!Strides.due(last(project), Contribution.count("project", project), RULE)) return;
        Instrument instrument = new Instrument(HEARD, project.id, "");
        List<Stride> before = all(instrument);
        Strides.next(before, Heard.of(project), RULE).ifPresent(next -> release(instrument, before.size(), next));
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
     * After somebody answered, in the same transaction: releases the answers of one group when at least K are new.
     *
     * @param fresh how many of them are new or changed since {@link #answers} were released last
     * @return whether they were
     */
    public static boolean answered(Instrument instrument, RawTable now, long fresh) {
        List<Stride> before = all(instrument);
        if (before.isEmpty()) {
            before.add(Strides.none());
            release(instrument, 0, before.get(0));
        }
        Optional<Stride> next = Strides.group(before.get(before.size() - 1), now, fresh, RULE);
        return next.filter(stride -> release(instrument, before.size(), stride)).isPresent();
    }

    /**
     * What was released of instruments of one kind that anybody has answered at all.
     *
     * @param columns what can be answered
     */
    public static Map<Instrument, Figures> answers(String kind, List<Long> rows, List<String> columns) {
        Map<Instrument, Figures> answers = new HashMap<>();
        latest(kind, rows).forEach((one, stride) -> answers.put(one, Strides.answers(stride, columns, RULE)));
        return answers;
    }

    /** Answers nobody has given yet. */
    public static Figures nobody(List<String> columns) {
        return SmallNumbers.answers(RawTable.of(columns), RULE);
    }

    /** A table that does not grow while people answer: what staff decided about what was said. */
    public static Figures groups(RawTable raw) {
        return SmallNumbers.groups(raw, RULE);
    }

    /** The same for those who read each of the texts it counts. */
    public static Figures listed(RawTable raw) {
        return SmallNumbers.listed(raw);
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
