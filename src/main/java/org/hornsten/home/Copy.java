package org.hornsten.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.attendance.Envelope;
import org.hornsten.attendance.Needs;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Version;
import org.hornsten.fee.Cents;
import org.hornsten.fee.Claim;
import org.hornsten.fee.Claims;
import org.hornsten.fee.Item;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Message;
import org.hornsten.input.Moderation;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.invitation.Invitation;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Profile;
import org.hornsten.panel.Seat;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Membership;
import org.hornsten.rating.Rating;
import org.hornsten.recruitment.Application;
import org.hornsten.results.Told;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/**
 * All the house knows about a person, to be taken along. What was said anonymously is not in it: nobody can find it.
 *
 * @param seats   where the person sits or sat, with what is written down for it
 * @param readers who opened the person's name and contact data
 * @param opened  whose data the person opened at work; by public id
 * @param work    what the person did for others as staff: answered, published, typed in
 * @param log     the ledger's lines of the person's acts
 */
@Schema(name = "OwnCopy")
record Copy(Self person, List<Member> memberships, List<Invited> invitations, List<Said> contributions,
            List<Rated> ratings, List<Sat> seats, List<Lived> experiences, List<Applied> applications,
            List<Meeting> workshops, List<Heard> results, List<Claimed> claims, List<Read> readers,
            List<Opened> opened, List<Work> work, List<Act> log) {

    @Schema(name = "OwnPerson")
    record Self(String id, String userName, String name, String pseudonym, Role role, PersonKind kind,
                AgeBand ageBand, String language, String email, String street, String postcode, String town,
                LocalDate lastSeenOn, Instant blockedAt) {
        static Self of(Person p) {
            return new Self(p.publicId, p.userName, p.name, p.pseudonym, p.role, p.kind, p.ageBand, p.language, p.email,
                    p.street, p.postcode, p.town, p.lastSeenOn, p.blockedAt);
        }

        /** Whoever holds a link now must not learn from it whose it is. */
        static Self initials(Person p) {
            return new Self(p.publicId, null, p.initials(), p.pseudonym, p.role, p.kind, null, p.language, null,
                    null, null, null, null, null);
        }
    }

    @Schema(name = "OwnMembership")
    record Member(String project, Multilingual title, Membership.Role role, PersonKind kind, int number,
                  LocalDate guardianOn) {}

    @Schema(name = "OwnInvitation")
    record Invited(Ref about, Multilingual project, LocalDate madeOn, LocalDate dueOn, PersonalLink.State state,
                   Invitation.Channel channel, int reminders, String greeting) {
        static Stream<Invited> of(Person person) {
            Map<Long, Invitation> byLink = new HashMap<>();
            List<Invitation> all = Invitation.everOf(person);
            all.stream().filter(one -> one.link != null).forEach(one -> byLink.put(one.link.id, one));
            return Stream.concat(PersonalLink.everOf(person).stream().map(link -> of(link,
                    Optional.ofNullable(byLink.get(link.id)))), all.stream().filter(one -> one.link == null)
                    .map(one -> new Invited(one.about(), one.project.title, Time.day(one.madeAt), one.dueOn, null,
                    one.channel, one.reminders, one.greeting)));
        }

        private static Invited of(PersonalLink link, Optional<Invitation> by) {
            return new Invited(link.about(), link.project.title, link.madeOn, link.dueOn, link.state(),
                    by.map(one -> one.channel).orElse(null), by.map(one -> one.reminders).orElse(0),
                    by.map(one -> one.greeting).orElse(null));
        }
    }

    @Schema(name = "OwnWords")
    record Said(String id, String project, Multilingual title, LocalDate receivedOn, Channel channel, Saying.Kind kind,
                String language, Anonymity anonymity, String quote, String words, boolean masked,
                LocalDate withdrawnOn, Contribution.Deflection deflectedTo, Moderation.State moderation,
                String keptBackWhy, List<Answer> viewpoints,
                List<Turn> messages) {}

    @Schema(name = "OwnAnswer")
    record Answer(String exact, Disposition disposition, Multilingual reason, LocalDate decidedOn) {}

    @Schema(name = "OwnMessage")
    record Turn(boolean fromStaff, LocalDate on, String words) {}

    @Schema(name = "OwnRating")
    record Rated(Multilingual draft, int version, String criterion, int score) {}

    @Schema(name = "OwnSeat")
    record Sat(Multilingual panel, Panel.Kind body, Seat.Kind kind, String nominatingBody, LocalDate from, LocalDate to,
               LocalDate endedOn, Seat.Reason endReason, AgeGroup ageGroup, String municipality, String language) {
        static Sat of(Seat s) {
            return new Sat(s.panel.name, s.panel.kind, s.kind, s.nominatingBody, s.fromOn, s.toOn, s.endedOn,
                    s.endReason, s.profile().ageGroup(), s.profile().municipality(), s.profile().language());
        }
    }

    /** @param writtenBy who wrote it down; missing where the person did */
    @Schema(name = "OwnExperience")
    record Lived(Multilingual project, Area area, Experience.Purpose purpose, LocalDate consentOn, LocalDate until,
                 String writtenBy) {
        static Lived of(Experience e) {
            return new Lived(e.project.title, e.area, e.purpose, e.consentOn, e.untilOn,
                    e.writtenBy == null ? null : e.writtenBy.name);
        }
    }

    /** @param needs what was needed, until it is gone; never by a link */
    @Schema(name = "OwnWorkshop")
    record Meeting(Ref workshop, Multilingual title, Instant starts, Registration.Answer answer,
                   Registration.State state, Instant answeredAt, Needs needs, Boolean present) {
        static Meeting of(Registration r, Needs needs) {
            return new Meeting(r.workshop.ref(), r.workshop.title, r.workshop.startsAt, r.answer, r.state,
                    r.answeredAt, needs, r.present);
        }
    }

    /** What of a workshop the person was told had been published. */
    @Schema(name = "OwnResults")
    record Heard(Ref workshop, Multilingual title, Instant at) {}

    /** @param total in cents, as are the amounts of the items */
    @Schema(name = "OwnClaim")
    record Claimed(String id, Ref about, Claim.State state, List<Item> items, Cents total, boolean feeDeclined,
                   Claim.TaxCard taxCard, String payrollReference, Instant sentAt, Instant decidedAt, String reason) {}

    @Schema(name = "OwnApplication")
    record Applied(Multilingual panel, LocalDate receivedOn, Application.State state, Integer number, String phone,
                   Profile profile, Set<Area> experience, String why) {}

    @Schema(name = "OwnReader")
    record Read(Instant at, Instant until, String reader, Disclosure.Purpose purpose, List<Disclosure.Field> fields) {}

    @Schema(name = "OwnReading")
    record Opened(Instant at, String person, Disclosure.Purpose purpose) {}

    @Schema(name = "OwnWork")
    record Work(String kind, String id, LocalDate on) {}

    @Schema(name = "OwnAct")
    record Act(LocalDate on, String verb, Ref about) {}

    /** A dozen statements, whatever the amount. */
    static Copy of(Me me, List<Rating> ratings, Envelope envelope, List<Entry> log) {
        Person person = me.known();
        List<Contribution> said = Mine.said(me);
        return new Copy(me.byGrant() ? Self.initials(person) : Self.of(person),
                Membership.of(me).stream().map(m ->
                        new Member(m.project.slug, m.project.title, m.role, m.kind, m.number, m.guardianOn))
                        .toList(),
                me.byGrant() ? List.of() : Invited.of(person).toList(),
                said(said), ratings.stream().filter(r -> !me.byGrant()).map(r ->
                        new Rated(r.version.draft.title, r.version.number, r.criterion, r.score)).toList(),
                Seat.of(me).stream().filter(s -> !me.byGrant()).map(Sat::of).toList(),
                Experience.of(me).stream().filter(e -> !me.byGrant()).map(Lived::of).toList(),
                Application.everOf(person).stream().filter(a -> !me.byGrant()).map(a -> new Applied(a.call.panel.name,
                        a.receivedOn, a.state, a.number, a.phone, a.profile(), a.areas(), a.why)).toList(),
                Registration.of(person, me.within()).stream().map(r ->
                        Meeting.of(r, me.byGrant() ? Needs.NONE : envelope.open(r))).toList(),
                Told.mine(me).stream().map(t -> new Heard(t.workshop.ref(), t.workshop.title, t.toldAt)).toList(),
                claims(person, me.within()), Mine.readers(me, Membership.of(me)).stream().map(d ->
                        new Read(d.openedAt, d.endsAt, d.reader.name, d.purpose, d.fieldList())).toList(),
                Disclosure.by(person).stream().map(d ->
                        new Opened(d.openedAt, d.person.publicId, d.purpose)).toList(),
                work(person), log.stream().filter(entry -> !me.byGrant())
                        .map(entry -> new Act(Time.day(entry.at), entry.verb,
                        new Ref(entry.aboutKind, entry.aboutId))).toList());
    }

    private static List<Said> said(List<Contribution> said) {
        Map<Long, Answered> answers = new HashMap<>();
        Answered.to(said).forEach(answer -> answers.put(answer.viewpoint.id, answer));
        Map<Long, List<Message>> messages = said.isEmpty() ? Map.of() : Message.<Message>list(
                "contribution in ?1 order by id", said).stream().collect(Collectors.groupingBy(m -> m.contribution.id));
        return said.stream().map(c -> new Said(c.publicId, c.project.slug, c.project.title, c.receivedOn, c.channel,
                c.kind, c.language, c.anonymity, c.quoteExact, c.words, c.masked, c.withdrawnOn, c.deflectedTo,
                c.moderation.state, c.moderation.note,
                c.viewpoints.stream().map(v -> answer(v, answers.get(v.id))).toList(),
                messages.getOrDefault(c.id, List.of()).stream()
                        .map(m -> new Turn(m.fromStaff, m.writtenOn, m.words)).toList())).toList();
    }

    private static List<Claimed> claims(Person person, long within) {
        return Claims.of(person, within).stream().map(c -> new Claimed(c.publicId, c.workshop.ref(), c.state, c.items,
                c.total, c.feeDeclined, c.taxCard, c.payrollReference, c.sentAt, c.decidedAt, c.reason)).toList();
    }

    private static Answer answer(Viewpoint viewpoint, Answered answered) {
        return answered == null ? new Answer(viewpoint.exact(), null, null, null)
                : new Answer(viewpoint.exact(), answered.decision.disposition, answered.decision.reason,
                        answered.decision.decidedOn);
    }

    private static List<Work> work(Person person) {
        return Stream.of(
                Decision.<Decision>list("decidedBy = ?1 order by id", person).stream()
                        .map(d -> new Work("decided", d.publicId, d.decidedOn)),
                Version.<Version>list("from Version v join fetch v.draft where v.publishedBy = ?1", person).stream()
                        .map(v -> new Work("published", v.draft.publicId + "/" + v.number,
                        Time.day(v.publishedAt))),
                Contribution.<Contribution>list("typedBy = ?1 order by id", person).stream()
                        .map(c -> new Work("typed_in", c.publicId, c.receivedOn)),
                Claim.<Claim>list("typedBy = ?1 order by id", person).stream()
                        .map(c -> new Work("typed_in_claim", c.publicId, Time.day(c.begunAt))),
                Claim.<Claim>list("decidedBy = ?1 order by id", person).stream()
                        .map(c -> new Work("decided_claim", c.publicId, Time.day(c.decidedAt))),
                Membership.<Membership>list("from Membership m join fetch m.project where m.guardianBy = ?1", person)
                        .stream().map(m -> new Work("approved", m.project.publicId + "/" + m.number, m.guardianOn)),
                Experience.<Experience>list("writtenBy = ?1 order by id", person).stream()
                        .map(e -> new Work("consent_written", e.publicId, e.consentOn)),
                Registration.<Registration>list("typedBy = ?1 order by id", person).stream()
                        .map(r -> new Work("registered", r.publicId, Time.day(r.answeredAt))),
                Workshop.<Workshop>list("publishedBy = ?1 order by id", person).stream()
                        .map(w -> new Work("minutes", w.publicId, Time.day(w.publishedAt))))
                .flatMap(s -> s).toList();
    }
}
