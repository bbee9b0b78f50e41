package org.hornsten.blocking;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** One person, for administrators: masked until opened for a purpose; blocked, and let in again. */
@Path("/administration/people/{person}")
@PermitAll
class PersonPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    PersonPages(Me me, Ledger ledger, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    /** @param leads projects that nobody leads while the person is blocked */
    @CheckedTemplate(basePath = "blocking")
    record person(Found found, boolean open, boolean oneself, Optional<Block> block, List<Project> leads,
                  Block.Reason[] reasons, Disclosure.Purpose[] purposes) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath("person") String id) {
        return page(named(id));
    }

    @POST
    @Kept
    public Response open(@RestPath("person") String id, @RestForm Optional<String> purpose) {
        Person person = named(id);
        try {
            Disclosure.open(me.known(), person, new Ref("person", person.publicId), chosen(purpose.orElse("")), clock)
                    .forEach(event -> ledger.keep(me, event));
            return back(person);
        } catch (Refused no) {
            return form.refuse(no).again(page(person));
        }
    }

    @POST
    @Path("blocking")
    @Kept
    @Tells(Done.SAVED)
    public Response block(@RestPath("person") String id, @BeanParam BlockForm typed) {
        Person person = named(id);
        try {
            ledger.keep(me, Block.made(me.known(), person, typed.chosen(), typed.written(), clock.instant()));
            return back(person);
        } catch (Refused no) {
            return form.refuse(no).again(page(person));
        }
    }

    @POST
    @Path("unblocking")
    @Kept
    @Tells(Done.SAVED)
    public Response unblock(@RestPath("person") String id) {
        Person person = named(id);
        Block.lifted(person).ifPresent(event -> ledger.keep(me, event));
        return back(person);
    }

    private Person named(String id) {
        me.as(Role.ADMINISTRATOR);
        return Person.<Person>find("publicId = ?1 and erasedAt is null", id).firstResultOptional()
                .orElseThrow(Missing::new);
    }

    private person page(Person person) {
        Naming naming = Naming.of(me, clock.instant());
        return new person(Found.of(person, naming, shell), naming.shows(person), person.id == me.id(),
                Block.of(person), Membership.onlyLedBy(person), Block.Reason.values(),
                Disclosure.Purpose.values());
    }

    private static Disclosure.Purpose chosen(String typed) {
        return Arrays.stream(Disclosure.Purpose.values()).filter(one -> one.name().equalsIgnoreCase(typed)).findFirst()
                .orElse(null);
    }

    private static Response back(Person person) {
        return Response.seeOther(URI.create("/administration/people/" + person.publicId)).build();
    }
}
