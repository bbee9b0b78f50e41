package org.hornsten.numbers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hornsten.numbers.SmallNumbers.Rule;
import org.hornsten.numbers.SmallNumbers.Sums;
import org.hornsten.numbers.Strides.Stride;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An attacker with all that is shown, a pencil and patience finds no group under K. */
class SmallNumbersTest {
    private static final int K = SmallNumbers.K;
    private static final List<String> KINDS = List.of("a", "b", "c", "d");
    /** How many populations a planted flaw may survive. */
    private static final int PATIENCE = 300;

    @Property(tries = 1000)
    void no_table_gives_a_small_group_away(@ForAll long seed) {
        RawTable raw = population(new Random(seed));
        Figures shown = SmallNumbers.groups(raw, Rule.ORDINARY);
        assertEquals(Optional.empty(), Attacker.reads(shown, K), shown::toString);
    }

    @Property(tries = 1000)
    void no_answers_give_a_small_group_or_a_unanimous_one_away(@ForAll long seed) {
        Random dice = new Random(seed);
        Rule rule = dice.nextBoolean() ? Rule.ORDINARY : Rule.SENSITIVE;
        Figures shown = SmallNumbers.answers(opinions(dice), rule);
        assertEquals(Optional.empty(), Attacker.listens(shown, rule), shown::toString);
    }

    @Property(tries = 300)
    void no_row_of_days_gives_away_who_came_between_two_of_them(@ForAll long seed) {
        List<Figures> days = days(new Random(seed), SmallNumbersTest::strides);
        assertEquals(Optional.empty(), Attacker.follows(days, K), days::toString);
    }

    @Property(tries = 500)
    void no_row_of_days_gives_away_few_who_rated_and_at_the_end_all_are_in_the_numbers(@ForAll long seed) {
        Random dice = new Random(seed);
        Sheets sheets = new Sheets(dice.nextBoolean() ? Rule.ORDINARY : Rule.SENSITIVE, Strides::coming);
        sheets.live(dice);
        assertEquals(Optional.empty(), sheets.seen());
        if (sheets.atTheEnd >= sheets.rule.k()) assertEquals(sheets.atTheEnd, sheets.shownAtTheEnd);
    }

    @Test
    void the_attacker_sees_the_last_ones_who_come_alone() {
        Coming flawed = (fresh, open, behind, rule) -> open && fresh < rule.k() ? 0 : fresh;
        for (Rule rule : List.of(Rule.ORDINARY, Rule.SENSITIVE))
            assertTrue(IntStream.range(0, PATIENCE).anyMatch(seed -> {
                Sheets sheets = new Sheets(rule, flawed);
                sheets.live(new Random(seed));
                return sheets.seen().isPresent();
            }));
    }

    @Test
    void what_most_gave_does_not_tell_whether_all_did() {
        for (int all = SmallNumbers.DELICATE; all < 3 * SmallNumbers.DELICATE; all++) {
            Figures agreed = SmallNumbers.answers(RawTable.of(KINDS).add("a", all), Rule.SENSITIVE);
            Figures nearly = SmallNumbers.answers(RawTable.of(KINDS).add("a", all - 1).add("b", 1), Rule.SENSITIVE);
            assertEquals(Optional.of("a"), agreed.most(""));
            assertEquals(Optional.of("a"), nearly.most(""));
            assertEquals(agreed.toString(), nearly.toString());
            assertTrue(agreed.breakdown().values().stream().allMatch(Figure::suppressed));
        }
        assertEquals(Optional.empty(), SmallNumbers.answers(RawTable.of(KINDS).add("a", 8).add("b", 4), Rule.SENSITIVE)
                .most(""));
        assertEquals(Optional.empty(), SmallNumbers.answers(RawTable.of(KINDS).add("a", 30), Rule.SENSITIVE).most(""));
    }

    private interface Coming {
        int of(int fresh, boolean open, boolean behind, Rule rule);
    }

