package org.hornsten.letter;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Time;
import org.hornsten.project.Project;

/**
 * Letters made at one time. Their codes in plain words exist in {@link #sealed} only, which its maker alone may fetch,
 * until the letters are printed and for seven days at most.
 */
@Entity
public class LetterBatch extends PanacheEntity {
    static final Duration KEPT = Duration.ofDays(7);
    /** How long an opening lasts: the day on which somebody prints. */
    static final Duration OPEN = Duration.ofHours(8);

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @ManyToOne(fetch = FetchType.LAZY) public Person maker;
    public String aboutKind;
    public String aboutId;
    public int letters;
    public LocalDate madeOn;
    public LocalDate dueOn;
    @Lob public byte[] sealed;
    public Instant openUntil;
    public Instant goneAt;
    public LocalDate printedOn;

    /** Ready to be fetched, closed until its maker says again why it is fetched, printed, or gone. */
    @Schema(name = "LetterBatchState")
    public enum State { READY, CLOSED, PRINTED, GONE }

    static LetterBatch made(Project project, Person maker, Ref about, LocalDate dueOn, int letters) {
        Instant now = Time.now();
        LetterBatch batch = new LetterBatch();
        batch.publicId = PublicId.random();
        batch.project = project;
        batch.maker = maker;
        batch.aboutKind = about.kind();
        batch.aboutId = about.id();
        batch.letters = letters;
        batch.madeOn = Time.day(now);
        batch.dueOn = dueOn;
        batch.openUntil = now.plus(OPEN);
        batch.goneAt = now.plus(KEPT);
        batch.persist();
        return batch;
    }

    /** For its maker, as long as the maker leads the project. */
    static LetterBatch madeBy(Me me, String id) {
        return LetterBatch.<LetterBatch>find("""
                from LetterBatch b join fetch b.project p where b.publicId = ?1 and b.maker.id = ?2 and exists
                  (select 1 from Membership m where m.project = p and m.person.id = ?2 and m.role = 'LEAD')""",
                id, me.id()).firstResultOptional().orElseThrow(me::nothing);
    }

    static List<LetterBatch> of(Me me, Project project) {
        return list("project = ?1 and maker.id = ?2 order by id desc", project, me.id());
    }

    /** Those about one thing, newest first. */
    public static List<LetterBatch> of(Me me, Ref about) {
        return list("from LetterBatch b join fetch b.project where b.maker.id = ?1 and b.aboutKind = ?2"
                + " and b.aboutId = ?3 order by b.id desc", me.id(), about.kind(), about.id());
    }

    /** Those of them whose plain codes are there, though they should be gone. */
    public static List<LetterBatch> alive(Collection<String> publicIds) {
        return list("publicId in ?1 and sealed is not null", publicIds);
    }

    /** Whose time is over, with their codes still there. */
    static List<LetterBatch> over() {
        return list("sealed is not null and goneAt <= ?1", Time.now());
    }

    public State state() {
        if (printedOn != null) return State.PRINTED;
        if (sealed == null || !goneAt.isAfter(Time.now())) return State.GONE;
        return openUntil.isAfter(Time.now()) ? State.READY : State.CLOSED;
    }

    /** Lets its maker fetch it for some hours more. */
    Optional<LetterEvent.Opened> open() {
        if (state() == State.PRINTED || state() == State.GONE) return Optional.empty();
        openUntil = Time.now().plus(OPEN);
        return Optional.of(new LetterEvent.Opened(ref()));
    }

    /** The plain codes go; a second time nothing happens. */
    Optional<LetterEvent.Destroyed> printed() {
        if (state() == State.PRINTED || state() == State.GONE) return Optional.empty();
        printedOn = Time.day(Time.now());
        sealed = null;
        return Optional.of(new LetterEvent.Destroyed(ref(), true));
    }

    public LetterEvent.Destroyed expire() {
        sealed = null;
        return new LetterEvent.Destroyed(ref(), false);
    }

    public boolean ready() {
        return state() == State.READY;
    }

    public boolean closed() {
        return state() == State.CLOSED;
    }

    public boolean done() {
        return state() == State.PRINTED;
    }

    public String path() {
        return project.path() + "/letters/" + publicId;
    }

    public Ref about() {
        return new Ref(aboutKind, aboutId);
    }

    Ref ref() {
        return new Ref("letters", publicId);
    }
}
