package org.hornsten.panel;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What I have lived through, as far as I let it be known: what for, until when, and taking it back. */
@Path("/me/experience")
@PermitAll
class ExperiencePages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    ExperiencePages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "panel")
    record experience(List<Experience> known, List<Membership> memberships, Area[] areas,
                      Experience.Purpose[] purposes, LocalDate until) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        me.known();
        return page();
    }

    @POST
    @Kept
    @Tells(Done.SAVED)
    public Response give(@RestForm Optional<String> project, @BeanParam ExperienceForm typed) {
        LocalDate today = LocalDate.now(clock);
        me.known();
        try {
            Project where = Membership.of(me).stream().map(member -> member.project)
                    .filter(one -> one.publicId.equals(project.orElse(""))).findFirst()
                    .orElseThrow(() -> new Refused("project", "panel:project_missing"));
            Experience.given(me.known(), where, typed.consent(today), Optional.empty(), today)
                    .forEach(event -> ledger.keep(me, event));
        } catch (Refused no) {
            return form.refuse(no).again(page());
        }
        return Response.seeOther(URI.create("/me/experience")).build();
    }

    @POST
    @Path("{experience}/withdrawal")
    @Kept
    @Tells(Done.SAVED)
    public Response withdraw(@RestPath("experience") String id) {
        me.known();
        Optional<Experience> mine = mine(id);
        // taken back already, perhaps by a second tap
        mine.ifPresent(one -> ledger.keep(me, one.withdraw()));
        return Response.seeOther(URI.create("/me/experience")).build();
    }

    private Optional<Experience> mine(String id) {
        try {
            return Optional.of(Experience.mine(me, id));
        } catch (Missing gone) {
            return Optional.empty();
        }
    }

    private experience page() {
        return new experience(Experience.of(me), Membership.of(me), Area.values(), Experience.Purpose.values(),
                LocalDate.now(clock).plusYears(2));
    }
}
