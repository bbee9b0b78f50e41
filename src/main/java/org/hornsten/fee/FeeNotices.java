package org.hornsten.fee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.link.Doors;
import org.hornsten.notice.Notice;
import org.hornsten.notice.Outbox;
import org.hornsten.web.Theme;
import org.hornsten.web.Tongue;

/** Tells people by e-mail what became of their claim; never an amount, which a mail would carry about unsealed. */
@ApplicationScoped
class FeeNotices {
    private final Outbox outbox;
    private final Tongue tongue;
    private final Doors doors;
    private final Theme theme;

    FeeNotices(Outbox outbox, Tongue tongue, Doors doors, Theme theme) {
        this.outbox = outbox;
        this.tongue = tongue;
        this.doors = doors;
        this.theme = theme;
    }

    void tell(Claim claim) {
        String language = claim.person.language;
        FeeMessages say = tongue.in(FeeMessages.class, language);
        String first = say.mail_first(theme.organisation(language), claim.workshop.title.in(language));
        List<String> words = switch (claim.state) {
            case APPROVED -> List.of(first, say.mail_approved());
            case RETURNED -> List.of(first, say.mail_returned());
            case REJECTED -> List.of(first, say.mail_rejected());
            case PAID -> List.of(first, say.mail_paid());
            case BEGUN, DECLINED, SENT, IN_PAYROLL -> List.of();
        };
        if (words.isEmpty()) return;
        Doors.Door door = doors.of(claim.person, claim.project, claim.ref(), claim.path());
        outbox.post(new Notice(claim.project.ref(), claim.ref(), claim.person, say.mail_subject(),
                Stream.concat(words.stream(), Stream.of(door.how())).toList(),
                Optional.of(new Notice.Way(say.mail_way(), door.address())), Optional.empty()));
    }
}
