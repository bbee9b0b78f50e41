package org.hornsten.board;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.board.Notes.Dotted;
import org.hornsten.board.Notes.Group;
import org.hornsten.draft.Draft;
import org.hornsten.minutes.MinutesPart;
import org.hornsten.numbers.Figures;
import org.hornsten.rating.Ratings;
import org.hornsten.web.Tongue;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;

/**
 * What the board has to tell in the minutes: notes by heading with their dots, each in the language it was said in.
 * Minutes are begun in several languages at once: what they are made of is read once.
 */
@RequestScoped
class BoardMinutes implements MinutesPart {
    private static final int AFTER_THE_PROGRAMME = 10;

    private final Tongue tongue;
    private final Map<Long, Ground> read = new HashMap<>();

    BoardMinutes(Tongue tongue) {
        this.tongue = tongue;
    }

    /** What the minutes of one workshop are made of. */
    private record Ground(List<Group> groups, Map<String, Task> tasks, Map<Task, Figures> given,
                          List<Ratings.Tally> tallies) {
        static Ground of(Workshop workshop) {
            List<Note> notes = Notes.shown(workshop);
            Map<Long, Long> dots = notes.isEmpty() ? Map.of() : Dot.on(notes.get(0).board);
            Map<String, Task> tasks = has(workshop, Step.Kind.QUESTION) ? Task.of(workshop) : Map.of();
            return new Ground(Notes.ranked(Notes.grouped(notes, dots, Map.of())), tasks,
                    Look.given(workshop.programme, tasks), has(workshop, Step.Kind.RATING) ? tallies(workshop) : List.of());
        }

        private static boolean has(Workshop workshop, Step.Kind kind) {
            return workshop.programme.stream().anyMatch(step -> step.kind() == kind);
        }

        private static List<Ratings.Tally> tallies(Workshop workshop) {
            return Optional.ofNullable(workshop.draft).flatMap(Draft::newest).filter(version -> version.round != null)
                    .map(version -> Ratings.of(workshop.draft, List.of(version))).orElse(List.of());
        }
    }

    @Override
    public int place() {
        return AFTER_THE_PROGRAMME;
    }

    @Override
    public String of(Workshop workshop, String language) {
        BoardMessages say = tongue.in(BoardMessages.class, language);
        Ground ground = read.computeIfAbsent(workshop.id, id -> Ground.of(workshop));
        return Stream.of(notes(ground, say), answers(workshop, ground, say, language), ratings(ground, say, language))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private static String notes(Ground ground, BoardMessages say) {
        if (ground.groups().isEmpty()) return "";
        return "## " + say.minutes_notes() + "\n\n" + ground.groups().stream().map(group -> group(group, say))
                .collect(Collectors.joining("\n\n"));
    }

    private static String group(Group group, BoardMessages say) {
        String heading = group.heading().map(one -> line(one.words)).orElse(say.without_heading());
        return "### " + heading + "\n\n" + group.notes().stream().map(note -> item(note, say))
                .collect(Collectors.joining("\n"));
    }

    private static String item(Dotted note, BoardMessages say) {
        return "- " + line(note.note().contribution.words) + (note.dots() == 0 ? ""
                : " (" + (note.dots() == 1 ? say.dots_one() : say.dots_many(note.dots())) + ")");
    }

    /** What people wrote is one line of words, whatever signs are in it. */
    private static String line(String words) {
        return words.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }

    private static String answers(Workshop workshop, Ground ground, BoardMessages say, String language) {
        return Look.answers(workshop.programme, ground.tasks(), ground.given(), language).stream()
                .map(chart -> "## " + line(chart.title()) + "\n\n" + chart.bars().stream().map(bar -> "- "
                        + line(bar.label()) + ": " + bar.n().map(String::valueOf).orElse(say.too_few(chart.k())))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String ratings(Ground ground, BoardMessages say, String language) {
        if (ground.tallies().isEmpty()) return "";
        return "## " + say.minutes_ratings() + "\n\n" + ground.tallies().stream()
                .map(tally -> "- " + line(tally.label().in(language)) + ": " + (tally.mean() == null
                        ? say.too_few(tally.k()) : say.mean(
                        String.format(Locale.forLanguageTag(language), "%.1f", tally.mean()), tally.n())))
                .collect(Collectors.joining("\n"));
    }
}
