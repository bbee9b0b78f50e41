package org.hornsten.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.hornsten.document.Mistake;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Roster;
import org.hornsten.panel.Seat;
import org.hornsten.project.Membership;
import org.hornsten.project.Whom;

/** Whom a project and a panel know already, so that nobody in a list of members comes in twice. */
final class Acquaintance {
    private final Map<String, Person> byMail = new HashMap<>();
    private final Map<String, List<Seat>> seated = new HashMap<>();
    private final List<Seat> seats;

    Acquaintance(List<Membership> members, List<Seat> seats, LocalDate today) {
        this.seats = seats;
        members.stream().map(member -> member.person).filter(person -> person.email != null)
                .forEach(person -> byMail.put(person.email.toLowerCase(Locale.ROOT), person));
        seats.stream().filter(seat -> !seat.over(today) && !seat.person.name.isEmpty()).forEach(seat ->
                seated.computeIfAbsent(seat.person.name.toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(seat));
    }

    /** Tells each row that means somebody an earlier row means, or somebody who sits in the panel. */
    void twice(List<Line> lines, List<Mistake> wrong) {
        Map<String, Line> mails = new HashMap<>();
        Map<String, List<Line>> names = new HashMap<>();
        for (Line line : lines) {
            Line mail = line.email().isEmpty() ? null : mails.putIfAbsent(line.emailKey(), line);
            List<Line> alike = names.computeIfAbsent(line.nameKey(), name -> new ArrayList<>());
            Optional<Line> same = alike.stream().filter(other -> !line.differs(other)).findFirst();
            if (mail != null) wrong.add(new Mistake(line.row(), "email",
                    new Refused("", "roll:row_mail_twice", mail.row())));
            else if (!line.name().isEmpty() && same.isPresent()) wrong.add(new Mistake(line.row(), "name",
                    new Refused("", "roll:row_name_twice", same.get().row())));
            else if (byMail.containsKey(line.emailKey()) && !meant(line)) wrong.add(new Mistake(line.row(), "email",
                    new Refused("roll:row_mail_known")));
            else if (sits(line)) wrong.add(new Mistake(line.row(), "name", new Refused("roll:row_seated")));
            alike.add(line);
        }
    }

    /** One address may be shared by two people; only with the same name it is the same one. */
    private boolean meant(Line line) {
        String name = byMail.get(line.emailKey()).name;
        return name.isEmpty() || name.equalsIgnoreCase(line.name());
    }

    private boolean sits(Line line) {
        return seated.getOrDefault(line.nameKey(), List.of()).stream().anyMatch(seat -> !differs(line, seat));
    }

    private static boolean differs(Line line, Seat seat) {
        Person person = seat.person;
        return line.differs(new Line(0, line.name(), Line.text(person.email),
                new Whom.Address(person.street, person.postcode, person.town), person.language,
                new Seat.Wanted(seat.kind, seat.nominatingBody, null, null, seat.profile(), null), Set.of(), null));
    }

    /**
     * Seats them as far as the panel's rules let them; tells how many of them were new to the project.
     *
     * @param told how many are done, now and then
     */
    int seat(Panel panel, List<Line> lines, Person by, List<Mistake> wrong, LocalDate today,
             IntConsumer told) {
        List<Line> strangers = lines.stream().filter(line -> !byMail.containsKey(line.emailKey())).toList();
        Iterator<Membership> met = Membership.meet(panel.project, strangers.stream()
                .map(line -> newcomer(panel, line, today)).toList()).iterator();
        Set<Integer> strange = strangers.stream().map(Line::row).collect(Collectors.toSet());
        Roster roster = Roster.of(panel, seats, byMail.values(), today);
        int done = 0;
        for (Line line : lines) {
            if (++done % Importer.STEP == 0) told.accept(done);
            boolean fresh = strange.contains(line.row());
            Person person = fresh ? met.next().person : byMail.get(line.emailKey());
            try {
                Seat seat = roster.take(person, line.wanted(), today);
                if (!line.areas().isEmpty() && fresh) consent(panel, seat, line, by, today);
                if (!line.areas().isEmpty() && !fresh) throw new Refused("experience", "roll:row_experience_known");
            } catch (Refused no) {
                wrong.add(Mistake.of(line.row(), no));
            }
        }
        return strangers.size();
    }

    private static Whom newcomer(Panel panel, Line line, LocalDate today) {
        Seat.Wanted wanted = line.wanted();
        Seat.Kind kind = Optional.ofNullable(wanted.kind()).orElse(panel.kind.seat());
        return Whom.newcomer(panel.kind.speaksAs(kind), AgeGroup.band(wanted.profile().ageGroup(), wanted.birthYear(),
                panel.minimumAge, today).orElse(null), line.name(), line.language(), line.email(), line.address());
    }

    private static void consent(Panel panel, Seat seat, Line line, Person by, LocalDate today) {
        LocalDate longest = line.consentOn().plusYears(Experience.MOST_YEARS);
        LocalDate until = seat.toOn.isBefore(longest) ? seat.toOn : longest;
        Experience.begin(seat.person, panel.project, new Experience.Consent(line.areas(), panel.kind.purposes(),
                line.consentOn(), until), by, today);
    }
}
