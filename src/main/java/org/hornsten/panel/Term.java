package org.hornsten.panel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.kit.Refused;

/** From the morning of one day to the evening of another. */
@Schema(name = "Term")
public record Term(LocalDate from, LocalDate to) {
    private static final int USUAL_YEARS = 2;
    private static final int MOST_YEARS = 10;
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4})");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    /** Two years, as panels and councils usually have. */
    public static Term usual(LocalDate from) {
        return new Term(from, from.plusYears(USUAL_YEARS).minusDays(1));
    }

    void check() {
        if (from == null) throw new Refused("from", "panel:from_missing");
        if (to == null) throw new Refused("to", "panel:to_missing");
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) throw new Refused("from", "web:day_far");
        if (to.isBefore(from)) throw new Refused("to", "panel:to_before_from");
        if (ChronoUnit.DAYS.between(from.plusYears(MOST_YEARS), to) >= 0)
            throw new Refused("to", "panel:term_long", MOST_YEARS);
    }

    /** As people write a day: 2026-11-22 or 22.11.2026. */
    public static Optional<LocalDate> day(String typed) {
        try {
            Matcher day = DAY.matcher(typed);
            if (day.matches()) return Optional.of(LocalDate.of(Integer.parseInt(day.group(3)),
                    Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1))));
            return ISO.matcher(typed).matches() ? Optional.of(LocalDate.parse(typed)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean meets(Term other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    @JsonIgnore
    public boolean isOver(LocalDate today) {
        return to.isBefore(today);
    }

    /** As long again, from the day after. */
    Term next() {
        LocalDate begins = to.plusDays(1);
        return new Term(begins, begins.plusMonths(Math.max(1, ChronoUnit.MONTHS.between(from, begins))).minusDays(1));
    }

    /** Cut off at a last day; the whole where that is before it begins, for the rules to refuse. */
    Term until(LocalDate last) {
        return last.isBefore(to) && !last.isBefore(from) ? new Term(from, last) : this;
    }
}
