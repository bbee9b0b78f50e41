package org.hornsten.calendar;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.link.Asked;
import org.hornsten.link.Doors;
import org.hornsten.notice.Notice;
import org.hornsten.notice.Outbox;
import org.hornsten.web.Theme;
import org.hornsten.web.Tongue;
import org.hornsten.workshop.Hours;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/** Tells people by e-mail what became of their answer and of the workshop, each in his or her own language. */
@ApplicationScoped
public class Tidings {
    private static final int LONGEST_SUBJECT = 60;

    private final Outbox outbox;
    private final Calendars calendars;
    private final Hours hours;
    private final Doors doors;
    private final Theme theme;
    private final Tongue tongue;
    private final List<Asked> asked;

    Tidings(Outbox outbox, Calendars calendars, Hours hours, Doors doors, Theme theme, Tongue tongue,
            @All List<Asked> asked) {
        this.outbox = outbox;
        this.calendars = calendars;
        this.hours = hours;
        this.doors = doors;
        this.theme = theme;
        this.tongue = tongue;
        this.asked = asked;
    }

    /** What somebody's answer came to. */
    public void answered(Registration registration) {
        CalendarMessages say = words(registration.person);
        switch (registration.state) {
            case REGISTERED -> enter(registration, say.mail_registered(), say.mail_registered_why());
            case WAITING -> tell(registration, say.mail_waiting(), List.of(say.mail_waiting_why(place(registration)),
                    say.mail_waiting_next()), Optional.empty());
            case DECLINED -> tell(registration, say.mail_declined(), List.of(say.mail_declined_why()),
                    Optional.of(calendars.without(registration.workshop, language(registration.person))));
        }
    }

    /** A seat has become free, and it is theirs. */
    public void promoted(List<Registration> next) {
        next.forEach(one -> enter(one, words(one.person).mail_promoted(), words(one.person).mail_promoted_why()));
    }

    public void moved(Workshop workshop) {
        Registration.coming(workshop).forEach(one -> {
            CalendarMessages say = words(one.person);
            if (one.hasSeat()) enter(one, say.mail_moved(), say.mail_moved_why());
            else tell(one, say.mail_moved(), List.of(say.mail_moved_why()), Optional.empty());
        });
        silent(workshop).forEach(person -> tell(workshop, person, words(person).mail_moved(),
                List.of(words(person).mail_moved_why()), Optional.of(calendars.perhaps(workshop, language(person)))));
    }

    public void cancelled(Workshop workshop) {
        Registration.coming(workshop).forEach(one -> {
            CalendarMessages say = words(one.person);
            tell(one, say.mail_cancelled(), why(workshop, one.person), one.hasSeat()
                    ? Optional.of(calendars.of(workshop, language(one.person))) : Optional.empty());
        });
        silent(workshop).forEach(person -> tell(workshop, person, words(person).mail_cancelled(),
                why(workshop, person), Optional.of(calendars.of(workshop, language(person)))));
    }

    private List<String> why(Workshop workshop, Person person) {
        List<String> why = new ArrayList<>(List.of(words(person).mail_cancelled_why()));
        if (!workshop.cancelledWhy.isEmpty()) why.add(workshop.cancelledWhy.in(language(person)));
        return why;
    }

    /** Who was invited by e-mail, with an entry for the calendar, and has not answered. */
    private List<Person> silent(Workshop workshop) {
        Set<Long> answered = Registration.of(workshop).stream().map(one -> one.person.id).collect(Collectors.toSet());
        return asked.stream().flatMap(room -> room.byMail(workshop.project, workshop.ref()).stream())
                .filter(person -> !answered.contains(person.id)).toList();
    }

    /** @param tomorrow else it is in a week */
    void reminded(Registration registration, boolean tomorrow) {
        CalendarMessages say = words(registration.person);
        enter(registration, tomorrow ? say.mail_tomorrow() : say.mail_week(),
                tomorrow ? say.mail_tomorrow_why() : say.mail_week_why());
    }

    private void enter(Registration registration, String subject, String why) {
        CalendarMessages say = words(registration.person);
        List<String> told = new ArrayList<>(List.of(why));
        if (registration.workshop.online()) told.add(say.mail_online());
        told.add(say.mail_cannot());
        tell(registration, subject, told, Optional.of(calendars.of(registration.workshop,
                language(registration.person))));
    }

    private void tell(Registration registration, String subject, List<String> told, Optional<String> calendar) {
        tell(registration.workshop, registration.person, subject, told, calendar);
    }

    private void tell(Workshop workshop, Person to, String subject, List<String> told, Optional<String> calendar) {
        String language = language(to);
        CalendarMessages say = words(to);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(say.mail_who(theme.organisation(language), workshop.project.title.in(language)));
        paragraphs.add(workshop.title.in(language) + "\n" + hours.span(workshop.startsAt, workshop.endsAt, language)
                + (workshop.place.isEmpty() ? "" : "\n" + workshop.place.in(language)));
        paragraphs.addAll(told);
        Doors.Door door = doors.of(to, workshop.project, workshop.ref(), workshop.path());
        paragraphs.add(door.how());
        outbox.post(new Notice(workshop.project.ref(), workshop.ref(), to, cut(subject), paragraphs,
                Optional.of(new Notice.Way(say.mail_open(), door.address())), calendar));
    }

    /** As the queue is at this moment, not when the row was read. */
    private static int place(Registration registration) {
        return (int) Registration.count("workshop = ?1 and state = ?2 and turn <= ?3", registration.workshop,
                Registration.State.WAITING, registration.turn);
    }

    private static String cut(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private CalendarMessages words(Person person) {
        return tongue.in(CalendarMessages.class, person.language);
    }

    private static String language(Person person) {
        return Multilingual.plain(person.language);
    }
}
