package org.hornsten.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.identity.Me;
import org.hornsten.kit.Code;
import org.hornsten.kit.Missing;
import org.hornsten.ledger.Turn;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;

/** The board of one workshop: which step of the programme the room is on, and the code by which one joins. */
@Entity
public class Board extends PanacheEntity {
    static final int SIGNS = 6;
    private static final String WHOLE =
            "from Board b join fetch b.workshop w join fetch w.project p left join fetch w.draft ";
    private static final String MINE = """
            where w.publicId = ?1 and exists (select 1 from Membership m
              where m.project = p and m.person.id = ?2 and ?3 in (0, p.id)""";

    @OneToOne(fetch = FetchType.LAZY) public Workshop workshop;
    /** Missing when nobody can join any more. */
    public String code;
    /** Key of the step the room is on; empty before the first one. */
    public String step = "";
    /** How many events there are; counted by {@link Happening} alone. */
    @Column(insertable = false, updatable = false) public long lastEvent;
    public Instant endedAt;

    /** A new one, or the one there is. */
    public record Opening(Board board, Optional<BoardEvent> event) {}

    public static Opening open(Workshop workshop, RandomGenerator random) {
        Turn.alone(workshop);
        Optional<Board> there = find("workshop", workshop).firstResultOptional();
        if (there.isPresent()) return new Opening(there.get(), Optional.empty());
        Board board = new Board();
        board.workshop = workshop;
        board.code = drawn(random);
        board.persist();
        return new Opening(board, Optional.of(new BoardEvent.Opened(workshop.ref())));
    }

    private static String drawn(RandomGenerator random) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < SIGNS; i++) signs.append(Code.ALPHABET.charAt(random.nextInt(Code.ALPHABET.length())));
        return signs.toString();
    }

    /** For who works with the workshop; nothing while nobody has opened it. */
    static Board staffedBy(Me me, String workshop) {
        return staffed(me, workshop).orElseThrow(me::nothing);
    }

    static Optional<Board> staffed(Me me, String workshop) {
        return find(WHOLE + MINE + " and m.role in ('LEAD', 'FACILITATOR'))", workshop, me.id(), me.within())
                .firstResultOptional();
    }

    /** For members of the project; nobody else joins without the code. */
    static Board openTo(Me me, String workshop) {
        return Board.<Board>find(WHOLE + MINE + ")", workshop, me.id(), me.within()).firstResultOptional()
                .orElseThrow(me::nothing);
    }

    static Optional<Board> of(Workshop workshop) {
        return find(WHOLE + "where w = ?1", workshop).firstResultOptional();
    }

    /** For who has joined. */
    static Optional<Board> joined(String workshop) {
        return find(WHOLE + "where w.publicId = ?1", workshop).firstResultOptional();
    }

    /** @param code as {@link JoinForm} reads it */
    static Optional<Board> coded(String code) {
        return find("from Board b join fetch b.workshop where b.code = ?1", code).firstResultOptional();
    }

    /**
     * Goes on to a step, or ends where it is empty. Pressing twice moves once: whoever comes second sees that the room
     * is there already.
     *
     * @param from the step that was shown when somebody pressed
     */
    public Optional<BoardEvent> move(String from, String to, Instant now, RandomGenerator random) {
        Turn.alone(this);
        boolean here = to.isEmpty() ? ended() : !ended() && step.equals(to);
        if (here || !step.equals(from)) return Optional.empty();
        if (!to.isEmpty() && workshop.step(to).isEmpty()) throw new Missing();
        current().filter(left -> left.kind() == Step.Kind.QUESTION).ifPresent(left -> Task.of(this, left.key()).tell());
        endedAt = to.isEmpty() ? now : null;
        code = to.isEmpty() ? null : Optional.ofNullable(code).orElseGet(() -> drawn(random));
        if (!to.isEmpty()) step = to;
        Happening.to(this, Happening.Kind.STEP, to);
        return Optional.of(to.isEmpty() ? new BoardEvent.Ended(workshop.ref())
                : new BoardEvent.Moved(workshop.ref(), to));
    }

    boolean at(Step.Kind kind) {
        return !ended() && current().filter(now -> now.kind() == kind).isPresent();
    }

    public boolean ended() {
        return endedAt != null;
    }

    public boolean begun() {
        return !step.isEmpty();
    }

    public Optional<Step> current() {
        return workshop.step(step);
    }

    /** The step after the one the room is on. */
    public Optional<Step> next() {
        return beside(1);
    }

    public Optional<Step> before() {
        return beside(-1);
    }

    private Optional<Step> beside(int away) {
        List<Step> all = workshop.programme;
        int at = place() + away;
        return ended() || at < 0 || at >= all.size() ? Optional.empty() : Optional.of(all.get(at));
    }

    /** Where the room is in the programme, from 0; -1 before the first step. */
    int place() {
        List<String> keys = workshop.programme.stream().map(Step::key).toList();
        return keys.indexOf(step);
    }

    /** For people: from 1. */
    public int number() {
        return place() + 1;
    }

    /** The version that what is said and rated here joins: the newest, until its round is closed. */
    public Optional<Version> version() {
        return Optional.ofNullable(workshop.draft).flatMap(draft -> draft.newest())
                .filter(version -> version.round != null && version.round.closedAt == null);
    }

    /** What is rated here; nothing where there is no open round. */
    List<Round.Criterion> criteria() {
        return version().map(version -> version.round.criteria).orElse(List.of());
    }

    /** In threes, as one reads it aloud. */
    public String spelled() {
        return code == null ? "" : code.substring(0, SIGNS / 2) + " " + code.substring(SIGNS / 2);
    }

    public String path() {
        return workshop.path() + "/board";
    }
}
