package org.hornsten.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.hearing.Hearing;
import org.hornsten.hearing.Hearing.Heard;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Saying;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.rating.Scoring;
import org.hornsten.text.Outline;
import org.hornsten.text.Quote;
import org.hornsten.workshop.Step;

/** Writes down what the room says, each thing once however often it is sent, and the receipt for it. */
@ApplicationScoped
class Scribe {
    private final Hearing hearing;
    private final Scoring scoring;
    private final Submissions submissions;
    private final Ledger ledger;
    private final Voters voters;
    private final Clock clock;

    Scribe(Hearing hearing, Scoring scoring, Submissions submissions, Ledger ledger, Voters voters, Clock clock) {
        this.hearing = hearing;
        this.scoring = scoring;
        this.submissions = submissions;
        this.ledger = ledger;
        this.voters = voters;
        this.clock = clock;
    }

    /**
     * What somebody says at a step.
     *
     * @param level how private it is kept
     * @param table 0 where nobody said it
     * @param step  key of the step; one the programme no longer has is left out
     */
    record Words(String language, String words, Remark.Speaker speaker, Anonymity level, int table, String step) {}

    /** @param once the submission's id, which nobody else can know or guess */
    Heard note(Me me, Board board, Words said, String once) {
        String step = board.workshop.step(said.step()).map(Step::key).orElse("");
        Remark.Speaker speaker = said.speaker();
        // not who sends it, nor from which table: a phone that joined anew says the same
        String body = String.join("\n", board.workshop.publicId, said.language(), said.words(),
                speaker.typedBy().isPresent() ? speaker.kind() + speaker.name() + speaker.number() : "");
        Heard heard = hearing.aloud(me, board.workshop.project, once, body, saying(board, said, step));
        Note.of(board, heard.contribution(), step, said.table());
        return heard;
    }

    // Beside the comments of the open round where there is one; else with the workshop itself, so that nothing is lost.
    private Supplier<Saying> saying(Board board, Words said, String step) {
        if (!Multilingual.LANGUAGES.contains(Multilingual.plain(said.language())))
            throw new Refused("language", "hearing:language_unknown");
        Optional<Version> version = board.version();
        return () -> version.map(open -> remark(board, open, said, step).saying(board.workshop.draft, said.speaker()))
                .orElseGet(() -> plain(board, said));
    }

    private Remark remark(Board board, Version open, Words said, String step) {
        Draft draft = board.workshop.draft;
        Outline text = open.text(said.language()).or(() -> open.text(draft.language)).orElseThrow().outline;
        Task task = Task.of(board, step);
        boolean there = text.passage(task.passage).isPresent();
        return new Remark(open.number, said.language(), text.section(task.section).isPresent() ? task.section : "",
                there ? task.passage : "", new Quote("", "", ""), Saying.Kind.NOTE, said.words(), Channel.WORKSHOP,
                said.level(), LocalDate.now(clock));
    }

    private Saying plain(Board board, Words said) {
        return new Saying(board.workshop.ref(), 0, "", "", Optional.empty(), Channel.WORKSHOP, Saying.Kind.NOTE,
                said.language(), Hidden.of(said.words()), said.level(), said.speaker().person(), said.speaker().kind(),
                said.speaker().name(), said.speaker().number(), said.speaker().typedBy(), LocalDate.now(clock));
    }

    /** Puts one dot on a note, or takes one back. */
    void dot(Guest guest, Note note, boolean back, String once) {
        Board board = guest.board();
        if (submissions.earlier(once, "dot " + note.publicId + back).isPresent()) return;
        if (!board.at(Step.Kind.VOTES)) throw new Refused("board:votes_over");
        Task task = Task.of(board, board.step);
        List<BoardEvent> events = back ? Dot.takeBack(note, task, voter(guest, 1))
                : List.of(Dot.put(note, task, voter(guest, 1), guest.people()));
        events.forEach(ledger::keepUnnamed);
        submissions.made(once, "dotted");
    }

    /** @param person which of those who share the phone */
    void reply(Guest guest, int person, int choice, String once) {
        Board board = guest.board();
        if (submissions.earlier(once, "reply " + board.id + board.step + person + choice).isPresent()) return;
        if (!board.at(Step.Kind.QUESTION)) throw new Refused("board:question_over");
        Reply.given(Task.of(board, board.step), voter(guest, person), choice);
        Happening.to(board, Happening.Kind.COUNT, board.step);
        ledger.keepUnnamed(new BoardEvent.Replied(board.workshop.ref(), board.step));
        submissions.made(once, "replied");
    }

    void rate(Me me, Guest guest, int person, Map<String, Integer> scores, String once) {
        Board board = guest.board();
        Version version = board.version().orElseThrow(() -> new Refused("draft:round_closed"));
        scoring.aloud(me, guest.known(), "board " + board.id + " " + guest.name(person), board.workshop.draft,
                version.number, scores, once);
    }

    /** From a sheet of paper: each is another person's. */
    void rate(Me me, Board board, Map<String, Integer> scores, String submission) {
        Version version = board.version().orElseThrow(() -> new Refused("draft:round_closed"));
        scoring.rate(me, board.workshop.draft, version.number, scores, Channel.WORKSHOP, submission, Optional.empty());
    }

    byte[] voter(Guest guest, int person) {
        return voters.mark(guest.board(), guest.name(person));
    }

    /** The same wherever and by whomever it is sent again: a phone that joined anew still counts once. */
    static String once(Board board, String submission) {
        return submission == null || submission.isBlank() || submission.length() > 128 ? submission
                : Secrets.hexFingerprint(board.workshop.publicId + "\n" + submission);
    }
}
