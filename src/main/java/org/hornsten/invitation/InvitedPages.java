package org.hornsten.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.identity.Me;
import org.hornsten.invitation.Invitation.Channel;
import org.hornsten.invitation.Invitation.State;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who is invited to what in a project, how far that has come, and reminding those who have not answered. */
@Path("/projects/{slug}/invitations")
@PermitAll
class InvitedPages {
    private final Me me;
    private final Form form;
    private final Invitations invitations;
    private final Clock clock;

    InvitedPages(Me me, Form form, Invitations invitations, Clock clock) {
        this.me = me;
        this.form = form;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** One thing people are invited to, with how many there are of each state. */
    record Thing(Ref about, Multilingual title, Optional<LocalDate> due, int people, long opened, long undelivered,
                 boolean off) {
        static Thing of(List<Invitation> all) {
            Invitation newest = all.get(0);
            return new Thing(newest.about(), newest.title, newest.due(), all.size(), in(all, State.OPENED),
                    in(all, State.UNDELIVERED), newest.off());
        }

        private static long in(List<Invitation> all, State state) {
            return all.stream().filter(one -> one.state(false) == state).count();
        }

        public String query() {
            return UriBuilder.fromPath("").queryParam("about", "{about}").build(about.toString()).toString();
        }
    }

    /** One person as the lead knows the person: by name while that is open, else by number. */
    record Guest(Invitation invitation, String name, int number, State state) {}

    /** @param unknowing whether nobody can know who has answered, so that all are reminded */
    record Reminding(boolean offered, boolean unknowing, Optional<Instant> itself) {}

    @CheckedTemplate(basePath = "invitation")
    record invitations(Project project, List<Thing> things) implements TemplateInstance {}

    @CheckedTemplate(basePath = "invitation")
    record invited(Project project, Thing thing, List<Guest> guests, Reminding reminding, String letters)
            implements TemplateInstance {}

    /** All, or those to one thing. */
    @GET
    public TemplateInstance list(@RestPath String slug, @RestQuery String about, @RestQuery String letters) {
        Project project = Project.ledBy(me, slug);
        return about == null || about.isBlank() ? overview(project)
                : page(project, Ref.parse(about), letters == null ? "" : letters);
    }

    @POST
    @Path("reminding")
    @Kept
    @Tells(Done.REMINDED)
    public Response remind(@RestPath String slug, @RestForm String about) {
        Project project = Project.ledBy(me, slug);
        if (about == null) throw new Missing();
        Ref thing = Ref.parse(about);
        List<Invitation> asked = Invitation.live(project, thing);
        if (asked.isEmpty()) throw new Missing();
        int reminded = invitations.remind(me.person(), project, thing, asked);
        if (reminded == 0) return form.refuse(new Refused("invitation:remind_nobody")).again(page(project, thing, ""));
        return Response.seeOther(URI.create(project.path() + "/invitations" + Thing.of(asked).query())).build();
    }

    private invitations overview(Project project) {
        Map<Ref, List<Invitation>> byThing = Invitation.live(project).stream()
                .collect(Collectors.groupingBy(Invitation::about, LinkedHashMap::new, Collectors.toList()));
        return new invitations(project, byThing.values().stream().map(Thing::of).toList());
    }

    private invited page(Project project, Ref about, String letters) {
        List<Invitation> all = Invitation.live(project, about);
        if (all.isEmpty()) throw new Missing();
        Naming naming = Naming.of(me, clock.instant());
        Map<Long, Integer> numbers = Membership.of(project).stream()
                .collect(Collectors.toMap(member -> member.person.id, member -> member.number));
        Set<Long> answered = invitations.shownAnswers(about);
        List<Guest> guests = all.stream().map(one -> new Guest(one, naming.name(one.person)
                .orElse(one.person.pseudonym == null ? "" : one.person.pseudonym),
                numbers.getOrDefault(one.person.id, 0), one.state(answered.contains(one.person.id)))).toList();
        return new invited(project, Thing.of(all), guests, reminding(about, all),
                letters.matches("[\\w-]{1,22}") ? letters : "");
    }

    private Reminding reminding(Ref about, List<Invitation> all) {
        Instant now = clock.instant();
        boolean offered = all.stream().anyMatch(one -> one.channel == Channel.EMAIL
                && one.reminders < Invitation.MOST_REMINDERS && !one.off()
                && (one.dueAt == null || one.dueAt.isAfter(now)));
        return new Reminding(offered, invitations.answeredBy(about).isEmpty(), all.stream()
                .filter(one -> one.remindAt != null && one.reminders < Invitation.MOST_REMINDERS)
                .map(one -> one.remindAt).min(Instant::compareTo));
    }
}
