package org.hornsten.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.hornsten.input.Contribution;
import org.hornsten.input.InputEvent;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;

/** One contribution as it hangs on the board: at which step, from which table, under which heading. */
@Entity
@Table(name = "board_note")
public class Note extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Board board;
    @ManyToOne(fetch = FetchType.LAZY) public Contribution contribution;
    public String step;
    /** Number of the table; missing where nobody said it. */
    @Column(name = "seat") public Integer table;
    @ManyToOne(fetch = FetchType.LAZY) public Heading heading;
    /** Whether the facilitator keeps it off the screen; what was said stays. */
    public boolean hidden;

    /** Hangs it up, once. */
    public static Note of(Board board, String contribution, String step, int table) {
        return Note.<Note>find("board = ?1 and contribution.publicId = ?2", board, contribution).firstResultOptional()
                .orElseGet(() -> hung(board, contribution, step, table));
    }

    private static Note hung(Board board, String contribution, String step, int table) {
        Note note = new Note();
        note.publicId = PublicId.random();
        note.board = board;
        note.contribution = Contribution.find("publicId", contribution).singleResult();
        note.step = step;
        note.table = table == 0 ? null : table;
        note.persist();
        Happening.to(board, Happening.Kind.NOTE, note.publicId);
        return note;
    }

    static Note on(Board board, String publicId) {
        return Note.<Note>find("""
                from Note n join fetch n.contribution c join fetch c.project left join fetch n.heading
                where n.board = ?1 and n.publicId = ?2""", board, publicId).firstResultOptional()
                .orElseThrow(Missing::new);
    }

    /** The one a contribution hangs there as. */
    static Optional<Note> with(Ref contribution) {
        return find("from Note n join fetch n.board where n.contribution.publicId = ?1", contribution.id())
                .firstResultOptional();
    }

    /** Takes it off the screen, or puts it back; nothing happens where it is so already. */
    Optional<BoardEvent> hide(boolean off) {
        if (hidden == off) return Optional.empty();
        hidden = off;
        Happening.to(board, Happening.Kind.NOTE, publicId);
        return Optional.of(new BoardEvent.Hidden(ref(), off));
    }

    /** What comes of putting it under a heading: on the board, and in the work through what was said. */
    public record Grouping(BoardEvent.Grouped grouped, List<InputEvent.Sorted> sorted) {}

    /** @param under empty to take it out from under its heading */
    public Optional<Grouping> group(Optional<Heading> under) {
        if (Optional.ofNullable(heading).equals(under)) return Optional.empty();
        heading = under.orElse(null);
        String topic = under.map(one -> one.words).orElse("");
        List<InputEvent.Sorted> sorted = contribution.viewpoints.stream().filter(v -> !v.topic.equals(topic))
                .map(v -> contribution.sort(v, topic)).toList();
        Happening.to(board, Happening.Kind.NOTE, publicId);
        return Optional.of(new Grouping(new BoardEvent.Grouped(ref(), topic), sorted));
    }

    public Ref ref() {
        return new Ref("note", publicId);
    }
}