    /** What people rate, and what is shown of it after each of them. */
    private static final class Sheets {
        private final Rule rule;
        private final Coming coming;
        private final List<String> in = new ArrayList<>();
        private final List<String> fresh = new ArrayList<>();
        private final List<Figures> days = new ArrayList<>();
        private Stride last = Strides.none();
        private int smallest = Integer.MAX_VALUE;
        private int atTheEnd;
        private int shownAtTheEnd;

        Sheets(Rule rule, Coming coming) {
            this.rule = rule;
            this.coming = coming;
        }

        /** Up to fifty rate, now and then one thinks again; when it is over, some letters come. */
        void live(Random dice) {
            boolean agreed = dice.nextBoolean();
            for (int people = dice.nextInt(50); people > 0; people--) come(dice, agreed, true);
            release(false);
            atTheEnd = in.size() + fresh.size();
            shownAtTheEnd = in.size();
            for (int letters = dice.nextInt(30); letters > 0; letters--) come(dice, agreed, false);
        }

        private void come(Random dice, boolean agreed, boolean open) {
            if (dice.nextInt(5) == 0 && !in.isEmpty()) in.remove(dice.nextInt(in.size()));
            fresh.add(agreed && dice.nextInt(9) > 0 ? "a" : KINDS.get(dice.nextInt(4)));
            release(open);
        }

        private void release(boolean open) {
            int now = coming.of(fresh.size(), open, false, rule);
            if (now == 0) return;
            RawTable raw = RawTable.of(KINDS);
            in.forEach(score -> raw.add(score, 1));
            fresh.subList(0, now).forEach(score -> raw.add(score, 1));
            Strides.group(last, raw, rule).ifPresent(next -> {
                last = next;
                smallest = Math.min(smallest, now);
                in.addAll(fresh.subList(0, now));
                fresh.subList(0, now).clear();
                days.add(Strides.answers(last, KINDS, rule));
            });
        }

        /** What the days give away: that numbers moved for few, or that a small group agreed. */
        Optional<String> seen() {
            if (smallest < rule.k()) return Optional.of("moved for " + smallest);
            Optional<String> agreed = days.stream().flatMap(day -> Attacker.listens(day, rule).stream()).findFirst();
            return agreed.or(() -> Attacker.compares(days, rule));
        }
    }

    @Test
    void of_fifteen_in_two_units_the_two_and_the_difference_are_hidden() {
        Figures shown = SmallNumbers.groups(RawTable.of(List.of("A", "B")).add("A", 13).add("B", 2), Rule.ORDINARY);
        assertTrue(shown.breakdown().get("B").suppressed());
        assertEquals(1, Stream.of(shown.breakdown().get("A"), shown.total()).filter(Figure::suppressed).count());
        Figures over = SmallNumbers.answers(RawTable.of(List.of("A", "B"), List.of("yes", "no")).add("A", "yes", 13)
                .add("B", "no", 2), Rule.ORDINARY);
        assertTrue(over.row("B").suppressed() && over.cell("B", "no").suppressed());
        assertFalse(Attacker.listens(over, Rule.ORDINARY).isPresent());
    }

    @Test
    void large_groups_are_shown_whole_and_nobody_is_no_secret() {
        RawTable raw = RawTable.of(List.of("sv", "fi"), KINDS);
        KINDS.forEach(kind -> raw.add("sv", kind, 20).add("fi", kind, kind.equals("a") ? 0 : 7));
        Figures shown = SmallNumbers.groups(raw, Rule.ORDINARY);
        assertEquals(Optional.of(0), shown.cell("fi", "a").n());
        assertEquals(Optional.of(101), shown.total().n());
        assertFalse(KINDS.stream().anyMatch(kind -> shown.cell("sv", kind).suppressed()));
    }

    @Test
    void the_few_who_did_not_answer_are_a_group_too() {
        RawTable nine = RawTable.of(List.of("yes", "no")).add("yes", 9).asked("", 10);
        assertTrue(SmallNumbers.answers(nine, Rule.ORDINARY).total().suppressed());
        RawTable all = RawTable.of(List.of("yes", "no")).add("yes", 10).asked("", 10);
        assertEquals(Optional.of(10), SmallNumbers.answers(all, Rule.ORDINARY).total().n());
    }

