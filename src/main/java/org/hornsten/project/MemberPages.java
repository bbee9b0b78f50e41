package org.hornsten.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Disclosure;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** One member, for the lead: name and contact data are masked until they are opened for a purpose. */
@Path("/projects/{slug}/members/{number}")
@PermitAll
class MemberPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    MemberPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "project")
    record member(Membership member, boolean open, Disclosure.Purpose[] purposes) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String slug, @RestPath String number) {
        return page(Membership.ledBy(me, slug, number));
    }

    @POST
    @Kept
    public Response open(@RestPath String slug, @RestPath String number, @RestForm Optional<String> purpose) {
        Membership member = Membership.ledBy(me, slug, number);
        try {
            Disclosure.open(me.known(), member.person, member.project.ref(), chosen(purpose.orElse("")), clock)
                    .forEach(event -> ledger.keep(me, event));
        } catch (Refused no) {
            return form.refuse(no).again(page(member));
        }
        return Response.seeOther(URI.create(member.path())).build();
    }

    /** What a guardian said, recorded by the lead who heard it. */
    @POST
    @Path("guardian")
    @Kept
    @Tells(Done.SAVED)
    public Response hear(@RestPath String slug, @RestPath String number, @RestForm Optional<String> what) {
        Membership member = Membership.ledBy(me, slug, number);
        try {
            ledger.keep(me, what.filter("approved"::equals).isPresent()
                    ? member.approve(me.known(), LocalDate.now(clock)) : member.disapprove());
        } catch (Refused no) {
            return form.refuse(no).again(page(member));
        }
        return Response.seeOther(URI.create(member.path())).build();
    }

    /** Another e-mail address, where e-mail did not arrive at the one written down. */
    @POST
    @Path("email")
    @Kept
    @Tells(Done.SAVED)
    public Response readdress(@RestPath String slug, @RestPath String number, @RestForm Optional<String> email) {
        Membership member = Membership.ledBy(me, slug, number);
        try {
            ledger.keep(me, member.readdress(email.orElse("").strip()));
        } catch (Refused no) {
            return form.refuse(no).again(page(member));
        }
        return Response.seeOther(URI.create(member.path())).build();
    }

    static Disclosure.Purpose chosen(String typed) {
        return Arrays.stream(Disclosure.Purpose.values()).filter(p -> p.name().equalsIgnoreCase(typed)).findFirst()
                .orElse(null);
    }

    private member page(Membership member) {
        return new member(member, Naming.of(me, clock.instant()).shows(member.person), Disclosure.Purpose.values());
    }
}
