package org.hornsten.board;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.annotations.Immutable;
import org.hornsten.input.Gate;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.RawTable;
import org.hornsten.workshop.Workshop;

/** What one step asks of the room: how many dots, which answers to choose from, what place of the text it is about. */
@Entity
@Table(name = "board_task")
public class Task extends PanacheEntity {
    static final int MOST_DOTS = 10;
    static final int MOST_CHOICES = 12;
    static final int LONGEST = 100;
    private static final int USUAL_DOTS = 3;
    private static final String KIND = "question";
    private static final List<String> COLUMNS = IntStream.rangeClosed(1, MOST_CHOICES).mapToObj(Integer::toString)
            .toList();

    @ManyToOne(fetch = FetchType.LAZY) public Board board;
    public String step;
    /** How many dots a person has. */
    public int dots = USUAL_DOTS;
    /** Whether somebody may put several of them on one note. */
    public boolean stacked;
    @Convert(converter = Choices.class) @Column(columnDefinition = "longtext")
    public List<Multilingual> choices = new ArrayList<>();
    /** Id of the section notes are about; empty for the whole text. */
    public String section = "";
    /** Id of the passage, empty for the whole section. */
    public String passage = "";

    /** @param stacked several dots of one person on one note */
    record Rules(int dots, boolean stacked, List<Multilingual> choices, String section, String passage) {
        void check() {
            if (dots < 1 || dots > MOST_DOTS) throw new Refused("dots", "board:dots_wrong", MOST_DOTS);
            if (choices.size() > MOST_CHOICES) throw new Refused("choices", "board:choices_many", MOST_CHOICES);
            if (choices.stream().anyMatch(choice -> choice.longest() > LONGEST))
                throw new Refused("choices", "board:choice_long", LONGEST);
        }
    }

    /** What a step asks; the usual where nobody has settled anything. */
    public static Task of(Board board, String step) {
        return Task.<Task>find("board = ?1 and step = ?2", board, step).firstResultOptional()
                .orElseGet(() -> usual(board, step));
    }

    /** All that somebody settled, by step. */
    static Map<String, Task> of(Board board) {
        return byStep(list("board", board));
    }

    static Map<String, Task> of(Workshop workshop) {
        return byStep(list("from Task t join fetch t.board b where b.workshop = ?1", workshop));
    }

    private static Map<String, Task> byStep(List<Task> tasks) {
        return tasks.stream().collect(Collectors.toMap(task -> task.step, task -> task));
    }

    static Task usual(Board board, String step) {
        Task task = new Task();
        task.board = board;
        task.step = step;
        return task;
    }

    /**
     * Settles it. What people have answered already they answered to these words: then the choices stay.
     */
    BoardEvent.Settled settle(Rules rules) {
        rules.check();
        Turn.alone(board);
        if (isPersistent() && !choices.equals(rules.choices()) && Reply.any(this))
            throw new Refused("choices", "board:choices_answered");
        dots = rules.dots();
        stacked = rules.stacked();
        choices = List.copyOf(rules.choices());
        section = rules.section();
        passage = rules.passage();
        persist();
        Happening.to(board, Happening.Kind.STEP, step);
        return new BoardEvent.Settled(board.workshop.ref(), step);
    }

    /** Lets what was answered into the numbers, where there is enough of it: when the room goes on. */
    void tell() {
        if (!isPersistent() || !Reply.any(this)) return;
        RawTable table = RawTable.of(COLUMNS);
        Reply.table(this).forEach((choice, n) -> table.add("" + choice, n));
        Gate.answered(instrument(), table, board.workshop.project.k);
    }

    /** Notes that somebody has answered at all. */
    void begun() {
        Gate.begun(instrument());
    }

    /** What may be shown of the answers to such questions; of one nobody has answered nothing. One statement. */
    static Map<Task, Figures> given(Collection<Task> tasks) {
        List<Gate.Asked> asked = tasks.stream().filter(Task::isPersistent)
                .map(task -> new Gate.Asked(task.id, task.board.workshop.project.k)).toList();
        Map<Gate.Instrument, Figures> given = asked.isEmpty() ? Map.of() : Gate.answers(KIND, asked, COLUMNS);
        return tasks.stream().filter(task -> task.isPersistent() && given.containsKey(task.instrument()))
                .collect(Collectors.toMap(task -> task, task -> given.get(task.instrument())));
    }

    /** As the tick of its form says it. */
    public String stackedSet() {
        return stacked ? "on" : "";
    }

    private Gate.Instrument instrument() {
        return new Gate.Instrument(KIND, id, "");
    }

    @Immutable
    @Converter
    static class Choices extends Json<List<Multilingual>> {
        Choices() {
            super(new TypeReference<>() {});
        }
    }
}
