package org.hornsten.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Stale;

/** Sending twice counts once: the id of a form is taken before its work, in the same transaction. */
@ApplicationScoped
public class Submissions {
    private static final int LONGEST_ID = 128;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

    private final Secrets secrets;
    private final Clock clock;

    Submissions(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Ids are chosen by whoever sends: one person's never meets another's. */
    public static String once(Me me, String submission) {
        return submission == null || submission.isBlank() || submission.length() > LONGEST_ID ? submission
                : Secrets.hexFingerprint(me.known().publicId + "\n" + submission);
    }

    /**
     * Takes the id for this act, or tells what the act made the first time.
     *
     * @param body what was sent, as text
     * @throws Stale when the same id came with another body
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> earlier(String id, String body) {
        if (id == null || id.isBlank()) throw new Refused("submission", "web:submission_missing");
        if (id.length() > LONGEST_ID) throw new Refused("submission", "web:submission_long");
        byte[] mark = mark(id);
        byte[] fingerprint = secrets.mark("submission body", id + "\n" + body);
        // Insert first: whoever comes second waits here for the first one's commit instead of doing the work twice.
        int inserted = Submission.getEntityManager().createNativeQuery("""
                insert ignore into submission (mark, fingerprint, month, result) values (?1, ?2, ?3, '')""")
                .setParameter(1, mark).setParameter(2, fingerprint).setParameter(3, MONTH.format(clock.instant()))
                .executeUpdate();
        return inserted == 1 ? Optional.empty() : Optional.of(first(mark, fingerprint));
    }

    /** The same for a form whose sender is known by name; a form without an id counts each time. */
    public Optional<String> sent(Me me, String submission, String body) {
        return submission == null || submission.isBlank() ? Optional.empty() : earlier(once(me, submission), body);
    }

    /** Remembers what such a form made. */
    public void done(Me me, String submission, String result) {
        if (submission != null && !submission.isBlank()) made(once(me, submission), result);
    }

    /** Remembers what the act made. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void made(String id, String result) {
        Submission.update("result = ?1 where mark = ?2", result, mark(id));
    }

    /** How many forms were stored before that month. */
    public long before(YearMonth month) {
        return Submission.count("month < ?1", month.toString());
    }

    /** Forgets them: the same form sent once more would count again, which nobody does after so long. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long forgetBefore(YearMonth month) {
        return Submission.delete("month < ?1", month.toString());
    }

    private String first(byte[] mark, byte[] fingerprint) {
        Submission first = Submission.findById(mark);
        if (!Arrays.equals(first.fingerprint, fingerprint)) throw new Stale("web:submission_other_body");
        return first.result;
    }

    private byte[] mark(String id) {
        return secrets.mark("submission", id);
    }
}
