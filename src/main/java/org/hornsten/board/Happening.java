package org.hornsten.board;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * What readers of a board are told of, one after the other. The number is taken under the lock of the board's row, as
 * the last thing before the commit, so it tells the order of commits: who has seen a number misses none below it. Only
 * what it is about is kept, never words: they are read when it is told, as they are then.
 */
record Happening(long number, Kind kind, String about) {
    enum Kind { NOTE, HEADING, STEP, COUNT }

    /** Until the transaction ends nobody else's event gets a number: what is slow comes before. */
    static void to(Board board, Kind kind, String about) {
        EntityManager db = Board.getEntityManager();
        db.flush();
        db.createNativeQuery("update board set last_event = last_event + 1 where id = ?1")
                .setParameter(1, board.id).executeUpdate();
        db.createNativeQuery("""
                insert into board_event (board_id, number, kind, about)
                select id, last_event, ?2, ?3 from board where id = ?1""")
                .setParameter(1, board.id).setParameter(2, kind.name()).setParameter(3, about).executeUpdate();
    }

    /** The next ones, at most so many. */
    static List<Happening> after(long board, long number, int most) {
        List<?> rows = Board.getEntityManager().createNativeQuery("""
                select number, kind, about from board_event where board_id = ?1 and number > ?2
                order by number limit ?3""", Object[].class)
                .setParameter(1, board).setParameter(2, number).setParameter(3, most).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Happening(((Number) row[0]).longValue(),
                Kind.valueOf((String) row[1]), (String) row[2])).toList();
    }
}
