package org.hornsten.fee;

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
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Registration;
import org.jboss.resteasy.reactive.RestPath;

/** Staff type in what somebody claims on paper or by phone. */
@Path("/projects/{slug}/claims/new")
@PermitAll
class TypedClaimPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    TypedClaimPages(Me me, Ledger ledger, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "fee")
    record typed(Project project, List<Registration> there, ClaimsPages.Names names) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String slug) {
        return page(Project.staffedBy(me, slug));
    }

    /** Sent twice it is one claim: the second is told that it is there. */
    @POST
    @Kept
    @Tells(Done.SAVED)
    public Response type(@RestPath String slug, @BeanParam WholeForm typed) {
        Project project = Project.staffedBy(me, slug);
        if (form.refuses(typed)) return form.again(page(project));
        try {
            Claim claim = Claim.begun(chosen(project, typed), me.person(), clock.instant());
            typed.fill(claim, Terms.of(claim.workshop, Membership.kindOf(project, claim.person)));
            ledger.keep(me, claim.begun());
            ledger.keep(me, claim.send(clock.instant()));
            return Response.seeOther(URI.create(project.path() + "/claims/new")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(project));
        } catch (Stale claimedMeanwhile) {
            return form.refuse("registration", claimedMeanwhile.key).again(page(project));
        }
    }

    private static Registration chosen(Project project, WholeForm typed) {
        Optional<Registration> found = Registration.find("""
                from Registration r join fetch r.person join fetch r.workshop w
                where w.project = ?1 and r.publicId = ?2""", project, FeeForm.text(typed.registration()))
                .firstResultOptional();
        return found.orElseThrow(() -> new Refused("registration", "fee:registration_missing"));
    }

    private typed page(Project project) {
        return new typed(project, Claims.unclaimed(project), new ClaimsPages.Names(Claims.numbers(project),
                Naming.of(me, clock.instant()), shell));
    }
}
