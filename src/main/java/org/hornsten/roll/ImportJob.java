package org.hornsten.roll;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Turn;
import org.hornsten.panel.Panel;

/**
 * A long list that is gone through while nobody waits: first tried, then, once its maker has said yes, imported. The
 * file lies here sealed until it is imported or refused, a day at most.
 */
@Entity
public class ImportJob extends PanacheEntity {
    static final Duration KEPT = Duration.ofDays(1);

    /** Tried, good and waiting for a yes, bad, being imported, imported, or given up by us. */
    public enum State { CHECKING, GOOD, BAD, IMPORTING, DONE, FAILED }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Panel panel;
    @ManyToOne(fetch = FetchType.LAZY) public Person maker;
    /** The maker's when the file was brought: what is wrong in it is written down in words. */
    public String language;
    @Enumerated(EnumType.STRING) public State state;
    public int allRows;
    public int doneRows;
    /** The file; missing once nobody needs it. */
    @Lob byte[] sealed;
    /** What it would do, as the page shows it. */
    @Lob byte[] told;
    public Instant madeAt;
    /** When the present part of the work was taken up last. */
    public Instant begunAt;
    /** Until when a worker holds it, by the database's clock. */
    Instant leaseUntil;
    /** Rises with each taking: only who took it last ends it. */
    long fence;
    int tries;

    static ImportJob of(Panel panel, Person maker, String language, int rows) {
        ImportJob job = new ImportJob();
        job.publicId = PublicId.random();
        job.panel = panel;
        job.maker = maker;
        job.language = language;
        job.state = State.CHECKING;
        job.allRows = rows;
        job.madeAt = Time.now();
        return job;
    }

    /** Its maker's alone, as long as the maker leads the project: names stand in it. */
    static ImportJob madeBy(Me me, Panel panel, String id) {
        return ImportJob.<ImportJob>find("publicId = ?1 and panel = ?2 and maker.id = ?3 and madeAt > ?4", id, panel,
                me.id(), Time.now().minus(KEPT)).firstResultOptional().orElseThrow(me::nothing);
    }

    /** Those that still wait for something. */
    static List<ImportJob> open(Me me, Panel panel) {
        return list("panel = ?1 and maker.id = ?2 and madeAt > ?3 and state in ('CHECKING', 'GOOD', 'IMPORTING')"
                + " order by id desc", panel, me.id(), Time.now().minus(KEPT));
    }

    /** The maker says yes; a second time nothing happens. */
    void begin() {
        Turn.alone(this);
        if (state == State.IMPORTING || state == State.DONE) return;
        if (state != State.GOOD) throw new Refused("roll:rows_changed");
        state = State.IMPORTING;
        doneRows = 0;
        tries = 0;
        begunAt = null;
    }

    public boolean working() {
        return state == State.CHECKING || state == State.IMPORTING;
    }

    public boolean good() {
        return state == State.GOOD;
    }

    public boolean bad() {
        return state == State.BAD;
    }

    public boolean importing() {
        return state == State.IMPORTING;
    }

    public boolean done() {
        return state == State.DONE;
    }

    /** How many seconds more, as far as can be told by now; zero where nothing can be told. */
    public int secondsLeft() {
        if (begunAt == null || doneRows == 0) return 0;
        long passed = Math.max(1, Duration.between(begunAt, Time.now()).toSeconds());
        return (int) Math.min(3600, passed * (allRows - doneRows) / doneRows);
    }

    public String path() {
        return panel.path() + "/import/jobs/" + publicId;
    }
}
