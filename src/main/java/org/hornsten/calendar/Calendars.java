package org.hornsten.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.hornsten.web.Address;
import org.hornsten.web.Theme;
import org.hornsten.web.Tongue;
import org.hornsten.workshop.Workshop;
import org.hornsten.workshop.WorkshopMessages;

/**
 * Workshops for calendar programs (RFC 5545). Times are in UTC, so that no program has to know our clock changes; the
 * link of the online meeting is in none of it, because calendars are shared and kept.
 */
@ApplicationScoped
public class Calendars {
    private static final int LINE = 75;

    private final Address address;
    private final Theme theme;
    private final Tongue tongue;
    private final Clock clock;

    Calendars(Address address, Theme theme, Tongue tongue, Clock clock) {
        this.address = address;
        this.theme = theme;
        this.tongue = tongue;
        this.clock = clock;
    }

    /** A workshop with what it is to a calendar: certain, perhaps, or not any more. */
    record Entered(Workshop workshop, Status status) {
        static Entered of(Workshop workshop, boolean certain) {
            return new Entered(workshop, workshop.cancelled() ? ImmutableStatus.VEVENT_CANCELLED
                    : certain ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_TENTATIVE);
        }
    }

    /** One workshop to be entered, or to be taken out where it was cancelled. */
    public String of(Workshop workshop, String language) {
        Method method = workshop.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH;
        return written(method, List.of(Entered.of(workshop, true)), language);
    }

    /** To be entered by who is asked to come and has not answered. */
    String perhaps(Workshop workshop, String language) {
        return written(ImmutableMethod.PUBLISH, List.of(Entered.of(workshop, false)), language);
    }

    /** Taken out of one person's calendar though the workshop takes place. */
    String without(Workshop workshop, String language) {
        return written(ImmutableMethod.CANCEL, List.of(new Entered(workshop, ImmutableStatus.VEVENT_CANCELLED)),
                language);
    }

    /** A calendar to be read again and again. */
    String feed(List<Entered> all, String language) {
        return written(ImmutableMethod.PUBLISH, all, language);
    }

    private String written(Method method, List<Entered> all, String language) {
        List<Property> head = List.of(new ProdId("-//Hörnsten//Hörnsten//" + language.toUpperCase(Locale.ROOT)),
                ImmutableVersion.VERSION_2_0, method);
        List<CalendarComponent> events = all.stream().map(one -> (CalendarComponent) event(one, language)).toList();
        return folded(new Calendar(new PropertyList(head), new ComponentList<>(events)).toString());
    }

    /** In lines of 75 octets at most (RFC 5545, 3.1), none of which ends within a sign. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int sign : text.codePoints().toArray()) {
            String written = Character.toString(sign);
            int more = written.getBytes(StandardCharsets.UTF_8).length;
            if (sign != '\r' && sign != '\n' && octets + more > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(written);
            octets = sign == '\n' ? 0 : octets + more;
        }
        return folded.toString();
    }

    private VEvent event(Entered entered, String language) {
        Workshop workshop = entered.workshop();
        VEvent event = new VEvent(false);
        URI page = URI.create(address.of(workshop.path()));
        event.add(new Uid("workshop-" + workshop.publicId + "@" + address.host()));
        event.add(new DtStamp(clock.instant()));
        event.add(new DtStart<>(workshop.startsAt));
        event.add(new DtEnd<>(workshop.endsAt));
        event.add(new Sequence(workshop.sequence));
        event.add(new Summary(workshop.title.in(language)));
        event.add(new Description(description(workshop, page, language)));
        if (!workshop.place.isEmpty()) event.add(new Location(line(workshop.place.in(language))));
        else if (workshop.online()) event.add(new Location(tongue.in(WorkshopMessages.class, language).online_place()));
        event.add(new Url(page));
        event.add(entered.status());
        event.add((Organizer) new Organizer(page).add(new Cn(theme.organisation(language))));
        return event;
    }

    private String description(Workshop workshop, URI page, String language) {
        return tongue.in(CalendarMessages.class, language).calendar_more(page.toString());
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", ", ");
    }
}
