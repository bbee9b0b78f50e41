package org.hornsten.workshop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.hornsten.kit.Refused;

/** The clock on the wall where the people are: some of its hours do not exist, and some come twice. */
public final class WallClock {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("H:mm");

    private WallClock() {}

    /**
     * The moment at which that clock shows that time; of an hour that comes twice the first.
     *
     * @param field to which a refusal belongs
     * @throws Refused when the clock never shows it, because it is put forward over it
     */
    public static Instant at(LocalDate day, LocalTime time, ZoneId zone, String field) {
        LocalDateTime shown = day.atTime(time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        if (!offsets.isEmpty()) return shown.toInstant(offsets.get(0));
        ZoneOffsetTransition gap = zone.getRules().getTransition(shown);
        throw new Refused(field, "workshop:time_skipped", SHOWN.format(time), SHOWN.format(gap.getDateTimeBefore()),
                SHOWN.format(gap.getDateTimeAfter()));
    }

    /** Whether the clock shows that time twice, so that one has to say which is meant. */
    static boolean twice(Instant at, ZoneId zone) {
        return zone.getRules().getValidOffsets(LocalDateTime.ofInstant(at, zone)).size() > 1;
    }

    public static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException wrong) {
            throw new Refused(field, "workshop:day_wrong");
        }
    }

    /** As people write it: 9:30, 09.30, or only 9. */
    public static LocalTime time(String field, String typed) {
        String[] parts = typed.strip().split("[:.]", 3);
        try {
            if (parts.length > 2 || !parts[0].matches("\\d{1,2}") || parts.length == 2 && !parts[1].matches("\\d{2}"))
                throw new Refused(field, "workshop:time_wrong");
            return LocalTime.of(Integer.parseInt(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : 0);
        } catch (DateTimeException wrong) {
            throw new Refused(field, "workshop:time_wrong");
        }
    }
}
