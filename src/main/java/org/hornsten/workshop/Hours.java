package org.hornsten.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.hornsten.web.When;

/** When a meeting is, as one would say it: "torsdag den 3 december kl. 13–15.30". */
@ApplicationScoped
@Named("hours")
public class Hours {
    private final When when;
    private final ZoneId zone;

    Hours(When when, Clock clock) {
        this.when = when;
        this.zone = clock.getZone();
    }

    /** Day of the week, day, and both times; an end on another day with its own day. */
    public String span(Instant from, Instant to, String language) {
        boolean oneDay = from.atZone(zone).toLocalDate().equals(to.atZone(zone).toLocalDate());
        String end = oneDay ? time(to, language) : " " + day(to, language) + " " + at(language) + time(to, language);
        return day(from, language) + " " + at(language) + time(from, language) + "–" + end;
    }

    /** With the day of the week. */
    public String day(Instant at, String language) {
        Locale tongue = Locale.forLanguageTag(language);
        return at.atZone(zone).getDayOfWeek().getDisplayName(TextStyle.FULL, tongue) + " " + when.day(at, language);
    }

    /** Day of the week, day and time. */
    public String moment(Instant at, String language) {
        return day(at, language) + " " + at(language) + time(at, language);
    }

    /** The time alone: 13, 13.30; in English 13:00. */
    public String time(Instant at, String language) {
        boolean full = at.atZone(zone).getMinute() == 0;
        String pattern = language.equals("en") ? "H:mm" : full ? "H" : "H.mm";
        return DateTimeFormatter.ofPattern(pattern).format(at.atZone(zone));
    }

    /** Whether the clock shows that time twice that night. */
    public boolean twice(Instant at) {
        return WallClock.twice(at, zone);
    }

    private static String at(String language) {
        return switch (language) {
            case "fi" -> "klo ";
            case "en" -> "at ";
            default -> "kl. ";
        };
    }
}
