package org.hornsten.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;

/** What notes that belong together stand under; it becomes the topic of their viewpoints. */
@Entity
@Table(name = "board_heading")
public class Heading extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Board board;
    public String words;

    /** The one with these words, made where there is none. */
    public static Heading called(Board board, String typed) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty()) throw new Refused("words", "board:heading_missing");
        if (words.length() > Viewpoint.LONGEST_TOPIC)
            throw new Refused("words", "input:topic_long", Viewpoint.LONGEST_TOPIC);
        Turn.alone(board);
        return Heading.<Heading>find("board = ?1 and words = ?2", board, words).firstResultOptional()
                .orElseGet(() -> made(board, words));
    }

    private static Heading made(Board board, String words) {
        Heading heading = new Heading();
        heading.publicId = PublicId.random();
        heading.board = board;
        heading.words = words;
        heading.persist();
        return heading;
    }

    static List<Heading> of(Board board) {
        return list("board = ?1 order by id", board);
    }
}
