package org.hornsten.recruitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.lot.Draw;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.panel.Panel;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** A call as anybody reads it, applying to it, and how its draw can be done again. */
@Path("/calls/{id}")
@PermitAll
class CallPages {
    private final Me me;
    private final Form form;
    private final Applying applying;
    private final Answering answering;
    private final Cookies cookies;

    CallPages(Me me, Form form, Applying applying, Answering answering, Cookies cookies) {
        this.me = me;
        this.form = form;
        this.applying = applying;
        this.answering = answering;
        this.cookies = cookies;
    }

    /** Who is asked what: the age groups of the call, and the municipalities its panel names. */
    public record Asked(List<AgeGroup> ages, List<Area> areas, List<String> municipalities, boolean staffExcluded,
                        boolean councilExcluded) {
        static Asked of(OpenCall call) {
            return new Asked(Arrays.stream(AgeGroup.values()).filter(call::asks).toList(),
                    call.asksAreas ? List.of(Area.values()) : List.of(),
                    List.copyOf(call.panel.target.municipality().keySet()), call.panel.excludes(Panel.Exclusion.STAFF),
                    call.panel.excludes(Panel.Exclusion.COUNCIL));
        }
    }

    /** @param known the person a letter was sent to, or who has an account */
    @CheckedTemplate(basePath = "recruitment")
    record apply(OpenCall call, Asked asked, Optional<Person> known) implements TemplateInstance {}

    @CheckedTemplate(basePath = "recruitment")
    record call(OpenCall call, Asked asked, boolean mine, boolean led) implements TemplateInstance {}

    /** @param lots the first ones, to try the rule on */
    @CheckedTemplate(basePath = "recruitment")
    record draw(OpenCall call, List<Draw.Lot> lots, List<Integer> chosen, List<Integer> reserves)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String id) {
        OpenCall call = OpenCall.visibleTo(me, id);
        return new call(call, Asked.of(call), me.signedIn() && Application.of(me, call).isPresent(),
                me.staff() && OpenCall.led(me, call));
    }

    @GET
    @Path("applications/new")
    public TemplateInstance blank(@RestPath String id) {
        OpenCall call = OpenCall.visibleTo(me, id);
        return call.open() ? page(call) : show(id);
    }

    private apply page(OpenCall call) {
        return new apply(call, Asked.of(call), me.person().filter(person -> !me.staff()));
    }

    @POST
    @Path("applications")
    @Kept(once = true)
    public Response send(@RestPath String id, @BeanParam ApplicationForm typed) {
        OpenCall call = OpenCall.visibleTo(me, id);
        try {
            String code = applying.apply(me, call, typed.said(call, me.person().filter(person -> !me.staff())
                    .map(person -> person.name).filter(name -> !name.isEmpty())), typed.submission());
            return Response.seeOther(URI.create("/calls/applications/thanks"))
                    .cookie(cookies.make(ApplicationPages.COOKIE, code, ApplicationPages.QUARTER_OF_AN_HOUR)).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(call));
        }
    }

    /** The one who came by a letter or signed in: the own application, else the page to apply on. */
    @GET
    @Path("mine")
    public Response mine(@RestPath String id) {
        OpenCall call = OpenCall.visibleTo(me, id);
        me.known();
        return Application.of(me, call).map(one -> Response.ok(answering.page(one, call.path() + "/mine")).build())
                .orElseGet(() -> Response.seeOther(URI.create(call.path() + (call.open() ? "/applications/new" : "")))
                        .build());
    }

    @POST
    @Path("mine")
    @Kept
    public Response answer(@RestPath String id, @RestForm String answer) {
        OpenCall call = OpenCall.visibleTo(me, id);
        return Application.of(me, call).map(one -> answering.answer(me.person(), one, answer, call.path() + "/mine"))
                .orElseGet(() -> Response.seeOther(URI.create(call.path())).build());
    }

    @GET
    @Path("draw")
    public TemplateInstance drawn(@RestPath String id) {
        OpenCall call = OpenCall.visibleTo(me, id);
        List<Application> all = call.decided() && call.drawn() ? Application.drawn(call) : List.of();
        return new draw(call, all.stream().limit(5).map(one -> new Draw.Lot(one.number, Draw.mark(call.seed,
                one.number)))
                .toList(), Application.numbers(all, Application.Mark.CHOSEN),
                Application.numbers(all, Application.Mark.RESERVE));
    }

    /** All numbers in drawn order, one to a line, for whoever checks. */
    @GET
    @Path("draw/numbers")
    @Produces(MediaType.TEXT_PLAIN)
    public String numbers(@RestPath String id) {
        OpenCall call = OpenCall.visibleTo(me, id);
        StringBuilder lines = new StringBuilder();
        if (call.decided() && call.drawn())
            Application.drawn(call).forEach(one -> lines.append(one.number).append('\n'));
        return lines.toString();
    }
}
