package org.hornsten.board;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Project;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;

/** A workshop whose board is open, for tests. */
final class Hall {
    static final SecureRandom RANDOM = new SecureRandom();
    static final List<Step> PROGRAMME = List.of(step("hello", Step.Kind.TALK, "Välkommen"),
            step("notes", Step.Kind.NOTES, "Vad saknas?"), step("order", Step.Kind.GROUPING, "Vi ordnar"),
            step("votes", Step.Kind.VOTES, "Vi röstar"), step("rate", Step.Kind.RATING, "Vi bedömer"),
            step("quick", Step.Kind.QUESTION, "Hur gick det?"));

    final Workshop workshop;
    final Board board;

    private Hall(Workshop workshop, Board board) {
        this.workshop = workshop;
        this.board = board;
    }

    private static Step step(String key, Step.Kind kind, String title) {
        return new Step(key, kind, Multilingual.of(title, title + " (fi)", title), 5, Multilingual.none());
    }

    static Hall about(Draft draft) {
        return of(draft.project, draft);
    }

    /** About no text at all. */
    static Hall of(Project project) {
        return of(project, null);
    }

    private static Hall of(Project project, Draft draft) {
        return World.act(() -> {
            Instant starts = Clock.systemUTC().instant().plus(Duration.ofHours(1));
            Workshop workshop = Workshop.planned(Project.findById(project.id), new Plan(
                    Multilingual.of("Resultatverkstad", "Tulospaja", "Results"), null, Workshop.Form.IN_PERSON, starts,
                    starts.plus(Duration.ofHours(3)), null, Multilingual.of("sv", "Stadshuset"), null, null, PROGRAMME,
                    null, List.of(), draft == null ? null : World.again(draft)), Clock.systemUTC().instant());
            return new Hall(workshop, Board.open(workshop, RANDOM).board());
        });
    }

    /** The facilitator goes to a step; empty for the end. */
    Hall at(String step) {
        World.act(() -> now().move(now().step, step, Clock.systemUTC().instant(), RANDOM));
        return this;
    }

    Board now() {
        return Board.findById(board.id);
    }

    String path() {
        return "/workshops/" + workshop.publicId + "/board";
    }

    /** Somebody nobody knows joins on a phone. */
    Browser phone(int table, int people) {
        Browser phone = Browser.nobody();
        phone.get("/w").submit("main form", Map.of("code", World.act(() -> now().code), "table", "" + table,
                "people", "" + people)).is(303).follow().is(200);
        return phone;
    }

    Browser.Page says(Browser phone, String words) {
        return phone.get(path() + "/phone").submit("form[action$=/phone/notes]", Map.of("words", words));
    }

    /** What hangs there, in words. */
    List<String> words() {
        return World.act(() -> Notes.shown(now()).stream().map(note -> note.contribution.words).toList());
    }

    Contribution said(String words) {
        return World.act(() -> Contribution.<Contribution>find("""
                from Contribution c join fetch c.project left join fetch c.viewpoints left join fetch c.author
                where c.words = ?1 and c.project = ?2""", words, workshop.project).singleResult());
    }

    Optional<Note> note(String words) {
        return World.act(() -> Note.<Note>find("""
                from Note n join fetch n.contribution c where n.board.id = ?1 and c.words = ?2""", board.id, words)
                .firstResultOptional());
    }

    /** A note of somebody nobody knows, without the way over the wire. */
    Note hung(String words) {
        says(phone(1, 1), words).is(303);
        return note(words).orElseThrow();
    }

    static String unlike(String words) {
        return words + " " + UUID.randomUUID();
    }

    static Person pekka() {
        return World.pekka();
    }
}