    @Test
    void k_may_be_raised_but_never_lowered() {
        assertThrows(IllegalArgumentException.class, () -> new Rule(4, false));
        assertTrue(SmallNumbers.answers(RawTable.of(List.of("yes")).add("yes", 9), Rule.SENSITIVE).total().suppressed());
    }

    @Test
    void public_breakdowns_are_rounded_to_five_below_fifty() {
        Figures rounded = SmallNumbers.groups(RawTable.of(List.of("a", "b")).add("a", 23).add("b", 51), Rule.ORDINARY)
                .rounded();
        assertEquals(Map.of("a", Optional.of(25), "b", Optional.of(51)), Map.of(
                "a", rounded.breakdown().get("a").n(), "b", rounded.breakdown().get("b").n()));
    }

    @Test
    void a_stride_is_the_same_after_it_was_stored() {
        Stride stride = strides(List.of(), counts(8, 3, 9, 0)).orElseThrow();
        List<Stride> stored = List.of(Stride.read(stride.write()));
        assertEquals(shown(List.of(stride)).toString(), shown(stored).toString());
    }

    @Test
    void the_attacker_sees_through_hiding_only_the_small_ones() {
        caught(raw -> shown(raw, sums -> sums.hideUnder(K)));
    }

    @Test
    void the_attacker_sees_through_a_k_that_is_one_too_low() {
        caught(raw -> shown(raw, sums -> {
            sums.hideUnder(K - 1);
            sums.hideWhatTellsIt(K - 1);
        }));
    }

    @Test
    void the_attacker_sees_through_sums_that_are_always_shown() {
        caught(raw -> {
            Figures safe = SmallNumbers.groups(raw, Rule.ORDINARY);
            Figure[][] open = new Figure[raw.rows.size() + 1][raw.columns.size() + 1];
            for (int i = 0; i <= raw.rows.size(); i++) for (int j = 0; j <= raw.columns.size(); j++) {
                boolean sum = i == raw.rows.size() || j == raw.columns.size();
                open[i][j] = sum ? Figure.of(sum(raw, i, j)) : safe.cell(raw.rows.get(i), raw.columns.get(j));
            }
            return new Figures(raw.rows, raw.columns, open);
        });
    }

    @Test
    void the_attacker_sees_through_numbers_that_are_live() {
        assertTrue(IntStream.range(0, PATIENCE).anyMatch(seed -> Attacker.follows(days(new Random(seed),
                (before, now) -> stride(before, now, K, false)), K).isPresent()));
    }

    @Test
    void the_attacker_sees_through_strides_that_look_at_each_column_alone() {
        assertTrue(IntStream.range(0, PATIENCE).anyMatch(seed -> Attacker.follows(days(new Random(seed),
                (before, now) -> stride(before, now, K, true)), K).isPresent()));
    }

    @Test
    void the_attacker_hears_one_voice_where_it_is_counted_out() {
        RawTable agreed = RawTable.of(List.of("yes", "no")).add("yes", 12);
        assertTrue(Attacker.listens(SmallNumbers.answers(agreed, Rule.ORDINARY), Rule.SENSITIVE).isPresent());
    }

    private static void caught(Function<RawTable, Figures> flawed) {
        assertTrue(IntStream.range(0, PATIENCE).anyMatch(seed ->
                Attacker.reads(flawed.apply(population(new Random(seed))), K).isPresent()));
    }

    private static Figures shown(RawTable raw, java.util.function.Consumer<Sums> hiding) {
        Sums sums = new Sums(raw);
        hiding.accept(sums);
        return new Figures(raw.rows, raw.columns, sums.shown());
    }

    private static long sum(RawTable raw, int row, int column) {
        return IntStream.range(0, raw.rows.size()).filter(i -> row == raw.rows.size() || i == row).mapToLong(i ->
                IntStream.range(0, raw.columns.size()).filter(j -> column == raw.columns.size() || j == column)
                        .mapToLong(j -> raw.cells[i][j]).sum()).sum();
    }

