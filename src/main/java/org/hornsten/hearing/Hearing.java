package org.hornsten.hearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Gate;
import org.hornsten.input.InputEvent;
import org.hornsten.input.Receipts;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.pool.Pool;
import org.hornsten.project.Project;

/** Hears what somebody says about a draft, once however often it is sent, and gives the receipt for it. */
@ApplicationScoped
public class Hearing {
    private final Ledger ledger;
    private final Submissions submissions;
    private final Receipts receipts;
    private final Pool pool;

    Hearing(Ledger ledger, Submissions submissions, Receipts receipts, Pool pool) {
        this.ledger = ledger;
        this.submissions = submissions;
        this.receipts = receipts;
        this.pool = pool;
    }

    /** @param once what the receipt is made from again */
    public record Heard(String contribution, String receipt, String once) {}

    /**
     * @param submission the id of the form or the key of the request, as it came
     * @param shown      when the form was opened: it may come ten minutes late if that was in time; nothing for
     *                   programs
     */
    Heard hear(Me me, Draft draft, Remark remark, Remark.Speaker speaker, String submission, Optional<Instant> shown) {
        String once = Submissions.once(me, submission);
        String code = receipts.code(once);
        Optional<String> earlier = submissions.earlier(once, body(draft, remark, speaker));
        // beside an anonymous one its id does not stand
        if (earlier.isPresent())
            return new Heard(earlier.filter(id -> !id.isEmpty()).orElseGet(() -> receipts.contribution(once)),
                    code, once);
        if (speaker.typedBy().isEmpty()) refuseLate(draft, remark, shown);
        Saying saying = remark.saying(draft, speaker);
        Round round = draft.version(remark.version()).orElseThrow().round;
        if (saying.anonymity() == Anonymity.ANONYMOUS && round.mixed && speaker.typedBy().isEmpty())
            return seal(me, draft, round, saying, once);
        Contribution said = Contribution.said(draft.project, saying, receipts.mark(code));
        submissions.made(once, said.publicId);
        Gate.heard(draft.project);
        keep(me, said);
        return new Heard(said.publicId, code, once);
    }

    /**
     * What is said aloud in a room, where others see it at once: it never waits to be mixed, so without a name it is
     * confidential, whatever the round. Its id counts for the whole room, however often and from where it is sent.
     *
     * @param once  the submission's id, which nobody else can know or guess
     * @param body  what was sent, as text
     * @param words asked for only the first time
     */
    public Heard aloud(Me me, Project project, String once, String body, Supplier<Saying> words) {
        Optional<String> earlier = submissions.earlier(once, body);
        String code = receipts.code(once);
        if (earlier.isPresent()) return new Heard(earlier.get(), code, once);
        Contribution said = Contribution.said(project, words.get(), receipts.mark(code));
        submissions.made(once, said.publicId);
        Gate.heard(project);
        keep(me, said);
        return new Heard(said.publicId, code, once);
    }

    /** It waits in the pool, and the ledger hears of it when it has been mixed with others. */
    private Heard seal(Me me, Draft draft, Round round, Saying saying, String once) {
        String code = receipts.code(once);
        Waiting waiting = Waiting.of(receipts.contribution(once), receipts.mark(code), saying,
                round.common(saying.authorKind()) ? saying.authorKind() : null);
        pool.spend(round.comments(), me.known().publicId);
        pool.put(round.comments(), waiting);
        return new Heard(waiting.id(), code, once);
    }

    // Without the day it came on, which another try may not share.
    private static String body(Draft draft, Remark said, Remark.Speaker speaker) {
        return String.join("\n", draft.publicId, "" + said.version(), said.language(), said.section(), said.passage(),
                said.quote().exact(), "" + said.kind(), "" + said.words(), "" + said.channel(), "" + said.anonymity(),
                "" + speaker.kind(), speaker.typedBy().isPresent() ? speaker.name() + speaker.number() : "");
    }

    private static void refuseLate(Draft draft, Remark remark, Optional<Instant> shown) {
        if (draft.version(remark.version()).map(version -> version.round).filter(r -> r.missedBy(shown)).isPresent())
            throw new Refused("draft:round_closed");
    }

    private void keep(Me me, Contribution said) {
        InputEvent.Said event = new InputEvent.Said(said.about(), said.ref(), said.channel, said.kind,
                new Hidden(said.words, said.salt));
        if (said.anonymity == Anonymity.ANONYMOUS && said.typedBy == null) ledger.keepUnnamed(event);
        else ledger.keep(me, event);
    }
}
