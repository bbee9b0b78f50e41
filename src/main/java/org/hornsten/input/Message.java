package org.hornsten.input;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.List;
import org.hornsten.kit.Refused;

/** One turn of the conversation by receipt, between staff and a writer who stays unnamed. */
@Entity
public class Message extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Contribution contribution;
    public boolean fromStaff;
    @Column(columnDefinition = "text") public String words;
    public LocalDate writtenOn;

    public static Message written(Contribution contribution, boolean fromStaff, String words, LocalDate today) {
        if (words == null || words.isBlank()) throw new Refused("words", "input:words_missing");
        if (words.length() > Contribution.LONGEST) throw new Refused("words", "input:words_long", Contribution.LONGEST);
        Message message = new Message();
        message.contribution = contribution;
        message.fromStaff = fromStaff;
        message.words = words.strip();
        message.writtenOn = today;
        message.persist();
        return message;
    }

    public static List<Message> about(Contribution contribution) {
        return list("contribution = ?1 order by id", contribution);
    }
}
