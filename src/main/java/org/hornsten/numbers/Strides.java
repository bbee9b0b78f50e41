package org.hornsten.numbers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.numbers.SmallNumbers.Rule;

/**
 * Numbers that are shown while people still answer: they grow in strides of at least K, so that whoever compares two
 * days learns of no fewer. All strides of one thing are one table, whose other side is time; {@link Circuit} tells
 * whether a further one would give away what happened between two of them.
 */
public final class Strides {
    /** A new stride also needs this share of all before it, so that their number stays small as answers grow. */
    private static final int SHARE = 10;

    private Strides() {}

    /**
     * One stride as it is stored: what there was by breakdown, and what of it is shown. Nobody can read a number from
     * it but through {@link Strides#shown}.
     */
    public static final class Stride {
        private static final ObjectMapper JSON = new ObjectMapper();
        private final Kept kept;

        private Stride(Kept kept) {
            this.kept = kept;
        }

        record Kept(long total, Map<String, Map<String, Long>> counts, Map<String, Map<String, Long>> shown) {}

        public static Stride read(String text) {
            try {
                return new Stride(JSON.readValue(text, Kept.class));
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException("not a stride", broken);
            }
        }

        public String write() {
            try {
                return JSON.writeValueAsString(kept);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** What was counted under one breakdown. */
        public List<String> columns(String breakdown) {
            return List.copyOf(kept.counts().getOrDefault(breakdown, Map.of()).keySet());
        }

        private boolean oneVoice(Rule rule) {
            return SmallNumbers.oneVoice(kept.shown().getOrDefault("", Map.of()).values().stream(), rule);
        }

        private long count(String breakdown, String column) {
            return kept.counts().getOrDefault(breakdown, Map.of()).getOrDefault(column, 0L);
        }

        private long shown(String breakdown, String column) {
            return kept.shown().getOrDefault(breakdown, Map.of()).getOrDefault(column, 0L);
        }
    }

    /**
     * The next stride, when enough has come since the last one.
     *
     * @param before oldest first
     * @param now    breakdowns of the same people, each a table of one row
     */
    public static Optional<Stride> next(List<Stride> before, Map<String, RawTable> now, Rule rule) {
        long total = now.values().iterator().next().people();
        if (!due(before.stream().reduce((first, last) -> last), total, rule)) return Optional.empty();
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        now.forEach((name, table) -> counts.put(name, table.row(0)));
        Map<String, Map<String, Long>> shown = new LinkedHashMap<>();
        now.keySet().forEach(name -> shown.put(name, grown(before, name, total, counts.get(name), rule)));
        return Optional.of(new Stride(new Stride.Kept(total, counts, shown)));
    }

    /** Whether enough people have come since the last stride for another one. */
    public static boolean due(Optional<Stride> last, long total, Rule rule) {
        long shown = last.map(stride -> stride.kept.total()).orElse(0L);
        return total - shown >= Math.max(rule.k(), shown / SHARE);
    }

    /** As many columns as may grow now; the others stay as they were shown. */
    private static Map<String, Long> grown(List<Stride> before, String name, long total, Map<String, Long> counts,
            Rule rule) {
        Map<String, Long> old = before.isEmpty() ? Map.of()
                : before.get(before.size() - 1).kept.shown().getOrDefault(name, Map.of());
        List<String> growing = counts.keySet().stream().filter(c -> counts.get(c) - old.getOrDefault(c, 0L) >= rule.k())
                .sorted(Comparator.comparing((String c) -> counts.get(c) - old.getOrDefault(c, 0L)).reversed())
                .collect(Collectors.toCollection(ArrayList::new));
        for (;;) {
            Map<String, Long> shown = new LinkedHashMap<>(old);
            growing.forEach(column -> shown.put(column, counts.get(column)));
            Stride wanted = new Stride(new Stride.Kept(total, Map.of(name, counts), Map.of(name, shown)));
            if (growing.isEmpty() || safe(before, wanted, name, rule.k())) return shown;
            growing.remove(growing.size() - 1);
        }
    }

    /**
     * How many of the answers of one group that are not in its numbers yet go into them now. While more may come at
     * least K stay behind, so that the last of them never have to come alone: at the end all are in. On a delicate
     * matter, where it also counts whether all agree, nothing is shown before that.
     *
     * @param fresh  how many answered, or answered anew, since the numbers were shown last
     * @param open   whether more may come
     * @param behind whether at least K of what comes later wait elsewhere, so that none need to wait here
     * @return none, or at least K
     */
    public static int coming(int fresh, boolean open, boolean behind, Rule rule) {
        if (open && rule.unanimity()) return 0;
        int staying = open && !behind ? rule.k() : 0;
        return fresh - staying < rule.k() ? 0 : fresh - staying;
    }

    /**
     * The answers of one group as they are shown next, with at least K of them new or changed. Of what was shown
     * already as nearly one voice there is no next: it would tell by subtraction what was not counted out.
     */
    public static Optional<Stride> group(Stride last, RawTable now, Rule rule) {
        Map<String, Long> counts = now.row(0);
        Stride next = new Stride(new Stride.Kept(now.people(), Map.of("", counts), Map.of("", counts)));
        boolean first = last.kept.total() == 0;
        boolean oneVoice = last.oneVoice(rule) || next.oneVoice(rule) || SmallNumbers.oneVoice(counts.entrySet()
                .stream().map(e -> e.getValue() - last.count("", e.getKey())), rule);
        return now.people() < rule.k() || !first && oneVoice ? Optional.empty() : Optional.of(next);
    }

    /** Before the first stride: that somebody answered at all, and no more. */
    public static Stride none() {
        return new Stride(new Stride.Kept(0, Map.of(), Map.of()));
    }

    /** What is shown of one breakdown; before the first stride nothing is. */
    public static Figures shown(Optional<Stride> last, String breakdown, List<String> columns) {
        Figure[][] shown = new Figure[2][columns.size() + 1];
        for (int j = 0; j < columns.size(); j++) {
            String column = columns.get(j);
            long n = last.map(stride -> stride.shown(breakdown, column)).orElse(0L);
            shown[0][j] = n == 0 ? Figure.hidden() : Figure.of(n);
        }
        shown[0][columns.size()] = last.map(stride -> Figure.of(stride.kept.total())).orElse(Figure.hidden());
        shown[1] = shown[0].clone();
        return new Figures(List.of(""), columns, shown);
    }

    /** The same of a group, where answers nobody gave are shown as such. */
    public static Figures answers(Stride last, List<String> columns, Rule rule) {
        RawTable raw = RawTable.of(columns);
        columns.forEach(column -> raw.add(column, last.shown("", column)));
        return last.kept.total() == 0 ? shown(Optional.empty(), "", columns) : SmallNumbers.answers(raw, rule);
    }

    /** Whether what came to a column between two strides cannot be placed within fewer than K values. */
    private static boolean safe(List<Stride> before, Stride wanted, String name, int k) {
        List<Stride> all = new ArrayList<>(before);
        all.add(wanted);
        Circuit circuit = new Circuit(1 + all.size());
        List<Circuit.Arc> unknown = new ArrayList<>();
        for (String column : wanted.kept.counts().get(name).keySet()) unknown.addAll(column(circuit, all, name, column));
        for (int s = 0; s < all.size(); s++)
            circuit.arc(1 + s, 0, all.get(s).kept.total() - (s == 0 ? 0 : all.get(s - 1).kept.total()));
        return unknown.stream().allMatch(arc -> {
            long width = circuit.width(arc, k);
            return width >= k || width == 0 && (arc.value == 0 || arc.value >= k);
        });
    }

    /** What came to one column, stride by stride; from one showing of it to the next the sum is known. */
    private static List<Circuit.Arc> column(Circuit circuit, List<Stride> all, String name, String column) {
        List<Circuit.Arc> came = new ArrayList<>();
        Map<Integer, Long> sums = new HashMap<>();
        int span = circuit.node();
        for (int s = 0; s < all.size(); s++) {
            long count = all.get(s).count(name, column);
            long more = Math.max(0, count - (s == 0 ? 0 : all.get(s - 1).count(name, column)));
            Circuit.Arc arc = circuit.arc(span, 1 + s, more);
            arc.hidden = true;
            came.add(arc);
            sums.merge(span, more, Long::sum);
            boolean shown = all.get(s).shown(name, column) != (s == 0 ? 0 : all.get(s - 1).shown(name, column));
            if (shown) {
                circuit.arc(0, span, sums.get(span));
                span = circuit.node();
            }
        }
        circuit.arc(0, span, sums.getOrDefault(span, 0L)).hidden = true;
        return came;
    }
}
