package org.hornsten.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** The marks under which dots and quick answers are kept: another one on each board, and without the key nobody's. */
@ApplicationScoped
public class Voters implements Own {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK = 32;

    private final Secrets secrets;

    Voters(Secrets secrets) {
        this.secrets = secrets;
    }

    public byte[] mark(Board board, String name) {
        return secrets.mark("board voter", board.id + " " + name);
    }

    static String name(Person person) {
        return "person " + person.publicId;
    }

    /** The person leaves: dots and answers stay and count, and nothing tells any more whose they were. */
    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        List<Board> boards = Board.list("""
                from Board b where exists (select 1 from Dot d where d.board = b)
                or exists (select 1 from Reply r where r.task.board = b)""");
        for (Board board : boards) {
            byte[] nobody = new byte[MARK];
            RANDOM.nextBytes(nobody);
            byte[] theirs = mark(board, name(person));
            Dot.update("voter = ?1 where board = ?2 and voter = ?3", nobody, board, theirs);
            Task.<Task>list("board", board).forEach(task ->
                    Reply.update("voter = ?1 where task = ?2 and voter = ?3", nobody, task, theirs));
        }
        return List.of();
    }
}
