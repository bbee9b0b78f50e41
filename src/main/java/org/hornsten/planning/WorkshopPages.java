package org.hornsten.planning;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hornsten.attendance.Invited;
import org.hornsten.attendance.Reception;
import org.hornsten.calendar.Calendars;
import org.hornsten.calendar.Tidings;
import org.hornsten.identity.Me;
import org.hornsten.kit.Markdown;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Material;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Shelf;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** One workshop: when, where, what happens, and whether one comes. */
@Path("/workshops/{workshop}")
@PermitAll
class WorkshopPages {
    private final Me me;
    private final Ledger ledger;
    private final Reception reception;
    private final Tidings tidings;
    private final Invited invited;
    private final Calendars calendars;
    private final List<Shelf> shelves;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    WorkshopPages(Me me, Ledger ledger, Reception reception, Tidings tidings, Invited invited, Calendars calendars,
                  @All List<Shelf> shelves, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.reception = reception;
        this.tidings = tidings;
        this.invited = invited;
        this.calendars = calendars;
        this.shelves = shelves;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "planning")
    record workshop(Workshop workshop, Invited.Mine mine, List<Shelf.Paper> papers) implements TemplateInstance {}

    @CheckedTemplate(basePath = "planning")
    record cancel(Workshop workshop, List<Planning.In> tongues) implements TemplateInstance {}

    @CheckedTemplate(basePath = "planning")
    record print(Workshop workshop, Material material, String language, Markdown.Html text)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath("workshop") String id) {
        return page(Workshop.visibleTo(me, id));
    }

    @POST
    @Path("answer")
    @Kept
    public Response answer(@RestPath("workshop") String id, @RestForm Optional<String> answer) {
        Workshop workshop = Workshop.openTo(me, id);
        try {
            Registration.Answer said = answer.map(String::toUpperCase)
                    .filter(one -> one.equals("YES") || one.equals("NO")).map(Registration.Answer::valueOf).orElse(null);
            boolean first = Registration.mine(workshop, me).filter(one -> !one.declined()).isEmpty();
            boolean comes = !reception.answered(me, workshop, said).declined();
            return Response.seeOther(URI.create(workshop.path() + (comes && first ? "/needs" : ""))).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(workshop));
        }
    }

    /** For whoever has no calendar program that reads on its own. */
    @GET
    @Path("calendar.ics")
    public Response calendar(@RestPath("workshop") String id) {
        return file(Workshop.visibleTo(me, id), calendars, shell.language());
    }

    static Response file(Workshop workshop, Calendars calendars, String language) {
        return Response.ok(calendars.of(workshop, language)).type("text/calendar;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"workshop.ics\"").build();
    }

    /** A text in large print. */
    @GET
    @Path("materials/{number}")
    public TemplateInstance material(@RestPath("workshop") String id, @RestPath String number) {
        Workshop workshop = Workshop.visibleTo(me, id);
        int at = number.matches("[1-9]\\d?") ? Integer.parseInt(number) - 1 : Material.MOST;
        if (at >= workshop.materials.size() || !workshop.materials.get(at).printable()) throw new Missing();
        Material material = workshop.materials.get(at);
        return new print(workshop, material, material.text().languageIn(shell.language()),
                Markdown.block(material.text().in(shell.language())));
    }

    @GET
    @Path("cancellation")
    public TemplateInstance ask(@RestPath("workshop") String id) {
        return cancelPage(Workshop.ledBy(me, id));
    }

    @POST
    @Path("cancellation")
    @Kept
    @Tells(Done.SAVED)
    public Response cancel(@RestPath("workshop") String id, @RestForm Optional<String> whySv,
                           @RestForm Optional<String> whyFi, @RestForm Optional<String> whyEn) {
        Workshop workshop = Workshop.ledBy(me, id);
        try {
            ledger.keep(me, workshop.cancel(Multilingual.of(whySv.orElse(""), whyFi.orElse(""), whyEn.orElse("")),
                    clock.instant()));
            tidings.cancelled(workshop);
            return Response.seeOther(URI.create(workshop.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(cancelPage(workshop));
        }
    }

    private cancel cancelPage(Workshop workshop) {
        return new cancel(workshop, Planning.tongues(workshop.project, WorkshopForm.of(workshop, clock.getZone()),
                shell));
    }

    private workshop page(Workshop workshop) {
        return new workshop(workshop, invited.to(workshop), shelves.stream()
                .flatMap(shelf -> shelf.of(workshop).stream()).toList());
    }
}
