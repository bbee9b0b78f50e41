package org.hornsten.minutes;

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
import java.util.Objects;
import org.hornsten.identity.Me;
import org.hornsten.kit.Markdown;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.planning.Planning;
import org.hornsten.planning.WorkshopForm;
import org.hornsten.project.Membership;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What was written down of a workshop: begun by the house, worked on by staff, read by everybody once published. */
@Path("/workshops/{workshop}/minutes")
@PermitAll
class MinutesPages {
    private final Me me;
    private final Ledger ledger;
    private final Minutes minutes;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    MinutesPages(Me me, Ledger ledger, Minutes minutes, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.minutes = minutes;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "minutes")
    record minutes(Workshop workshop, String language, Markdown.Html text, boolean led) implements TemplateInstance {}

    @CheckedTemplate(basePath = "minutes")
    record write(Workshop workshop, Multilingual text, List<Planning.In> tongues, int edition)
            implements TemplateInstance {}

    /** The minutes as typed, and whether everybody is to read them. */
    public record MinutesForm(@RestForm String textSv, @RestForm String textFi, @RestForm String textEn,
                              @RestForm String what, @RestForm String edition) {
        Multilingual text() {
            return Multilingual.of(said(textSv), said(textFi), said(textEn));
        }

        boolean publishes() {
            return "publish".equals(what);
        }

        private static String said(String typed) {
            return Objects.toString(typed, "").replace("\r\n", "\n");
        }
    }

    @GET
    public TemplateInstance read(@RestPath("workshop") String id) {
        Workshop workshop = Workshop.visibleTo(me, id);
        if (!workshop.published()) throw new Missing();
        return new minutes(workshop, workshop.minutes.languageIn(shell.language()),
                Markdown.block(workshop.minutes.in(shell.language())), workshop.project.membershipOf(me)
                .filter(one -> one.role == Membership.Role.LEAD).isPresent());
    }

    @GET
    @Path("edit")
    public TemplateInstance form(@RestPath("workshop") String id) {
        Workshop workshop = Workshop.staffedBy(me, id);
        return page(workshop, workshop.minutes.isEmpty() ? minutes.begun(workshop) : workshop.minutes);
    }

    @POST
    @Path("edit")
    @Kept
    @Tells(Done.SAVED)
    public Response save(@RestPath("workshop") String id, @BeanParam MinutesForm typed) {
        Workshop workshop = Workshop.staffedBy(me, id);
        if (!("" + workshop.edition).equals(typed.edition())) throw new Stale("workshop:edited_meanwhile");
        try {
            ledger.keep(me, typed.publishes() ? workshop.publish(typed.text(), me.known(), clock.instant())
                    : workshop.save(typed.text(), clock.instant()));
            return Response.seeOther(URI.create(workshop.path() + (typed.publishes() ? "/minutes" : "/minutes/edit")))
                    .build();
        } catch (Refused no) {
            return form.refuse(no).again(page(workshop, typed.text()));
        }
    }

    private write page(Workshop workshop, Multilingual text) {
        return new write(workshop, text, Planning.tongues(workshop.project, WorkshopForm.of(workshop, clock.getZone()),
                shell), workshop.edition);
    }
}
