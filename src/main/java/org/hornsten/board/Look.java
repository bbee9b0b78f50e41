package org.hornsten.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hornsten.board.Notes.Dotted;
import org.hornsten.board.Notes.Group;
import org.hornsten.draft.Layout;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.kit.Multilingual;
import org.hornsten.numbers.Figures;
import org.hornsten.rating.RatingChart;
import org.hornsten.rating.Ratings;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.web.Chart;
import org.hornsten.workshop.Step;

/**
 * What one sees of a board at its step.
 *
 * @param step   the one the room is on; nothing before the first one and after the end
 * @param groups the notes everybody sees, by heading
 * @param shown  the step whose results stand there: the one just left, or all at the end
 */
public record Look(Board board, Optional<Step> step, Task task, List<Group> groups, List<Step> shown, long last,
                   List<Chart> answers, String language) {

    static Look at(Board board, String language) {
        return at(board, Task.of(board), Map.of(), language);
    }

    /** @param mine dots of who looks, by note */
    static Look at(Board board, Map<String, Task> tasks, Map<Long, Long> mine, String language) {
        long last = board.lastEvent;
        Optional<Step> step = board.current().filter(now -> !board.ended());
        List<Step> shown = board.ended() ? board.workshop.programme : board.before().map(List::of).orElse(List.of());
        boolean dots = shown.stream().anyMatch(left -> left.kind() == Step.Kind.VOTES);
        List<Group> groups = Notes.grouped(Notes.shown(board), dots ? Dot.on(board) : Map.of(), mine);
        return new Look(board, step, tasks.getOrDefault(board.step, Task.usual(board, board.step)),
                dots ? Notes.ranked(groups) : groups, shown, last, answers(shown, tasks, language), language);
    }

    public boolean at(String kind) {
        return step.filter(now -> now.kind().name().equals(kind)).isPresent();
    }

    /** Whether notes belong to what is to be seen now. */
    public boolean showsNotes() {
        return !groups.isEmpty() && (board.ended() || at("NOTES") || at("GROUPING") || at("VOTES")
                || shown.stream().anyMatch(left -> left.kind() == Step.Kind.VOTES));
    }

    public boolean showsDots() {
        return shown.stream().anyMatch(left -> left.kind() == Step.Kind.VOTES);
    }

    /** How many dots lie there; on which notes one sees when the room goes on. */
    public long dotsPut() {
        return Dot.put(board, board.step);
    }

    public List<Round.Criterion> criteria() {
        return board.criteria();
    }

    /** The ratings of the version that is open, as far as they are shown at all; missing where nothing is rated. */
    public Optional<RatingChart> ratings() {
        boolean left = shown.stream().anyMatch(step -> step.kind() == Step.Kind.RATING);
        Optional<Version> version = left ? board.version() : Optional.empty();
        return version.map(open -> RatingChart.of(Ratings.of(board.workshop.draft, List.of(open)), language));
    }

    /** The answers to quick questions that are over, as far as they are told; one statement for all. */
    static List<Chart> answers(List<Step> over, Map<String, Task> tasks, String language) {
        return answers(over, tasks, given(over, tasks), language);
    }

    /** @param given what may be told of them, read before */
    static List<Chart> answers(List<Step> over, Map<String, Task> tasks, Map<Task, Figures> given, String language) {
        return asked(over, tasks).filter(step -> given.containsKey(tasks.get(step.key())))
                .map(step -> chart(step, tasks.get(step.key()), given.get(tasks.get(step.key())), language)).toList();
    }

    static Map<Task, Figures> given(List<Step> over, Map<String, Task> tasks) {
        return Task.given(asked(over, tasks).map(step -> tasks.get(step.key())).toList());
    }

    private static Stream<Step> asked(List<Step> over, Map<String, Task> tasks) {
        return over.stream().filter(step -> step.kind() == Step.Kind.QUESTION && tasks.containsKey(step.key()));
    }

    private static Chart chart(Step step, Task task, Figures given, String language) {
        List<Chart.Bar> bars = IntStream.range(0, task.choices.size()).mapToObj(i -> new Chart.Bar(
                task.choices.get(i).in(language), given.column("" + (i + 1)).n())).toList();
        return new Chart(asked(step).in(language), bars, task.board.workshop.project.k);
    }

    /** What a step asks, or its title. */
    static Multilingual asked(Step step) {
        return step.question().isEmpty() ? step.title() : step.question();
    }

    public String question() {
        return step.map(now -> asked(now).in(language)).orElse("");
    }

    /** What of the text this step is about, shortly; empty for all of it. */
    public String place() {
        if (task.section.isEmpty() && task.passage.isEmpty()) return "";
        return board.version().flatMap(open -> open.text(language).or(() -> open.text(board.workshop.draft.language)))
                .map(text -> place(text.outline)).orElse("");
    }

    private String place(Outline text) {
        return text.passage(task.passage).map(Layout::start)
                .or(() -> text.section(task.section).map(section -> Markdown.plain(section.heading()))).orElse("");
    }

    /** The choices with their numbers. */
    public record Choice(int number, String words, String language) {}

    public List<Choice> choices() {
        return IntStream.range(0, task.choices.size()).mapToObj(i -> new Choice(i + 1,
                task.choices.get(i).in(language), task.choices.get(i).languageIn(language)))
                .collect(Collectors.toList());
    }

    public List<Dotted> notes() {
        return groups.stream().flatMap(group -> group.notes().stream()).toList();
    }
}
