package org.hornsten.roll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.hornsten.document.Table;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Time;
import org.hornsten.panel.Panel;
import org.hornsten.project.Membership;
import org.hornsten.roll.ImportJob.State;
import org.hornsten.web.Tongue;

/**
 * Goes through long lists, one after the other, on whichever server comes first. A list is imported in one transaction
 * together with its end: a server that dies leaves nothing of it behind, and another one begins anew.
 */
@ApplicationScoped
class Importer {
    /** So often the page is told how far it is, and the list is said to be held. */
    static final int STEP = 250;
    static final int TRIES = 3;
    private static final int LONGEST_SECONDS = 900;

    private final Imports imports;
    private final Vocabulary words;
    private final Tongue tongue;
    private final Secrets secrets;
    private final ObjectMapper json;

    Importer(Imports imports, Vocabulary words, Tongue tongue, Secrets secrets, ObjectMapper json) {
        this.imports = imports;
        this.words = words;
        this.tongue = tongue;
        this.secrets = secrets;
        this.json = json;
    }

    /** A list in this worker's hands. */
    record Held(long id, long fence, int tries) {}

    ImportJob begin(Me me, Panel panel, byte[] file, int rows, String language) {
        Person maker = Person.findById(me.id());
        ImportJob job = ImportJob.of(Panel.findById(panel.id), maker, language, rows);
        job.sealed = Seal.close(key(job), job.publicId, file);
        job.persist();
        return job;
    }

    Optional<Preview> preview(ImportJob job) {
        try {
            return job.told == null ? Optional.empty()
                    : Optional.of(json.readValue(Seal.open(key(job), job.publicId, job.told), Preview.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Scheduled(every = "2s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            while (next()) continue;
        } catch (RuntimeException databaseAway) {
            Log.warnf("Long lists wait: %s", databaseAway.getClass().getSimpleName());
        }
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> ImportJob.delete("madeAt <= ?1",
                Time.now().minus(ImportJob.KEPT)));
    }

    /** Whether there was anything to do. */
    boolean next() {
        Optional<Held> held = QuarkusTransaction.requiringNew().call(Importer::take);
        held.ifPresent(this::carry);
        return held.isPresent();
    }

    // what another worker is looking at is passed over, not waited for
    static Optional<Held> take() {
        List<?> ids = query("""
                select id from import_job where state in ('CHECKING', 'IMPORTING')
                and (lease_until is null or lease_until <= utc_timestamp(6)) order by id limit 1
                for update skip locked""").getResultList();
        if (ids.isEmpty()) return Optional.empty();
        long id = ((Number) ids.get(0)).longValue();
        query("""
                update import_job set fence = fence + 1, tries = tries + 1, done_rows = 0, begun_at = utc_timestamp(6),
                lease_until = date_add(utc_timestamp(6), interval 2 minute) where id = ?1""", id).executeUpdate();
        Object[] row = (Object[]) query("select fence, tries from import_job where id = ?1", id).getSingleResult();
        return Optional.of(new Held(id, ((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
    }

    private void carry(Held held) {
        try {
            if (held.tries() > TRIES) end(held, State.FAILED, null);
            else if (QuarkusTransaction.requiringNew().call(() -> job(held).state) == State.CHECKING) check(held);
            else store(held);
        } catch (RuntimeException problem) {
            // its lease ends by itself; then it is begun anew, so often
            Log.warnf("A long list could not be gone through: %s", problem.getClass().getSimpleName());
        }
    }

    private void check(Held held) {
        try {
            Imports.Tried tried = imports.dry(() -> job(held).maker, () -> panel(held), table(held),
                done -> tell(held, done));
            Preview preview = Preview.of(tried.outcome, tried.panel, tongue, words, language(held));
            end(held, preview.good() ? State.GOOD : State.BAD, preview);
        } catch (Refused changed) {
            end(held, State.FAILED, null);
        }
    }

    void store(Held held) {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                imports.store(job(held).maker, panel(held), table(held), done -> {
                    Panache.getEntityManager().flush();
                    tell(held, done);
                });
                if (!ended(held, State.DONE, null)) throw new IllegalStateException("Another worker has it");
            });
        } catch (Refused changed) {
            // somebody else was quicker, or the day has changed: what it would do now is another thing
            again(held);
        }
    }

    /** Tried anew, so that the maker sees what has changed. */
    private static void again(Held held) {
        QuarkusTransaction.requiringNew().run(() -> query("""
                update import_job set state = 'CHECKING', tries = 0, lease_until = null
                where id = ?1 and fence = ?2""",
                held.id(), held.fence()).executeUpdate());
    }

    private void tell(Held held, int done) {
        boolean ours = QuarkusTransaction.requiringNew().call(() -> query("""
                update import_job set done_rows = ?3, lease_until = date_add(utc_timestamp(6), interval 2 minute)
                where id = ?1 and fence = ?2""", held.id(), held.fence(), done).executeUpdate() == 1);
        if (!ours) throw new IllegalStateException("Another worker has it");
    }

    private void end(Held held, State state, Preview preview) {
        QuarkusTransaction.requiringNew().run(() -> ended(held, state, preview));
    }

    private boolean ended(Held held, State state, Preview preview) {
        byte[] told = preview == null ? null : Seal.close(key(job(held)), job(held).publicId, written(preview));
        return query("""
                update import_job set state = ?3, told = ?4, sealed = if(?3 = 'GOOD', sealed, null),
                done_rows = if(?3 = 'DONE', all_rows, done_rows), lease_until = null where id = ?1 and fence = ?2""",
                held.id(), held.fence(), state.name(), told).executeUpdate() == 1;
    }

    private static ImportJob job(Held held) {
        return ImportJob.findById(held.id());
    }

    /** @throws Refused where its maker does not lead the project any more */
    private static Panel panel(Held held) {
        ImportJob job = job(held);
        if (job.maker.blockedAt != null || Membership.count("project = ?1 and person = ?2 and role = 'LEAD'",
                job.panel.project, job.maker) == 0) throw new Refused("roll:rows_changed");
        return job.panel;
    }

    private Table table(Held held) {
        return QuarkusTransaction.requiringNew().call(() -> Table.sent(Seal.open(key(job(held)),
                job(held).publicId, job(held).sealed)));
    }

    private static String language(Held held) {
        return QuarkusTransaction.requiringNew().call(() -> job(held).language);
    }

    private byte[] key(ImportJob job) {
        return secrets.key("import " + job.publicId);
    }

    private byte[] written(Preview preview) {
        try {
            return json.writeValueAsBytes(preview);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Query query(String sql, Object... values) {
        Query query = Panache.getEntityManager().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) query.setParameter(i + 1, values[i]);
        return query;
    }
}
