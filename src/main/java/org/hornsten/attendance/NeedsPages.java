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
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.web.Form;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What somebody who comes needs, one question to a page; each answer is kept at once. */
@Path("/workshops/{workshop}/needs")
@PermitAll
class NeedsPages {
    private final Me me;
    private final Reception reception;
    private final Envelope envelope;
    private final Form form;

    NeedsPages(Me me, Reception reception, Envelope envelope, Form form) {
        this.me = me;
        this.reception = reception;
        this.envelope = envelope;
        this.form = form;
    }

    @CheckedTemplate(basePath = "attendance")
    record needs(Workshop workshop, Registration registration, boolean told) implements TemplateInstance {}

    @CheckedTemplate(basePath = "attendance")
    record need(Workshop workshop, Needs.Kind kind, Asked asked) implements TemplateInstance {}

    /**
     * One question among all, with what was answered to it before.
     *
     * @param now empty for not asked yet
     */
    public record Asked(int number, int all, String now, String words) {
        public boolean last() {
            return number == all;
        }
    }

    /** One answer as typed. */
    public record NeedForm(@RestForm String needed, @RestForm String words) {
        Optional<Need> need() {
            if (!"yes".equals(needed) && !"no".equals(needed)) throw new Refused("needed", "attendance:choose");
            return Need.of("yes".equals(needed), words);
        }
    }

    @GET
    public Object ask(@RestPath("workshop") String id) {
        Registration mine = mine(id);
        return mine.declined() ? back(mine.workshop) : new needs(mine.workshop, mine, mine.needs != null);
    }

    @POST
    @Kept
    public Response any(@RestPath("workshop") String id, @RestForm Optional<String> any) {
        Registration mine = mine(id);
        String said = any.orElse("");
        if (!said.equals("yes") && !said.equals("no"))
            return form.refuse("any", "attendance:choose").again(new needs(mine.workshop, mine, mine.needs != null));
        if (said.equals("yes")) return to(mine.workshop, Needs.Kind.of(mine.workshop).get(0));
        reception.needs(me, mine, Needs.NONE);
        return back(mine.workshop);
    }

    @GET
    @Path("{kind}")
    public Object question(@RestPath("workshop") String id, @RestPath String kind) {
        Registration mine = mine(id);
        return mine.declined() ? back(mine.workshop) : page(mine, kind(mine, kind));
    }

    @POST
    @Path("{kind}")
    @Kept
    public Response answer(@RestPath("workshop") String id, @RestPath String kind, @BeanParam NeedForm typed) {
        Registration mine = mine(id);
        Needs.Kind asked = kind(mine, kind);
        try {
            reception.needs(me, mine, envelope.open(mine).with(asked, typed.need()));
        } catch (Refused no) {
            return form.refuse(no.field.equals("needs") ? "words" : no.field, no.key, no.arguments.toArray())
                    .again(page(mine, asked));
        }
        List<Needs.Kind> all = Needs.Kind.of(mine.workshop);
        int next = all.indexOf(asked) + 1;
        return next < all.size() ? to(mine.workshop, all.get(next)) : back(mine.workshop);
    }

    private need page(Registration mine, Needs.Kind kind) {
        List<Needs.Kind> all = Needs.Kind.of(mine.workshop);
        Optional<Need> now = envelope.open(mine).of(kind);
        return new need(mine.workshop, kind, new Asked(all.indexOf(kind) + 1, all.size(), now.isPresent() ? "yes" : "",
                now.map(Need::words).orElse("")));
    }

    private Registration mine(String id) {
        return Registration.mine(Workshop.openTo(me, id), me).orElseThrow(Missing::new);
    }

    private static Needs.Kind kind(Registration mine, String word) {
        return Needs.Kind.read(word).filter(Needs.Kind.of(mine.workshop)::contains).orElseThrow(Missing::new);
    }

    private static Response to(Workshop workshop, Needs.Kind kind) {
        return Response.seeOther(URI.create(workshop.path() + "/needs/" + kind.word())).build();
    }

    private static Response back(Workshop workshop) {
        return Response.seeOther(URI.create(workshop.path())).build();
    }
}
