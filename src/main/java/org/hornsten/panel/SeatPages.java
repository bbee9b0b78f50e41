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
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One seat of a panel: who comes in, how long, what is known of the person, and how it ends. */
@Path("/projects/{project}/panels/{panel}/members")
@PermitAll
class SeatPages {
    private static final int MOST_OFFERED = 300;

    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Seating seating;
    private final Form form;
    private final Clock clock;

    SeatPages(Me me, Ledger ledger, Submissions submissions, Seating seating, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.seating = seating;
        this.form = form;
        this.clock = clock;
    }

    /** @param name empty where only the number is known to the reader */
    public record Offer(int number, String name) {}

    /** What the form of a newcomer begins with; somebody who leaves for the new one gives body and kind. */
    public record Start(Term term, Seat.Kind kind, String body, String replaces) {
        public Profile nobody() {
            return Profile.NONE;
        }
    }

    @CheckedTemplate(basePath = "panel")
    record newcomer(Panel panel, List<Offer> offers, Start start, Seat.Kind[] kinds, AgeGroup[] ages)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record seat(Sitter sitter, Panel panel, List<Seat> terms, Lived lived, Choices choices)
            implements TemplateInstance {}

    public record Choices(AgeGroup[] ages, List<Seat.Reason> reasons, Disclosure.Purpose[] purposes, Term next,
                          LocalDate today, boolean renewable) {}

    /** What is known of the person's experience, where it is open to the reader. */
    public record Lived(boolean open, List<Experience> areas) {}

    @GET
    @Path("new")
    public TemplateInstance blank(@RestPath String project, @RestPath("panel") String id,
                                  @RestQuery Optional<String> replaces) {
        return page(Panel.ledBy(me, id).within(project), replaces.orElse(""));
    }

    @POST
    @Kept
    @Tells(Done.JOINED)
    public Response take(@RestPath String project, @RestPath("panel") String id, @BeanParam SeatForm typed) {
        Panel panel = Panel.ledBy(me, id).within(project);
        try {
            Optional<String> earlier = submissions.sent(me, typed.submission(), panel.publicId + typed);
            if (earlier.isPresent()) return to(panel.path());
            submissions.done(me, typed.submission(), "seated");
            Seat.Wanted wanted = typed.wanted(panel);
            Optional<Seat> former = former(panel, typed.replaces());
            if (former.isPresent())
                seating.replace(me, former.get(), typed.whom(offered(panel)), wanted);
            else seating.take(me, panel, typed.whom(offered(panel)), wanted);
            return to(panel.path());
        } catch (Refused no) {
            String field = no.field.equals("person") ? typed.member() == null || typed.member().isBlank() ? "name"
                    : "member" : no.field;
            return form.refuse(field, no.key, no.arguments.toArray()).again(page(panel, typed.replaces()));
        }
    }

    @GET
    @Path("{seat}")
    public TemplateInstance show(@RestPath String project, @RestPath("panel") String id,
                                 @RestPath("seat") String seat) {
        return page(seat(project, id, seat));
    }

    @POST
    @Path("{seat}/profile")
    @Kept
    @Tells(Done.SAVED)
    public Response describe(@RestPath String project, @RestPath("panel") String id, @RestPath("seat") String which,
                             @BeanParam SeatForm typed) {
        Seat seat = seat(project, id, which);
        try {
            ledger.keep(me, seat.describe(typed.profile()));
        } catch (Refused no) {
            return form.refuse(no).again(page(seat));
        }
        return to(seat.path());
    }

    @POST
    @Path("{seat}/renewal")
    @Kept
    @Tells(Done.SAVED)
    public Response renew(@RestPath String project, @RestPath("panel") String id, @RestPath("seat") String which,
                          @RestForm String from, @RestForm String to) {
        Seat seat = seat(project, id, which);
        try {
            Seat renewed = seat.renew(new Term(PanelForm.day("from", from), PanelForm.day("to", to)), today());
            ledger.keep(me, renewed.renewed());
            return to(renewed.path());
        } catch (Refused no) {
            return form.refuse(no).again(page(seat));
        }
    }

