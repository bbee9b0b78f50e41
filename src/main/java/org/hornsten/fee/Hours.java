package org.hornsten.fee;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hornsten.kit.Refused;

/**
 * Time a fee is paid for, in half hours. Each half hour that has begun counts as a whole one: two hours and ten
 * minutes are two and a half hours.
 */
public record Hours(int halves) {
    /** Nobody works on at a workshop for more than a day. */
    static final int MOST_HALVES = 48;
    private static final int MINUTES_IN_A_HALF = 30;
    private static final Pattern TYPED = Pattern.compile("(\\d{1,9})(?:[.,]([05])0?)?");

    static Hours of(Duration time) {
        long minutes = (time.toSeconds() + 59) / 60;
        return new Hours((int) Math.min(MOST_HALVES, (minutes + MINUTES_IN_A_HALF - 1) / MINUTES_IN_A_HALF));
    }

    /** @throws Refused for anything but whole and half hours between a half and a day */
    static Hours typed(String field, String text) {
        Matcher number = TYPED.matcher(text.strip().replaceFirst("\\s*h$", ""));
        if (!number.matches()) throw new Refused(field, "fee:hours_wrong");
        long halves = 2 * Long.parseLong(number.group(1)) + ("5".equals(number.group(2)) ? 1 : 0);
        if (halves < 1 || halves > MOST_HALVES) throw new Refused(field, "fee:hours_many", MOST_HALVES / 2);
        return new Hours((int) halves);
    }

    /** What they give at that price for an hour. */
    Cents at(Cents hour) {
        return hour.times(halves).halved();
    }

    /** As one writes it: {@code 2,5} in Swedish and Finnish, {@code 2.5} in English. */
    public String in(String language) {
        return halves / 2 + (halves % 2 == 0 ? "" : language.startsWith("en") ? ".5" : ",5");
    }
}
