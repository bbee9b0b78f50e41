package org.hornsten.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.invitation.Invitation.Channel;
import org.hornsten.invitation.Invitation.Terms;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.letter.Letters;
import org.hornsten.link.Destinations;
import org.hornsten.notice.Outbox;
import org.hornsten.panel.LoadCap;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Seat;
import org.hornsten.project.Greeting;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

/** Who is meant by an invitation, and by what way each of them is reached. */
@ApplicationScoped
class Guests {
    private final Outbox outbox;
    private final Invitations invitations;
    private final Letters letters;
    private final Destinations destinations;
    private final LoadCap cap;
    private final Clock clock;

    Guests(Outbox outbox, Invitations invitations, Letters letters, Destinations destinations, LoadCap cap,
           Clock clock) {
        this.outbox = outbox;
        this.invitations = invitations;
        this.letters = letters;
        this.destinations = destinations;
        this.cap = cap;
        this.clock = clock;
    }

    /**
     * Who is asked how.
     *
     * @param tired     were asked as often as their panel allows, and are left alone
     * @param unreached have an account and no e-mail: they see it when they sign in
     */
    record Plan(Terms terms, Channel channel, List<Membership> byMail, List<Membership> onPaper, int tired,
                int unreached) {
        public int mails() {
            return byMail.size();
        }

        public int papers() {
            return onPaper.size();
        }

        public Optional<Greeting> greeting() {
            return terms.greeting();
        }

        public boolean cards() {
            return channel == Channel.HANDED_OUT;
        }

        /** How many receivers there are of each language. */
        Map<String, Long> languages() {
            return byMail.stream().map(one -> Multilingual.plain(one.person.language))
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        }
    }

    boolean mails() {
        return outbox.open();
    }

    boolean reaches(Person person) {
        return outbox.reaches(person);
    }

    /** Who may be chosen: all that take part, erased and blocked people not. */
    List<Membership> offered(Project project) {
        return Membership.of(project).stream().filter(one -> !one.staff()).filter(Guests::there)
                .sorted(Comparator.comparing(one -> one.number)).toList();
    }

    private static boolean there(Membership one) {
        return one.person.erasedAt == null && one.person.blockedAt == null;
    }

    /** @throws Refused beside the field that is to be chosen anew */
    Plan plan(Me me, Project project, InviteForm typed) {
        Multilingual title = destinations.inviting(typed.thing()).filter(to -> to.project().id.equals(project.id))
                .orElseThrow(() -> new Refused("about", "invitation:about_missing")).title();
        Terms terms = new Terms(typed.thing(), title, typed.due(), typed.days(), typed.said());
        if (terms.dueOn() != null && terms.dueOn().isBefore(LocalDate.now(clock)))
            throw new Refused("dueOn", "link:due_past");
        Channel channel = typed.channel();
        if (channel == Channel.EMAIL && !outbox.open()) throw new Refused("how", "invitation:channel_off");
        List<Membership> meant = typed.panel().isPresent() ? members(me, project, typed.panel().get())
                : ticked(project, typed);
        Set<Long> tired = typed.panel().map(id -> cap.reached(Panel.staffedBy(me, id), meant.stream()
                .map(one -> one.person.id).toList())).orElse(Set.of());
        return plan(terms, channel, meant.stream().filter(one -> !tired.contains(one.person.id)).toList(),
                tired.size());
    }

    private Plan plan(Terms terms, Channel channel, List<Membership> meant, int tired) {
        Map<Boolean, List<Membership>> mailed = meant.stream().collect(Collectors.partitioningBy(one ->
                channel == Channel.EMAIL && outbox.reaches(one.person)));
        List<Membership> onPaper = mailed.get(false).stream().filter(one -> !one.person.hasAccount()).toList();
        if (mailed.get(true).isEmpty() && onPaper.isEmpty())
            throw new Refused("member", meant.isEmpty() ? "letter:to_missing" : "invitation:nobody_reached");
        return new Plan(terms, channel, mailed.get(true), onPaper, tired, mailed.get(false).size() - onPaper.size());
    }

    private List<Membership> ticked(Project project, InviteForm typed) {
        return offered(project).stream().filter(one -> typed.numbers().contains("" + one.number)).toList();
    }

    /** Who sits in a panel of the project today. */
    List<Membership> members(Me me, Project project, String id) {
        Panel panel = Panel.staffedBy(me, id);
        if (!panel.project.id.equals(project.id)) throw new Missing();
        LocalDate today = LocalDate.now(clock);
        if (panel.over(today)) throw new Refused("who", "invitation:panel_over");
        Map<Long, Membership> here = Membership.of(project).stream()
                .collect(Collectors.toMap(one -> one.person.id, Function.identity()));
        return Seat.sitting(panel, today).stream().map(seat -> here.get(seat.person.id)).filter(Objects::nonNull)
                .filter(Guests::there).distinct().toList();
    }

    /** @return the batch of what is to be printed, empty where nothing is */
    String invite(Me me, Project project, Plan plan) {
        if (!plan.byMail().isEmpty()) invitations.mail(me, project,
                plan.byMail().stream().map(one -> one.person).toList(), plan.terms());
        if (plan.onPaper().isEmpty()) return "";
        return letters.write(me, project, plan.onPaper(), plan.terms().about(), plan.terms().dueOn(),
                plan.terms().greeting(), plan.channel() == Channel.HANDED_OUT).batch().publicId;
    }
}
