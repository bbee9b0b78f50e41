package org.hornsten.board;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hornsten.kit.Refused;

/** What one person chose of the answers to a quick question; the voter is a mark that leads to nobody. */
@Entity
@Table(name = "board_reply")
public class Reply extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Task task;
    public byte[] voter;
    /** From 1, in the order of the choices. */
    public int choice;

    /** Keeps it; the same person's earlier one gives way. */
    static void given(Task task, byte[] voter, int choice) {
        if (choice < 1 || choice > task.choices.size()) throw new Refused("choice", "board:choice_missing");
        Reply reply = of(task, voter).orElseGet(Reply::new);
        reply.task = task;
        reply.voter = voter;
        reply.choice = choice;
        reply.persist();
        task.begun();
    }

    static Optional<Reply> of(Task task, byte[] voter) {
        return task.isPersistent() ? find("task = ?1 and voter = ?2", task, voter).firstResultOptional()
                : Optional.empty();
    }

    static boolean any(Task task) {
        return find("task", task).page(0, 1).firstResultOptional().isPresent();
    }

    static Map<Integer, Long> table(Task task) {
        Map<Integer, Long> table = new LinkedHashMap<>();
        getEntityManager().createQuery("select r.choice, count(*) from Reply r where r.task = ?1 group by r.choice",
                Object[].class).setParameter(1, task).getResultList()
                .forEach(row -> table.put((Integer) row[0], (Long) row[1]));
        return table;
    }
}
