package org.hornsten.attendance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Membership;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Who comes, who waits and who said no, for those who run the workshop; and typing in who phoned. */
@Path("/workshops/{workshop}/registrations")
@PermitAll
class RegistrationPages {
    /** As long as it takes to arrange what is needed and to meet people at the door. */
    private static final Duration OPEN = Duration.ofHours(2);

    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Reception reception;
    private final Guests guests;
    private final Form form;
    private final Clock clock;

    RegistrationPages(Me me, Ledger ledger, Submissions submissions, Reception reception, Guests guests, Form form,
                      Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.reception = reception;
        this.guests = guests;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "attendance")
    record registrations(Workshop workshop, Guests.House house, List<Guests.Needed> needed,
                         Disclosure.Purpose[] purposes) implements TemplateInstance {}

    @CheckedTemplate(basePath = "attendance")
    record registration(Workshop workshop, Guests.Guest guest) implements TemplateInstance {}

    @CheckedTemplate(basePath = "attendance")
    record typed_in(Workshop workshop, PersonKind[] kinds) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath("workshop") String id) {
        return page(Workshop.staffedBy(me, id));
    }

    /** Names and needs are shown for a while, and each person is shown that they were. */
    @POST
    @Path("names")
    @Kept
    public Response open(@RestPath("workshop") String id, @RestForm Optional<String> purpose) {
        Workshop workshop = Workshop.staffedBy(me, id);
        List<Person> masked = Guests.masked(guests.of(workshop));
        try {
            Disclosure.open(me.known(), masked, workshop.project.ref(), chosen(purpose.orElse("")), OPEN, clock)
                    .forEach(event -> ledger.keep(me, event));
            return to(workshop.path() + "/registrations");
        } catch (Refused no) {
            return form.refuse(no).again(page(workshop));
        }
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@RestPath("workshop") String id) {
        return new typed_in(Workshop.staffedBy(me, id), PersonKind.values());
    }

    @POST
    @Path("new")
    @Kept
    @Tells(Done.SAVED)
    public Response type(@RestPath("workshop") String id, @BeanParam TypedInForm typed) {
        Workshop workshop = Workshop.staffedBy(me, id);
        try {
            Optional<String> earlier = submissions.sent(me, typed.submission(), workshop.publicId + typed);
            if (earlier.isPresent()) return to(earlier.get());
            Registration.Answer said = typed.said();
            Registration registration = reception.typedIn(me, workshop, asked(workshop, typed), said);
            submissions.done(me, typed.submission(), registration.path());
            return to(registration.path());
        } catch (Refused no) {
            return form.refuse(no).again(new typed_in(workshop, PersonKind.values()));
        }
    }

    /** Who types in a newcomer knows the name, and the person is shown so. */
    private Person asked(Workshop workshop, TypedInForm typed) {
        Membership.Asked asked = typed.asked(workshop.project);
        Person person = asked.member().person;
        asked.joined().ifPresent(joined -> {
            ledger.keep(me, joined);
            Disclosure.open(me.known(), person, workshop.project.ref(), Disclosure.Purpose.INVITATION, clock)
                    .forEach(event -> ledger.keep(me, event));
        });
        return person;
    }

    /** One guest: what the square code at the door leads to. */
    @GET
    @Path("{registration}")
    public TemplateInstance show(@RestPath("workshop") String id, @RestPath("registration") String one) {
        Workshop workshop = Workshop.staffedBy(me, id);
        return new registration(workshop, guests.one(workshop, one));
    }

    @POST
    @Path("{registration}/answer")
    @Kept
    @Tells(Done.SAVED)
    public Response answer(@RestPath("workshop") String id, @RestPath("registration") String one,
                           @RestForm Optional<String> answer) {
        Workshop workshop = Workshop.staffedBy(me, id);
        Guests.Guest guest = guests.one(workshop, one);
        try {
            reception.typedIn(me, workshop, guest.registration().person, Arrays.stream(Registration.Answer.values())
                    .filter(word -> word.name().equalsIgnoreCase(answer.orElse(""))).findFirst().orElse(null));
            return to(guest.registration().path());
        } catch (Refused no) {
            return form.refuse(no).again(new registration(workshop, guest));
        }
    }

    @POST
    @Path("{registration}/attendance")
    @Kept
    @Tells(Done.SAVED)
    public Response attend(@RestPath("workshop") String id, @RestPath("registration") String one,
                           @RestForm Optional<String> present) {
        Workshop workshop = Workshop.staffedBy(me, id);
        Guests.Guest guest = guests.one(workshop, one);
        try {
            guest.registration().attend(present.filter("yes"::equals).isPresent())
                    .ifPresent(event -> ledger.keep(me, event));
            return to(guest.registration().path());
        } catch (Refused no) {
            return form.refuse(no).again(new registration(workshop, guest));
        }
    }

    private registrations page(Workshop workshop) {
        List<Guests.Guest> all = guests.of(workshop);
        return new registrations(workshop, new Guests.House(all), guests.needed(workshop, all),
                Disclosure.Purpose.values());
    }

    private static Disclosure.Purpose chosen(String typed) {
        return Arrays.stream(Disclosure.Purpose.values()).filter(one -> one.name().equalsIgnoreCase(typed)).findFirst()
                .orElse(null);
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
