package org.hornsten.fee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hornsten.web.Shell;
import org.hornsten.web.Tongue;
import org.hornsten.workshop.Afterwards;
import org.hornsten.workshop.Registration;

/** From a workshop somebody was at to what it cost the person: to claim it, to go on, to see what became of it. */
@ApplicationScoped
class ClaimWay implements Afterwards {
    private final Tongue tongue;
    private final Shell shell;

    ClaimWay(Tongue tongue, Shell shell) {
        this.tongue = tongue;
        this.shell = shell;
    }

    @Override
    public Optional<Way> of(Registration was) {
        FeeMessages say = tongue.in(FeeMessages.class, shell.language());
        return Optional.of(Claim.of(was.workshop, was.person).map(claim -> new Way(told(say, claim),
                claim.changeable() ? say.go_on() : say.open_claim(), claim.path(), claim.changeable()))
                .orElseGet(() -> new Way("", say.claim_way(), was.workshop.path() + "/claim", true)));
    }

    private static String told(FeeMessages say, Claim claim) {
        boolean declined = claim.feeDeclined && !claim.changeable() && claim.state != Claim.State.DECLINED;
        return say.state_means(claim.state) + (declined ? " " + say.no_fee_wanted() + "." : "");
    }
}