    private static RawTable population(Random dice) {
        List<String> rows = IntStream.rangeClosed(0, dice.nextInt(4)).mapToObj(i -> "r" + i).toList();
        List<String> columns = IntStream.rangeClosed(0, dice.nextInt(5)).mapToObj(j -> "c" + j).toList();
        RawTable raw = RawTable.of(rows, columns);
        int most = 2 + dice.nextInt(25);
        rows.forEach(row -> columns.forEach(column -> raw.add(row, column,
                dice.nextInt(4) == 0 ? 0 : dice.nextInt(dice.nextBoolean() ? 6 : most))));
        return raw;
    }

    private static RawTable opinions(Random dice) {
        List<String> rows = IntStream.rangeClosed(0, dice.nextInt(4)).mapToObj(i -> "r" + i).toList();
        RawTable raw = RawTable.of(rows, List.of("1", "2", "3"));
        for (String row : rows) {
            String voice = "" + (1 + dice.nextInt(3));
            boolean agreed = dice.nextBoolean();
            for (int people = dice.nextInt(30); people > 0; people--)
                raw.add(row, agreed ? voice : "" + (1 + dice.nextInt(3)), 1);
        }
        return raw;
    }

    private interface Showing {
        Optional<Stride> next(List<Stride> before, Map<String, Integer> now);
    }

    /** Up to sixty people of four kinds come one after the other, and somebody looks after each. */
    private static List<Figures> days(Random dice, Showing showing) {
        List<Stride> strides = new ArrayList<>();
        List<Figures> days = new ArrayList<>();
        Map<String, Integer> now = new HashMap<>();
        int frequent = dice.nextInt(4);
        for (int people = dice.nextInt(60); people > 0; people--) {
            now.merge(KINDS.get(dice.nextInt(3) == 0 ? frequent : dice.nextInt(4)), 1, Integer::sum);
            showing.next(strides, now).ifPresent(strides::add);
            days.add(shown(strides));
        }
        return days;
    }

    private static Figures shown(List<Stride> strides) {
        return Strides.shown(strides.stream().reduce((first, last) -> last), "kind", KINDS);
    }

    private static Optional<Stride> strides(List<Stride> before, Map<String, Integer> now) {
        return Strides.next(before, Map.of("kind", table(now)), Rule.ORDINARY);
    }

    private static RawTable table(Map<String, Integer> now) {
        RawTable raw = RawTable.of(KINDS);
        now.forEach(raw::add);
        return raw;
    }

    private static Map<String, Integer> counts(int... of) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < of.length; i++) counts.put(KINDS.get(i), of[i]);
        return counts;
    }

    /** A flawed stride: taken at every answer, or whenever K have come, with each column that has grown by K. */
    private static Optional<Stride> stride(List<Stride> before, Map<String, Integer> now, int k, boolean waits) {
        String last = before.isEmpty() ? "{\"total\":0,\"counts\":{},\"shown\":{\"kind\":{}}}"
                : before.get(before.size() - 1).write();
        long total = now.values().stream().mapToLong(n -> n).sum();
        long old = number(last, "\"total\":");
        if (waits && total - old < k) return Optional.empty();
        StringBuilder shown = new StringBuilder();
        KINDS.forEach(kind -> {
            long was = number(last.substring(last.indexOf("\"shown\"")), "\"" + kind + "\":");
            long is = now.getOrDefault(kind, 0);
            long tells = waits ? is - was >= k ? is : was : is >= k ? is : 0;
            shown.append(shown.isEmpty() ? "" : ",").append("\"" + kind + "\":" + tells);
        });
        return Optional.of(Stride.read("{\"total\":" + total + ",\"counts\":{\"kind\":{}},\"shown\":{\"kind\":{" + shown
                + "}}}"));
    }

    private static long number(String text, String name) {
        int at = text.indexOf(name);
        return at < 0 ? 0 : Long.parseLong(text.substring(at + name.length()).replaceAll("\\D.*", ""));
    }
}
