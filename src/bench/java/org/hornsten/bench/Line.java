package org.hornsten.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * One line of the table.
 *
 * @param met nothing to say where the line only informs
 */
record Line(String number, String work, String median, String spread, String ratio, String bar, String met) {

    static Line heading() {
        return new Line("#", "work", "median", "spread", "ratio to its floor", "bar", "met?");
    }

    /** The middle of several rounds and how far they lay apart. */
    record Rounds(double[] sorted) {
        static Rounds of(List<Double> values) {
            return new Rounds(values.stream().mapToDouble(v -> v).sorted().toArray());
        }

        double median() {
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }

        String middle(String unit) {
            return number(median()) + unit;
        }

        String spread() {
            return number(DoubleStream.of(sorted).min().orElseThrow()) + " – "
                    + number(DoubleStream.of(sorted).max().orElseThrow());
        }

        static String number(double value) {
            return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
        }
    }

    static String met(boolean met) {
        return met ? "yes" : "**no**";
    }

    String markdown() {
        return "| " + String.join(" | ", number, work, median, spread, ratio, bar, met) + " |";
    }
}
