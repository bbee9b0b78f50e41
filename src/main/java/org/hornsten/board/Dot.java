package org.hornsten.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.kit.Refused;

/**
 * One dot that somebody put on a note. Each voter has so many numbered places, and the database holds one dot in a
 * place: who presses everywhere at once still has no more than that.
 */
@Entity
@Table(name = "board_dot")
public class Dot extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Board board;
    public String step;
    /** A mark that leads to nobody without the server's key. */
    public byte[] voter;
    public int place;
    @ManyToOne(fetch = FetchType.LAZY) public Note note;

    /** Puts one dot on a note, in the first free place of this voter. */
    public static BoardEvent.Dotted put(Note note, Task task, byte[] voter, int people) {
        List<Dot> mine = of(task, voter);
        long there = mine.stream().filter(dot -> dot.note.equals(note)).count();
        if (there >= (task.stacked ? (long) task.dots * people : people))
            throw new Refused("board:dots_on_this_note");
        Set<Integer> taken = mine.stream().map(dot -> dot.place).collect(Collectors.toSet());
        Dot dot = new Dot();
        dot.board = task.board;
        dot.step = task.step;
        dot.voter = voter;
        dot.place = IntStream.rangeClosed(1, task.dots * people).filter(place -> !taken.contains(place)).findFirst()
                .orElseThrow(() -> new Refused("", "board:dots_used", task.dots * people));
        dot.note = note;
        dot.persist();
        Happening.to(task.board, Happening.Kind.COUNT, task.step);
        return new BoardEvent.Dotted(note.ref(), task.step, false);
    }

    /** Takes one back; nothing happens where there is none. */
    static List<BoardEvent> takeBack(Note note, Task task, byte[] voter) {
        List<Dot> mine = of(task, voter).stream().filter(dot -> dot.note.equals(note)).toList();
        if (mine.isEmpty()) return List.of();
        mine.get(mine.size() - 1).delete();
        Happening.to(task.board, Happening.Kind.COUNT, task.step);
        return List.of(new BoardEvent.Dotted(note.ref(), task.step, true));
    }

    static List<Dot> of(Task task, byte[] voter) {
        return list("board = ?1 and step = ?2 and voter = ?3 order by place", task.board, task.step, voter);
    }

    /** How many each note of a board has; of notes without any nothing. */
    static Map<Long, Long> on(Board board) {
        Map<Long, Long> dots = new HashMap<>();
        getEntityManager().createQuery("select d.note.id, count(*) from Dot d where d.board = ?1 group by d.note.id",
                Object[].class).setParameter(1, board).getResultList()
                .forEach(row -> dots.put((Long) row[0], (Long) row[1]));
        return dots;
    }

    /** How many were put at one step. */
    static long put(Board board, String step) {
        return count("board = ?1 and step = ?2", board, step);
    }
}