    @POST
    @Path("{seat}/ending")
    @Kept
    @Tells(Done.SAVED)
    public Response end(@RestPath String project, @RestPath("panel") String id, @RestPath("seat") String which,
                        @RestForm String on, @RestForm String reason) {
        Seat seat = seat(project, id, which);
        try {
            ledger.keep(me, seat.end(PanelForm.day("on", on), Seat.Reason.CHOSEN.stream()
                    .filter(one -> one.name().equalsIgnoreCase(reason)).findFirst().orElse(null), today()));
        } catch (Refused no) {
            return form.refuse(no).again(page(seat));
        }
        return to(seat.panel.path());
    }

    /** Name, contact data and experience for a quarter of an hour; the person is shown who did it and what for. */
    @POST
    @Path("{seat}/opening")
    @Kept
    public Response open(@RestPath String project, @RestPath("panel") String id, @RestPath("seat") String which,
                         @RestForm Optional<String> purpose) {
        Seat seat = seat(project, id, which);
        try {
            Disclosure.open(me.known(), List.of(seat.person), seat.panel.project.ref(),
                    PanelPages.purpose(purpose.orElse("")), Set.of(Disclosure.Field.EXPERIENCE), clock)
                    .forEach(event -> ledger.keep(me, event));
        } catch (Refused no) {
            return form.refuse(no).again(page(seat));
        }
        return to(seat.path());
    }

    private Seat seat(String project, String panel, String id) {
        Seat seat = Seat.ledBy(me, panel, id);
        seat.panel.within(project);
        return seat;
    }

    private static Optional<Seat> former(Panel panel, String id) {
        if (id == null || id.isBlank()) return Optional.empty();
        return Optional.of(Seat.<Seat>find("panel = ?1 and publicId = ?2", panel, id).firstResultOptional()
                .orElseThrow(Missing::new));
    }

    private seat page(Seat seat) {
        List<Seat> all = Seat.of(seat.panel);
        List<Seat> terms = all.stream().filter(one -> one.person.equals(seat.person)).toList();
        boolean open = Disclosure.openTo(me, clock.instant(), Disclosure.Field.EXPERIENCE).contains(seat.person.id);
        List<Experience> areas = open ? Experience.of(seat.person, seat.panel.project, today()) : List.of();
        boolean last = terms.stream().noneMatch(one -> one.fromOn.isAfter(seat.toOn));
        boolean room = seat.panel.endedOn == null && seat.toOn.isBefore(seat.panel.toOn);
        return new seat(Sitter.of(List.of(seat), Naming.of(me, clock.instant()), Set.of(), today()).get(0), seat.panel,
                terms, new Lived(open, areas), new Choices(AgeGroup.values(), Seat.Reason.CHOSEN,
                Disclosure.Purpose.values(), seat.nextTerm(), today(), last && room && seat.endedOn == null));
    }

    private newcomer page(Panel panel, String replaces) {
        Optional<Seat> former = former(panel, replaces);
        Term term = new Term(panel.fromOn.isAfter(today()) ? panel.fromOn : today(), panel.toOn);
        Naming naming = Naming.of(me, clock.instant());
        List<Offer> offers = offered(panel).stream().map(one -> new Offer(one.number,
                naming.name(one.person).or(() -> Optional.ofNullable(one.person.pseudonym)).orElse(""))).toList();
        Start start = new Start(former.map(seat -> new Term(term.from(), seat.toOn)).orElse(Term.usual(term.from())
                .until(panel.toOn)), former.map(seat -> seat.kind).orElse(panel.kind.seat()),
                former.map(seat -> seat.nominatingBody).orElse(""), former.map(seat -> seat.publicId).orElse(""));
        return new newcomer(panel, offers, start, Seat.Kind.values(), AgeGroup.values());
    }

    /** Who takes part in the project and does not sit in the panel. */
    private List<Membership> offered(Panel panel) {
        Set<Long> sitting = Seat.of(panel).stream().filter(seat -> !seat.over(today())).map(seat -> seat.person.id)
                .collect(Collectors.toSet());
        return Membership.of(panel.project).stream().filter(one -> one.person.erasedAt == null
                && one.person.blockedAt == null && !sitting.contains(one.person.id)).limit(MOST_OFFERED).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
