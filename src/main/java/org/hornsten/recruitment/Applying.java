package org.hornsten.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;
import org.hornsten.kit.Code;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.ledger.Turn;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Panel;

/** Takes applications, each person's once, and knows them again by the code that was given for them. */
@ApplicationScoped
public class Applying {
    private final Secrets secrets;
    private final Submissions submissions;
    private final Ledger ledger;
    private final Telling telling;
    private final Clock clock;

    Applying(Secrets secrets, Submissions submissions, Ledger ledger, Telling telling, Clock clock) {
        this.secrets = secrets;
        this.submissions = submissions;
        this.ledger = ledger;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Somebody applies on the page or by a program. Whoever applies a second time with the same address gets a page
     * and a code like the first time: nobody learns by it that there was one.
     *
     * @return the code
     */
    String apply(Me me, OpenCall call, Applicant said, String submission) {
        if (me.staff() && call.panel.excludes(Panel.Exclusion.STAFF)) throw new Refused("recruitment:who_staff");
        Optional<Person> known = me.person().filter(person -> !me.staff());
        Application.Way way = Addressee.is(me, call) ? Application.Way.LETTER : Application.Way.WEB;
        return taken(call, said, submission, way, known, Optional.empty());
    }

    /** Staff write down what came by phone or on paper, until the call is decided. */
    public String write(Optional<Person> by, OpenCall call, Applicant said, String submission, Application.Way way) {
        if (way != Application.Way.PHONE && way != Application.Way.PAPER)
            throw new Refused("way", "recruitment:way_missing");
        return taken(call, said, submission, way, Optional.empty(), by);
    }

    private String taken(OpenCall call, Applicant said, String submission, Application.Way way, Optional<Person> known,
                         Optional<Person> typedBy) {
        Optional<String> earlier = submissions.earlier(submission, call.publicId + way + said);
        if (earlier.isPresent()) return code(submission);
        Turn.alone(call);
        if (typedBy.isPresent() ? call.planned() || call.decided() || call.calledOff() : !call.open())
            throw new Refused("recruitment:call_closed");
        said.check(call, known.filter(Applying::addressed).isPresent());
        keep(call, said, submission, way, known, typedBy);
        return code(submission);
    }

    private void keep(OpenCall call, Applicant said, String submission, Application.Way way, Optional<Person> known,
                      Optional<Person> typedBy) {
        byte[] receipt = mark(code(submission));
        byte[] contact = secrets.mark("applicant", call.publicId + "\n" + said.contact());
        LocalDate today = LocalDate.now(clock);
        Optional<Application> first = Application.byContact(call, contact).or(() -> known.flatMap(person ->
                Application.<Application>find("call = ?1 and person = ?2 and state <> 'TAKEN_BACK'", call, person)
                .firstResultOptional()));
        Application application = first.isPresent() ? Application.again(call, way, receipt, today)
                : Application.received(call, person(call, said, known), said, way, typedBy.orElse(null), receipt,
                        contact,
                        today);
        submissions.made(submission, application.publicId);
        ledger.keep(typedBy, application.applied());
        if (first.isPresent()) telling.again(first.get());
        else telling.received(application, code(submission));
    }

    private static Person person(OpenCall call, Applicant said, Optional<Person> known) {
        Person person = known.orElseGet(() -> met(call.panel, said));
        if (person.hasAccount()) return person;
        Person here = Person.findById(person.id);
        if (said.email() != null) here.isReachedAt(said.email());
        if (said.street() != null) here.livesAt(said.street(), said.postcode(), said.town());
        here.prefers(said.language());
        here.isOf(band(said.ageGroup(), call.youngest));
        return here;
    }

    private static Person met(Panel panel, Applicant said) {
        return Person.named(said.name(), null, Role.PARTICIPANT, panel.kind.speaksAs(panel.kind.seat()),
                said.language());
    }

    /** As coarsely as the rules for minors need it. */
    private static AgeBand band(AgeGroup group, int youngest) {
        if (group != AgeGroup.UNDER_18) return AgeBand.ADULT;
        return youngest >= 16 ? AgeBand.FROM_16 : youngest >= 13 ? AgeBand.FROM_13 : AgeBand.UNDER_13;
    }

    private static boolean addressed(Person person) {
        return person.email != null || person.street != null || person.hasAccount();
    }

    /** The same submission has the same code, so that sending twice shows it twice. */
    String code(String submission) {
        return Code.of(secrets.mark("application", submission));
    }

    private byte[] mark(String code) {
        return secrets.mark("application look-up", code);
    }

    /** @throws Refused when it cannot be a code */
    Optional<Application> opened(String typed) {
        return Application.opened(mark(Code.read(typed)));
    }
}
