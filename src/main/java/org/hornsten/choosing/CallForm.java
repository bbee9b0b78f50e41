package org.hornsten.choosing;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.panel.Panel;
import org.hornsten.recruitment.CallPlan;
import org.hornsten.recruitment.OpenCall;
import org.jboss.resteasy.reactive.RestForm;

/** A call as typed. */
public record CallForm(@RestForm String panel, @RestForm String wordsSv, @RestForm String wordsFi,
                       @RestForm String wordsEn, @RestForm String rhythmSv, @RestForm String rhythmFi,
                       @RestForm String rhythmEn, @RestForm String feeSv, @RestForm String feeFi,
                               @RestForm String feeEn,
                       @RestForm String opensAt, @RestForm String closesAt, @RestForm String youngest,
                       @RestForm String oldest, @RestForm String places, @RestForm String reserves,
                       @RestForm String method, @RestForm String asksAreas, @RestForm String asksWhy,
                       @RestForm String sourceSv, @RestForm String sourceFi, @RestForm String sourceEn,
                       @RestForm String keepDays, @RestForm String submission) {
    private static final int USUAL_AGE = 16;
    private static final int USUAL_PLACES = 20;
    private static final int USUAL_DAYS = 30;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_LOCAL_DATE_TIME;

    /** What calls usually say: three weeks from tomorrow morning, from the panel's own age on, to fill its seats. */
    static CallForm usual(Optional<Panel> panel, Clock clock) {
        LocalDateTime opens = LocalDate.now(clock).plusDays(1).atTime(9, 0);
        String youngest = "" + panel.map(one -> one.minimumAge).orElse(USUAL_AGE);
        return new CallForm(panel.map(one -> one.publicId).orElse(""), "", "", "", "", "", "", "", "", "",
                MOMENT.format(opens), MOMENT.format(opens.plusWeeks(3).withHour(16)), youngest, "",
                "" + panel.map(one -> one.size).orElse(USUAL_PLACES), "" + USUAL_PLACES / 2,
                        OpenCall.Method.CHOICE.name(),
                "", "yes", "", "", "", "" + USUAL_DAYS, null);
    }

    /** As a person would fill it in for this plan. */
    static CallForm of(CallPlan plan, ZoneId zone) {
        return new CallForm(null, in(plan.words(), "sv"), in(plan.words(), "fi"), in(plan.words(), "en"),
                in(plan.rhythm(), "sv"), in(plan.rhythm(), "fi"), in(plan.rhythm(), "en"), in(plan.fee(), "sv"),
                in(plan.fee(), "fi"), in(plan.fee(), "en"), local(plan.opensAt(), zone), local(plan.closesAt(), zone),
                "" + plan.youngest(), plan.oldest() == null ? "" : "" + plan.oldest(), "" + plan.places(),
                "" + plan.reserves(), plan.method().name(), plan.asksAreas() ? "yes" : "", plan.asksWhy() ? "yes" : "",
                in(plan.source(), "sv"), in(plan.source(), "fi"), in(plan.source(), "en"), "" + plan.keepDays(), null);
    }

    /** Whether a public draw is named, so that its fields are shown. */
    public boolean sourced() {
        return !blank(sourceSv) || !blank(sourceFi) || !blank(sourceEn);
    }

    /** @throws Refused naming the field that cannot be read */
    CallPlan plan(ZoneId zone) {
        return new CallPlan(text(wordsSv, wordsFi, wordsEn), text(rhythmSv, rhythmFi, rhythmEn),
                text(feeSv, feeFi, feeEn), moment("opensAt", opensAt, zone), moment("closesAt", closesAt, zone),
                number(youngest), blank(oldest) ? null : number(oldest), number(places), number(reserves),
                Arrays.stream(OpenCall.Method.values()).filter(one -> one.name().equals(method)).findFirst()
                        .orElse(null),
                "yes".equals(asksAreas), "yes".equals(asksWhy), text(sourceSv, sourceFi, sourceEn), number(keepDays));
    }

    static Instant moment(String field, String typed, ZoneId zone) {
        if (blank(typed)) return null;
        try {
            return LocalDateTime.parse(typed.strip(), MOMENT).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Refused(field, "choosing:moment_wrong");
        }
    }

    static String local(Instant at, ZoneId zone) {
        return at == null ? "" : MOMENT.format(LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES));
    }

    // What is no number is one that no rule allows.
    private static int number(String typed) {
        return typed != null && typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : -1;
    }

    private static Multilingual text(String sv, String fi, String en) {
        return Multilingual.of(Objects.toString(sv, ""), Objects.toString(fi, ""), Objects.toString(en, ""));
    }

    private static String in(Multilingual text, String language) {
        return text.exactly(language).orElse("");
    }

    private static boolean blank(String typed) {
        return typed == null || typed.isBlank();
    }
}
