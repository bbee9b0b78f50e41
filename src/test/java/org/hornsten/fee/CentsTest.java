package org.hornsten.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Money is whole cents, whoever adds, multiplies, reads or types it. */
class CentsTest {
    private static final Cents MOST = new Cents(500_000);

    @Property
    void what_is_shown_in_a_language_is_read_back_as_the_same_amount(@ForAll @LongRange(min = 1, max = 99_999_999)
            long amount) {
        Cents cents = new Cents(amount);
        for (String language : List.of("sv", "fi")) {
            assertEquals(cents, Cents.typed("x", cents.in(language), new Cents(Long.MAX_VALUE)));
            assertEquals(cents, Cents.typed("x", cents.typed(language), new Cents(Long.MAX_VALUE)));
        }
        assertEquals(cents, Cents.typed("x", cents.typed("en"), new Cents(Long.MAX_VALUE)));
    }

    @Property
    void a_sum_does_not_depend_on_the_order_and_loses_nothing(
            @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 1_000_000) Long> amounts) {
        Cents forth = amounts.stream().map(Cents::new).reduce(Cents.NOTHING, Cents::plus);
        Cents back = Cents.NOTHING;
        for (int i = amounts.size(); i-- > 0;) back = back.plus(new Cents(amounts.get(i)));
        assertEquals(forth, back);
        assertEquals(amounts.stream().mapToLong(a -> a).sum(), forth.amount());
    }

    /** The rule once more with exact decimals beside the program's integers. */
    @Property
    void a_fee_by_the_hour_is_the_exact_product_rounded_up_to_a_cent(@ForAll @IntRange(min = 1, max = 48) int halves,
            @ForAll @LongRange(min = 1, max = 20_000) long hour) {
        BigDecimal exact = BigDecimal.valueOf(hour).multiply(BigDecimal.valueOf(halves))
                .divide(BigDecimal.valueOf(2), 0, RoundingMode.CEILING);
        assertEquals(exact.longValueExact(), new Hours(halves).at(new Cents(hour)).amount());
    }

    @Property
    void each_half_hour_that_has_begun_counts_and_no_other(@ForAll @IntRange(min = 1, max = 1440) int minutes) {
        int halves = Hours.of(Duration.ofMinutes(minutes)).halves();
        assertTrue(halves * 30 >= minutes && (halves - 1) * 30 < minutes, minutes + " → " + halves);
    }

    @Test
    void one_second_more_begins_another_half_hour() {
        assertEquals(4, Hours.of(Duration.ofHours(2)).halves());
        assertEquals(5, Hours.of(Duration.ofHours(2).plusSeconds(1)).halves());
        assertEquals("2,5", Hours.of(Duration.ofMinutes(130)).in("sv"));
        assertEquals("2.5", Hours.of(Duration.ofMinutes(130)).in("en"));
    }

    @Test
    void money_is_written_as_one_reads_it() {
        Cents cents = new Cents(123_450);
        assertEquals("1\u00a0234,50\u00a0€", cents.in("sv"));
        assertEquals("1\u00a0234,50\u00a0€", cents.in("fi"));
        assertEquals("€1,234.50", cents.in("en"));
        assertEquals("0,05\u00a0€", new Cents(5).in("sv-x-easy"));
    }

    @Test
    void money_is_understood_as_people_write_it() {
        Map.of("12", 1200, "12,5", 1250, "12.50 €", 1250, "€ 1 234,50", 123_450, " 0,01 ", 1, "7 euro", 700,
                "7 euroa", 700, "1\u00a0000", 100_000).forEach((typed, cents) ->
                assertEquals(new Cents(cents), Cents.typed("x", typed, MOST), typed));
    }

    @Test
    void whatever_is_no_money_is_refused_in_words_of_its_own() {
        Map.ofEntries(Map.entry("", "missing"), Map.entry("  € ", "missing"), Map.entry("-5", "negative"),
                Map.entry("−5,00", "negative"), Map.entry("12,345", "finer"), Map.entry("1.234", "finer"),
                Map.entry("tolv", "wrong"), Map.entry("1e3", "wrong"), Map.entry("12,", "wrong"),
                Map.entry("0x10", "wrong"), Map.entry("1,2,3", "wrong"), Map.entry("12 34", "wrong"),
                Map.entry("0", "nothing"), Map.entry("0,00", "nothing"), Map.entry("5000,01", "much"),
                Map.entry("999999999999", "much"), Map.entry("99999999999999999999999", "huge"),
                Map.entry("=1+1", "wrong"), Map.entry("１２", "wrong")).forEach((typed, why) ->
                assertEquals("fee:money_" + why, assertThrows(Refused.class,
                        () -> Cents.typed("x", typed, MOST), typed).key, typed));
    }

    @Test
    void there_is_no_money_below_nothing() {
        assertThrows(IllegalArgumentException.class, () -> new Cents(-1));
        assertThrows(ArithmeticException.class, () -> new Cents(Long.MAX_VALUE).plus(new Cents(1)));
        assertThrows(ArithmeticException.class, () -> new Cents(Long.MAX_VALUE / 2).times(3));
    }

    @Test
    void hours_are_whole_or_half() {
        Map.of("2", 4, "2,5", 5, "2.5 h", 5, "0,5", 1, "24", 48).forEach((typed, halves) ->
                assertEquals(halves, Hours.typed("x", typed).halves(), typed));
        Map.of("2,25", "wrong", "två", "wrong", "-2", "wrong", "0", "many", "24,5", "many", "999999999", "many",
                "", "wrong").forEach((typed, why) -> assertEquals("fee:hours_" + why, assertThrows(Refused.class,
                () -> Hours.typed("x", typed), typed).key, typed));
    }

    @Test
    void the_newest_rule_of_the_day_for_ones_kind_holds() {
        LocalDate day = LocalDate.of(2027, 3, 1);
        List<FeeRule> rules = List.of(
                rule(Task.TAKING_PART, FeeRule.Per.HOUR, 9900, day.plusDays(1), "EXPERT_BY_EXPERIENCE"),
                rule(Task.TAKING_PART, FeeRule.Per.HOUR, 2500, day, "EXPERT_BY_EXPERIENCE"),
                rule(Task.TAKING_PART, FeeRule.Per.HOUR, 2000, day.minusDays(9), "EXPERT_BY_EXPERIENCE,CUSTOMER"),
                rule(Task.TALK, FeeRule.Per.OCCASION, 0, day.minusDays(1), "EXPERT_BY_EXPERIENCE"),
                rule(Task.TALK, FeeRule.Per.OCCASION, 8000, day.minusDays(9), "EXPERT_BY_EXPERIENCE"));
        Hours hours = new Hours(5);
        Terms expert = Terms.of(rules, day, PersonKind.EXPERT_BY_EXPERIENCE, hours);
        assertEquals(List.of(new Cents(2500)), expert.fees().stream().map(rule -> rule.cents).toList());
        assertEquals(new Cents(6250), expert.fee(Task.TAKING_PART, hours, "").amount());
        assertEquals(new Cents(2000), Terms.of(rules, day, PersonKind.CUSTOMER, hours).fees().get(0).cents);
        assertTrue(Terms.of(rules, day, PersonKind.FAMILY_MEMBER, hours).fees().isEmpty());
        assertTrue(Terms.of(rules, day.minusDays(10), PersonKind.CUSTOMER, hours).fees().isEmpty());
    }

    @Test
    void another_time_than_the_workshops_needs_a_reason() {
        Terms terms = Terms.of(List.of(rule(Task.TAKING_PART, FeeRule.Per.HOUR, 2001, LocalDate.EPOCH, "CUSTOMER")),
                LocalDate.EPOCH, PersonKind.CUSTOMER, new Hours(5));
        assertEquals("fee:why_missing", assertThrows(Refused.class,
                () -> terms.fee(Task.TAKING_PART, new Hours(7), " ")).key);
        Item longer = terms.fee(Task.TAKING_PART, new Hours(7), "Jag höll också i kaffet.");
        assertEquals(new Cents(7004), longer.amount());
        assertEquals("fee:fee_missing", assertThrows(Refused.class,
                () -> terms.fee(Task.TALK, new Hours(5), "")).key);
        assertEquals("fee:fee_missing", assertThrows(Refused.class,
                () -> terms.fee(Task.KILOMETRE, new Hours(5), "")).key);
    }

    @Test
    void what_is_written_down_of_a_claim_is_read_back_equal() {
        List<Item> items = List.of(new Item(Item.Kind.FEE, new Cents(6250), "Kaffe åt alla", Task.TAKING_PART, 5),
                Item.cost(Item.Kind.TICKET, new Cents(1240), ""));
        String written = new Item.Column().convertToDatabaseColumn(items);
        assertTrue(written.contains("\"amount\":6250") && !written.contains("fee\":"), written);
        assertEquals(items, new Item.Column().convertToEntityAttribute(written));
    }

    @Test
    void kilometres_are_paid_one_by_one_and_no_further_than_one_drives() {
        Terms terms = Terms.of(List.of(rule(Task.KILOMETRE, FeeRule.Per.KILOMETRE, 55, LocalDate.EPOCH, "CUSTOMER")),
                LocalDate.EPOCH, PersonKind.CUSTOMER, new Hours(5));
        assertEquals(new Cents(2365), terms.journey(43).amount());
        for (int wrong : List.of(0, -1, 3001)) assertThrows(Refused.class, () -> terms.journey(wrong));
    }

    @Test
    void a_payroll_reference_is_no_account_and_no_identity() {
        for (String good : List.of("4711", "A-17/3", "Löntagare 12", "vasa.0042"))
            assertEquals(good, PayrollReference.typed(" " + good + " ").text());
        Map.of("FI21 1234 5600 0007 85", "account", "se4550000000058398257466", "account", "131052-308T", "identity",
                "19121212-1212", "identity", "=1+1", "wrong", "", "missing", "a;b", "wrong", "1".repeat(41), "long")
                .forEach((typed, why) -> assertEquals("fee:reference_" + why, assertThrows(Refused.class,
                        () -> PayrollReference.typed(typed), typed).key, typed));
    }

    private static FeeRule rule(Task task, FeeRule.Per per, long cents, LocalDate from, String kinds) {
        FeeRule rule = new FeeRule();
        rule.task = task;
        rule.per = per;
        rule.cents = new Cents(cents);
        rule.validFrom = from;
        rule.kinds = kinds;
        return rule;
    }
}
