package org.hornsten.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days and times as one would say them: "den 30 november kl. 16", "30. marraskuuta klo 16", "30 November at 16:00". */
@ApplicationScoped
@Named("when")
public class When {
    private final Clock clock;
    private final ZoneId zone;

    When(Clock clock) {
        this.clock = clock;
        this.zone = clock.getZone();
    }

    /** The day, with its year unless it is this year. */
    public String day(LocalDate day, String language) {
        boolean thisYear = day.getYear() == Year.now(clock).getValue();
        String pattern = switch (language) {
            case "fi" -> "d. MMMM";
            case "en" -> "d MMMM";
            default -> "'den' d MMMM";
        };
        return DateTimeFormatter.ofPattern(thisYear ? pattern : pattern + " yyyy", Locale.forLanguageTag(language))
                .format(day);
    }

    public String day(Instant at, String language) {
        return day(at.atZone(zone).toLocalDate(), language);
    }

    /** Day and time of day in the organisation's zone. */
    public String moment(Instant at, String language) {
        ZonedDateTime local = at.atZone(zone);
        boolean full = local.getMinute() == 0;
        String time = switch (language) {
            case "fi" -> full ? "'klo' H" : "'klo' H.mm";
            case "en" -> "'at' H:mm";
            default -> full ? "'kl.' H" : "'kl.' H.mm";
        };
        return day(at, language) + " " + DateTimeFormatter.ofPattern(time).format(local);
    }

    /** For the {@code datetime} attribute. */
    public String machine(Object at) {
        // HTML knows no more than thousandths
        return at instanceof Instant instant ? instant.truncatedTo(ChronoUnit.SECONDS).toString() : at.toString();
    }

    /** What the {@code when} tag shows of a day or of a moment. */
    public String words(Object at, String language) {
        return at instanceof Instant instant ? moment(instant, language) : day((LocalDate) at, language);
    }
}
