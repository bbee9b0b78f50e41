package org.hornsten.attendance;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.QrCode;
import org.hornsten.project.Membership;
import org.hornsten.web.Address;
import org.hornsten.workshop.Afterwards;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/** What a workshop is to the one who looks at it: a guest's own answer, or nothing but the public part. */
@ApplicationScoped
public class Invited {
    private final Me me;
    private final Envelope envelope;
    private final Address address;
    private final List<Afterwards> afterwards;

    Invited(Me me, Envelope envelope, Address address, @All List<Afterwards> afterwards) {
        this.me = me;
        this.envelope = envelope;
        this.address = address;
        this.afterwards = afterwards;
    }

    /**
     * @param full  whether whoever says yes now has to wait
     * @param qr    what is shown at the door; a facilitator's phone reads it
     * @param after what other rooms have for somebody who was there
     */
    public record Mine(Workshop workshop, Optional<Membership> member, Optional<Registration> registration,
                       List<Needs.Kind> needs, boolean full, Optional<QrCode> qr, List<Afterwards.Way> after) {
        public boolean staff() {
            return member.filter(Membership::staff).isPresent();
        }

        public boolean led() {
            return member.filter(one -> one.role == Membership.Role.LEAD).isPresent();
        }

        /** Whether the person may be asked to come at all. */
        public boolean guest() {
            return member.isPresent() && !staff();
        }

        public boolean comes() {
            return registration.filter(Registration::hasSeat).isPresent();
        }

        public boolean waits() {
            return registration.filter(Registration::waits).isPresent();
        }

        public boolean stays() {
            return registration.filter(Registration::declined).isPresent();
        }

        /** Whether a yes is taken now. */
        public boolean mayCome() {
            return workshop.takesAnswers && !comes() && !waits();
        }

        public boolean tooLate() {
            return !workshop.takesAnswers && !workshop.over && !workshop.cancelled() && !comes() && !waits();
        }

        public boolean mayLeave() {
            return !workshop.over && !workshop.cancelled() && (comes() || waits());
        }

        /** The address of the online meeting is for those with a seat, and for those who run it. */
        public boolean seesLink() {
            return workshop.link != null && (staff() || comes() && workshop.showsLink);
        }

        public boolean linkComes() {
            return workshop.online() && comes() && !workshop.showsLink && !workshop.over;
        }

        public boolean wasThere() {
            return registration.filter(Invited::there).isPresent();
        }
    }

    public Mine to(Workshop workshop) {
        Optional<Membership> member = workshop.project.membershipOf(me);
        Optional<Registration> registration = member.isPresent() ? Registration.mine(workshop, me) : Optional.empty();
        boolean full = workshop.seats != null && Registration.taken(workshop) >= workshop.seats;
        return new Mine(workshop, member, registration, registration.map(envelope::open).orElse(Needs.NONE).kinds(),
                full, registration.filter(one -> one.hasSeat() && workshop.inPerson() && !workshop.over)
                .map(one -> QrCode.of(address.of(one.path()))), registration.filter(one -> workshop.over && there(one))
                .map(this::after).orElse(List.of()));
    }

    private List<Afterwards.Way> after(Registration was) {
        return afterwards.stream().flatMap(room -> room.of(was).stream()).toList();
    }

    private static boolean there(Registration one) {
        return Boolean.TRUE.equals(one.present);
    }
}
