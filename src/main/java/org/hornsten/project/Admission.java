package org.hornsten.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Disclosure;

/** Lets somebody into a project. Who does it opens the name to oneself by that, and the person is shown so. */
@ApplicationScoped
public class Admission {
    private final Ledger ledger;
    private final Clock clock;

    Admission(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param kind null for as whom the person speaks anyway */
    public Membership of(Me me, Project project, Whom whom, Membership.Role role, PersonKind kind) {
        Membership member = Membership.admit(project, whom, role, kind);
        ledger.keep(me, member.joined());
        open(me, member);
        return member;
    }

    /** Somebody is asked for a task: who is a member already stays what he or she is, anybody else comes in. */
    public Membership ask(Me me, Project project, Whom whom) {
        Membership.Asked asked = Membership.ask(project, whom);
        asked.joined().ifPresent(joined -> ledger.keep(me, joined));
        open(me, asked.member());
        return asked.member();
    }

    private void open(Me me, Membership member) {
        if (!member.person.staff() && member.person.id != me.id()) Disclosure.open(me.known(), member.person,
                member.project.ref(), Disclosure.Purpose.INVITATION, clock).forEach(event -> ledger.keep(me, event));
    }
}
