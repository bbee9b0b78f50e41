package org.hornsten.guardian;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Membership;

/**
 * The guardian's way to say yes or no to one young person's answering by name in one project, and to take it back.
 * Only a fingerprint of its token is kept, nothing of who the guardian is; a new one ends the old.
 */
@Entity
public class GuardianLink extends PanacheEntity {
    /** How long a guardian may think, and how long a yes may be taken back by the same link. */
    private static final int DAYS_TO_ANSWER = 90;
    private static final int YEARS_TO_TAKE_BACK = 1;
    private static final String WORKS = """
            from GuardianLink l join fetch l.member m join fetch m.person p join fetch m.project
            where l.endedOn is null and l.lastOn >= local date and p.blockedAt is null and p.erasedAt is null and\s""";

    public enum Answer { APPROVED, REFUSED }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Membership member;
    public byte[] hash;
    public LocalDate madeOn;
    public LocalDate lastOn;
    /** What was said by it last, and when; missing until then. */
    @Enumerated(EnumType.STRING) public Answer answer;
    public LocalDate answeredOn;
    public LocalDate endedOn;

    /** The link with its token, which exists only here and is shown once. */
    public record Made(GuardianLink link, String token, GuardianEvent.Asked asked) {
        /** That it was made, and that each earlier one ended: the journal outside the database hears of ends only. */
        public List<GuardianEvent> events() {
            return Stream.<GuardianEvent>concat(asked.ended().stream().map(GuardianEvent.Ended::new),
                    Stream.of(asked)).toList();
        }
    }

    /** @throws Refused where nobody's approval is needed */
    static Made forMember(Membership member, LocalDate today) {
        if (!member.minor()) throw new Refused("project:guardian_not_needed");
        Turn.alone(member);
        List<GuardianLink> old = list("member = ?1 and endedOn is null", member);
        old.forEach(link -> link.endedOn = today);
        String token = LinkToken.random();
        GuardianLink link = new GuardianLink();
        link.publicId = PublicId.random();
        link.member = member;
        link.hash = Secrets.fingerprint(token);
        link.madeOn = today;
        link.lastOn = today.plusDays(DAYS_TO_ANSWER);
        link.persist();
        return new Made(link, token, new GuardianEvent.Asked(member.project.ref(),
                new Ref("person", member.person.publicId), link.ref(), old.stream().map(GuardianLink::ref).toList()));
    }

    /** By its token. One that works no more, or is needed no more, looks like an unknown one. */
    static Optional<GuardianLink> opened(String token) {
        return GuardianLink.<GuardianLink>find(WORKS + "l.hash = ?1", (Object) Secrets.fingerprint(token))
                .firstResultOptional().filter(link -> link.member.minor());
    }

    static Optional<GuardianLink> of(Membership member) {
        return GuardianLink.<GuardianLink>find(WORKS + "m = ?1", member).firstResultOptional();
    }

    /** Those of them that work, though they should have ended. */
    public static List<GuardianLink> alive(Collection<String> publicIds) {
        return list("publicId in ?1 and endedOn is null", publicIds);
    }

    /**
     * The guardian answers, or answers anew; saying the same again changes nothing.
     *
     * @return what is to be kept of it
     * @throws Missing when it was ended at this moment
     */
    List<Event> reply(Answer said, LocalDate today) {
        Turn.alone(member);
        Turn.alone(this);
        if (endedOn != null) throw new Missing();
        boolean approved = said == Answer.APPROVED;
        List<Event> happened = new ArrayList<>();
        if (answer != said) happened.add(new GuardianEvent.Replied(ref(), said));
        if (approved && member.guardianOn == null) happened.add(member.approve(today));
        if (!approved && member.guardianOn != null) happened.add(member.disapprove());
        if (answer != said) answeredOn = today;
        answer = said;
        lastOn = approved ? today.plusYears(YEARS_TO_TAKE_BACK) : lastOn;
        return happened;
    }

    public GuardianEvent.Ended end(LocalDate today) {
        endedOn = today;
        return new GuardianEvent.Ended(ref());
    }

    public boolean refused() {
        return answer == Answer.REFUSED;
    }

    public boolean approved() {
        return member.guardianOn != null;
    }

    public Ref ref() {
        return new Ref("guardian", publicId);
    }
}
