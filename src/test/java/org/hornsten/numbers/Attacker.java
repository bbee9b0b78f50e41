package org.hornsten.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Somebody who reads all that is shown, sums, subtracts, compares days, and solves what is left. */
public final class Attacker {
    private Attacker() {}

    /** What a table gives away of groups under K, in words; empty when nothing. */
    public static Optional<String> reads(Figures shown, int k) {
        int rows = shown.rows().size();
        int columns = shown.columns().size();
        Simplex pencil = new Simplex((rows + 1) * (columns + 1));
        List<Optional<Integer>> numbers = new ArrayList<>();
        for (int i = 0; i <= rows; i++) for (int j = 0; j <= columns; j++) numbers.add(number(shown, i, j).n());
        for (int i = 0; i <= rows; i++) pencil.equation(sum(numbers.size(), i * (columns + 1), 1, columns), 0);
        for (int j = 0; j <= columns; j++) pencil.equation(sum(numbers.size(), j, columns + 1, rows), 0);
        for (int i = 0; i < numbers.size(); i++) {
            double[] one = new double[numbers.size()];
            one[i] = 1;
            if (numbers.get(i).isPresent()) pencil.equation(one, numbers.get(i).get());
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).filter(n -> n > 0 && n < k).isPresent()) return Optional.of("shows " + numbers.get(i));
            if (numbers.get(i).isPresent()) continue;
            double least = pencil.least(i);
            double greatest = pencil.greatest(i);
            if (greatest - least < k - 0.5) return Optional.of("number " + i + " is in " + least + "–" + greatest);
        }
        return Optional.empty();
    }

    private static Figure number(Figures shown, int i, int j) {
        boolean sumOfRow = j == shown.columns().size();
        boolean sumOfColumn = i == shown.rows().size();
        if (sumOfRow && sumOfColumn) return shown.total();
        if (sumOfRow) return shown.row(shown.rows().get(i));
        return sumOfColumn ? shown.column(shown.columns().get(j))
                : shown.cell(shown.rows().get(i), shown.columns().get(j));
    }

    private static double[] sum(int size, int from, int step, int parts) {
        double[] factors = new double[size];
        for (int i = 0; i < parts; i++) factors[from + i * step] = 1;
        factors[from + parts * step] = -1;
        return factors;
    }

    /**
     * What a row of days gives away of what came between two of them. Each entry is what one breakdown and its total
     * said on one day.
     */
    public static Optional<String> follows(List<Figures> days, int k) {
        List<Figures> told = days.stream().filter(day -> !day.total().suppressed()).toList();
        List<Figures> steps = new ArrayList<>();
        for (Figures day : told) if (steps.isEmpty() || !same(steps.get(steps.size() - 1), day)) steps.add(day);
        if (steps.isEmpty()) return Optional.empty();
        List<String> columns = steps.get(0).columns();
        int size = columns.size() * steps.size();
        Simplex pencil = new Simplex(size);
        int before = 0;
        for (int s = 0; s < steps.size(); s++) {
            int total = steps.get(s).total().n().orElseThrow();
            if (total != before && total - before < k) return Optional.of("the total grew by " + (total - before));
            double[] came = new double[size];
            for (int c = 0; c < columns.size(); c++) came[c * steps.size() + s] = 1;
            pencil.equation(came, total - before);
            before = total;
        }
        for (int c = 0; c < columns.size(); c++) {
            int shown = 0;
            for (int s = 0; s < steps.size(); s++) {
                int now = steps.get(s).breakdown().get(columns.get(c)).n().orElse(0);
                if (now == shown) continue;
                if (now - shown < k) return Optional.of(columns.get(c) + " grew by " + (now - shown));
                double[] sofar = new double[size];
                for (int i = 0; i <= s; i++) sofar[c * steps.size() + i] = 1;
                pencil.equation(sofar, now);
                shown = now;
            }
        }
        for (int i = 0; i < size; i++) {
            double least = pencil.least(i);
            double greatest = pencil.greatest(i);
            boolean known = greatest - least < 0.5 && (least < 0.5 || least > k - 0.5);
            if (!known && greatest - least < k - 0.5)
                return Optional.of(columns.get(i / steps.size()) + " between two days: " + least + "–" + greatest);
        }
        return Optional.empty();
    }

    private static boolean same(Figures one, Figures other) {
        return one.total().equals(other.total()) && one.breakdown().equals(other.breakdown());
    }

    /** A breakdown as a program reads it: numbers, or objects that say suppressed. */
    public static Figures read(Map<String, ?> breakdown, Object total) {
        List<String> columns = breakdown.keySet().stream().sorted().toList();
        Figure[][] shown = new Figure[2][columns.size() + 1];
        for (int j = 0; j < columns.size(); j++) shown[0][j] = shown[1][j] = read(breakdown.get(columns.get(j)));
        shown[0][columns.size()] = shown[1][columns.size()] = read(total);
        return new Figures(List.of(""), columns, shown);
    }

    private static Figure read(Object number) {
        return number instanceof Number n ? Figure.of(n.longValue()) : Figure.hidden();
    }

    /** Days on which the breakdown says something new; what else is known of the total in between is left out. */
    public static List<Figures> news(List<Figures> days) {
        List<Figures> news = new ArrayList<>();
        for (Figures day : days)
            if (news.isEmpty() || !news.get(news.size() - 1).breakdown().equals(day.breakdown())) news.add(day);
        return news.stream().filter(day -> day.breakdown().values().stream().anyMatch(f -> !f.suppressed())).toList();
    }

    /** What the answers of groups give away: of a group under K, or of one under 3K that spoke with one voice. */
    public static Optional<String> listens(Figures shown, SmallNumbers.Rule rule) {
        Map<String, long[]> groups = new TreeMap<>();
        long rest = shown.total().n().orElse(0);
        boolean sums = shown.columns().stream().noneMatch(c -> shown.column(c).suppressed());
        long[] left = shown.columns().stream().mapToLong(c -> shown.column(c).n().orElse(0)).toArray();
        for (String row : shown.rows()) {
            if (shown.row(row).suppressed()) continue;
            rest -= shown.row(row).n().orElseThrow();
            long[] said = shown.columns().stream().mapToLong(c -> shown.cell(row, c).n().orElse(0)).toArray();
            if (!shown.cell(row, shown.columns().get(0)).suppressed()) groups.put(row, said);
            for (int j = 0; j < left.length; j++) left[j] -= said[j];
            if (shown.row(row).n().orElseThrow() < rule.k() && shown.row(row).n().orElseThrow() > 0)
                return Optional.of(row + " is a small group");
        }
        if (!shown.total().suppressed() && rest > 0 && rest < rule.k()) return Optional.of("the rest is " + rest);
        if (sums) groups.put("all but the shown", left);
        if (sums) groups.put("all", shown.columns().stream().mapToLong(c -> shown.column(c).n().orElse(0)).toArray());
        return groups.entrySet().stream().filter(e -> oneVoice(e.getValue(), rule)).map(e -> e.getKey() + " agreed")
                .findFirst();
    }

    /** What the answers of one group give away on two days: that those who came in between agreed. */
    static Optional<String> compares(List<Figures> days, SmallNumbers.Rule rule) {
        for (int i = 0; i < days.size(); i++) for (int j = i + 1; j < days.size(); j++) {
            if (days.get(i).most("").isPresent()) return Optional.of("numbers after what was not counted out");
            Figures before = days.get(i);
            Figures after = days.get(j);
            long[] came = before.columns().stream().mapToLong(c -> after.column(c).n().orElse(0)
                    - before.column(c).n().orElse(0)).toArray();
            if (oneVoice(came, rule)) return Optional.of("those between two days agreed");
        }
        return Optional.empty();
    }

    private static boolean oneVoice(long[] said, SmallNumbers.Rule rule) {
        long all = 0;
        long most = 0;
        for (long n : said) {
            all += Math.abs(n);
            most = Math.max(most, Math.abs(n));
        }
        return rule.unanimity() && all > 0 && all == most && all < 3L * rule.k();
    }
}
