package org.hornsten.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.link.Occasions;
import org.hornsten.workshop.Hours;
import org.hornsten.workshop.Workshop;

/** When and where a workshop is, for who is invited to it. */
@ApplicationScoped
class WorkshopOccasion implements Occasions {
    private final Hours hours;
    private final Calendars calendars;

    WorkshopOccasion(Hours hours, Calendars calendars) {
        this.hours = hours;
        this.calendars = calendars;
    }

    /** The entry is uncertain until somebody says yes; then the answer's mail brings the same one, certain. */
    @Override
    public Optional<Occasion> find(Ref about, String language) {
        if (!about.kind().equals("workshop")) return Optional.empty();
        return Workshop.<Workshop>find("from Workshop w join fetch w.project where w.publicId = ?1", about.id())
                .firstResultOptional().map(workshop -> occasion(workshop, language));
    }

    private Occasion occasion(Workshop workshop, String language) {
        List<String> lines = new ArrayList<>(List.of(hours.span(workshop.startsAt, workshop.endsAt, language)));
        if (!workshop.place.isEmpty()) lines.add(workshop.place.in(language));
        return new Occasion(lines, workshop.coming ? Optional.of(calendars.perhaps(workshop, language))
                : Optional.empty());
    }
}
