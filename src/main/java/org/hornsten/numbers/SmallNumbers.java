package org.hornsten.numbers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns counts of people into numbers that may be shown. A group under K is hidden, and with it as many other numbers
 * as it takes until nobody who sums and subtracts what is left can place a hidden one within fewer than K values
 * ({@link Circuit}). Sums are numbers of the table like all others. Nobody at all is no secret.
 */
public final class SmallNumbers {
    public static final int K = 5;
    /** For minors, health and other delicate matters. */
    public static final int DELICATE = 10;
    /** A group of fewer than this many times K that answers nearly with one voice is not counted out. */
    private static final int VOICES = 3;

    private SmallNumbers() {}

    /**
     * How many make a group.
     *
     * @param unanimity whether a small group of nearly one opinion is not counted out: for delicate questions
     */
    public record Rule(int k, boolean unanimity) {
        public static final Rule ORDINARY = of(K);
        public static final Rule SENSITIVE = of(DELICATE);

        public Rule {
            if (k < K) throw new IllegalArgumentException("K may be raised, never lowered");
        }

        /** Who asks for so many to make a group as delicate matters need has a delicate matter. */
        public static Rule of(int k) {
            return new Rule(k, k >= DELICATE);
        }
    }

    /** Of a table whose every cell is a group of people. */
    public static Figures groups(RawTable raw, Rule rule) {
        Sums sums = new Sums(raw);
        sums.hideUnder(rule.k());
        sums.hideWhatTellsIt(rule.k());
        return new Figures(raw.rows, raw.columns, sums.shown());
    }

    /**
     * Of a table whose rows are groups and whose columns are what they answered: a group that is large enough is shown
     * with all its answers, also those that few gave.
     */
    public static Figures answers(RawTable raw, Rule rule) {
        RawTable sizes = RawTable.of(raw.rows);
        for (int i = 0; i < raw.rows.size(); i++) sizes.cells[0][i] = raw.people(i);
        Sums groups = new Sums(sizes);
        groups.hideUnder(rule.k());
        for (int i = 0; i < raw.rows.size(); i++) if (fewLeft(raw, i, rule.k())) groups.cell(0, i).hidden = true;
        groups.hideWhatTellsIt(rule.k());
        return new Answers(raw, groups, rule).figures();
    }

    /** The same of groups that share no total, each for itself. */
    public static Map<String, Figures> apart(RawTable raw, Rule rule) {
        Map<String, Figures> apart = new LinkedHashMap<>();
        raw.apart().forEach((row, table) -> apart.put(row, answers(table, rule)));
        return apart;
    }

    /** All as it is, for those who read one by one what is counted: a list tells its length. */
    public static Figures listed(RawTable raw) {
        return new Figures(raw.rows, raw.columns, new Sums(raw).shown());
    }

    /** Where nearly all have answered, those who have not are a small group themselves. */
    private static boolean fewLeft(RawTable raw, int row, int k) {
        long left = raw.asked[row] - raw.people(row);
        return raw.asked[row] >= 0 && left > 0 && left < k;
    }

    /**
     * Whether so many of a small group agree that it is not counted out: three of four, so that who is told only that
     * most agreed does not know whether all did.
     */
    static boolean oneVoice(Stream<Long> answers, Rule rule) {
        long[] given = answers.mapToLong(Math::abs).toArray();
        long all = Arrays.stream(given).sum();
        return rule.unanimity() && all > 0 && all < (long) VOICES * rule.k()
                && 4 * Arrays.stream(given).max().orElse(0) >= 3 * all;
    }

    /** The answers of groups of which some are hidden. */
    private record Answers(RawTable raw, Sums groups, Rule rule) {
        Figures figures() {
            int rows = raw.rows.size();
            int columns = raw.columns.size();
            Figure[][] shown = new Figure[rows + 1][columns + 1];
            Map<String, String> most = new LinkedHashMap<>();
            boolean sums = !groups.total().hidden && !oneVoice(all(false), rule) && !oneVoice(all(true), rule);
            for (int i = 0; i < rows; i++) {
                boolean group = !groups.cell(0, i).hidden;
                boolean answers = group && !oneVoice(raw.row(i).values().stream(), rule);
                // a hidden row could else be had by subtracting the others
                sums &= answers || !group;
                if (group && !answers) most.put(raw.rows.get(i), most(raw.row(i)));
                for (int j = 0; j < columns; j++) shown[i][j] = answers ? Figure.of(raw.cells[i][j]) : Figure.hidden();
                shown[i][columns] = group ? Figure.of(raw.people(i)) : Figure.hidden();
            }
            for (int j = 0; j < columns; j++) shown[rows][j] = sums ? Figure.of(sum(j, false)) : Figure.hidden();
            shown[rows][columns] = groups.total().hidden ? Figure.hidden() : Figure.of(raw.people());
            return new Figures(raw.rows, raw.columns, shown, most);
        }

        private static String most(Map<String, Long> answers) {
            return answers.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        }

        private Stream<Long> all(boolean hiddenOnly) {
            return Stream.iterate(0, j -> j < raw.columns.size(), j -> j + 1).map(j -> sum(j, hiddenOnly));
        }

        private long sum(int column, boolean hiddenOnly) {
            long sum = 0;
            for (int i = 0; i < raw.rows.size(); i++)
                if (!hiddenOnly || groups.cell(0, i).hidden) sum += raw.cells[i][column];
            return sum;
        }
    }

    /** A table with all its sums as a {@link Circuit}. */
    static final class Sums {
        private final int rows;
        private final int columns;
        private final Circuit circuit;
        /** One row and one column more than the table has: its sums. */
        private final Circuit.Arc[][] arcs;

        Sums(RawTable raw) {
            rows = raw.rows.size();
            columns = raw.columns.size();
            circuit = new Circuit(rows + columns + 2);
            arcs = new Circuit.Arc[rows + 1][columns + 1];
            int ofRows = rows + columns;
            for (int i = 0; i < rows; i++) for (int j = 0; j < columns; j++)
                arcs[i][j] = circuit.arc(i, rows + j, raw.cells[i][j]);
            for (int i = 0; i < rows; i++) arcs[i][columns] = circuit.arc(ofRows, i, raw.people(i));
            for (int j = 0; j < columns; j++)
                arcs[rows][j] = circuit.arc(rows + j, ofRows + 1, column(raw, j));
            arcs[rows][columns] = circuit.arc(ofRows + 1, ofRows, raw.people());
        }

        private static long column(RawTable raw, int column) {
            return Arrays.stream(raw.cells).mapToLong(row -> row[column]).sum();
        }

        Circuit.Arc cell(int row, int column) {
            return arcs[row][column];
        }

        Circuit.Arc total() {
            return arcs[rows][columns];
        }

        void hideUnder(int k) {
            circuit.arcs().forEach(arc -> arc.hidden |= arc.value > 0 && arc.value < k);
            alike();
        }

        void hideWhatTellsIt(int k) {
            for (;;) {
                Optional<Circuit.Arc> told = circuit.arcs().stream()
                        .filter(arc -> arc.hidden && circuit.width(arc, k) < k).findFirst();
                Optional<Circuit.Arc> next = told.flatMap(arc -> another(arc, k));
                if (next.isEmpty()) return;
                next.get().hidden = true;
                alike();
            }
        }

        /** What is best hidden to keep that one: few people rather than many, a group rather than a sum. */
        private Optional<Circuit.Arc> another(Circuit.Arc told, int k) {
            List<Circuit.Arc> shown = circuit.arcs().stream().filter(arc -> !arc.hidden)
                    .sorted(Comparator.comparing((Circuit.Arc arc) -> arc.value == 0)
                            .thenComparing(this::sum).thenComparing(arc -> arc.value)).toList();
            return shown.stream().filter(arc -> enough(arc, told, k)).findFirst()
                    .or(() -> shown.stream().filter(arc -> meets(arc, told)).findFirst())
                    .or(() -> shown.stream().findFirst());
        }

        private boolean enough(Circuit.Arc arc, Circuit.Arc told, int k) {
            if (!meets(arc, told)) return false;
            arc.hidden = true;
            boolean enough = circuit.width(told, k) >= k;
            arc.hidden = false;
            return enough;
        }

        private static boolean meets(Circuit.Arc one, Circuit.Arc other) {
            return one.from == other.from || one.to == other.to || one.from == other.to || one.to == other.from;
        }

        private boolean sum(Circuit.Arc arc) {
            return arc.from >= rows || arc.to >= rows + columns;
        }

        // In a table of one row each column is its own sum, and the row is the sum of all.
        private void alike() {
            if (rows == 1) {
                for (int j = 0; j < columns; j++) alike(arcs[0][j], arcs[1][j]);
                alike(arcs[0][columns], arcs[1][columns]);
            }
            if (columns == 1) {
                for (int i = 0; i < rows; i++) alike(arcs[i][0], arcs[i][1]);
                alike(arcs[rows][0], arcs[rows][1]);
            }
        }

        private static void alike(Circuit.Arc one, Circuit.Arc other) {
            one.hidden |= other.hidden;
            other.hidden = one.hidden;
        }

        Figure[][] shown() {
            return Arrays.stream(arcs).map(row -> Arrays.stream(row)
                    .map(arc -> arc.hidden ? Figure.hidden() : Figure.of(arc.value)).toArray(Figure[]::new))
                    .toArray(Figure[][]::new);
        }
    }
}
