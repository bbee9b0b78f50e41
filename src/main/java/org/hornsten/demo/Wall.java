package org.hornsten.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.board.Board;
import org.hornsten.board.Dot;
import org.hornsten.board.Heading;
import org.hornsten.board.Note;
import org.hornsten.board.Task;
import org.hornsten.board.Voters;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Person;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Gate;
import org.hornsten.input.InputEvent;
import org.hornsten.input.Saying;
import org.hornsten.ledger.Hidden;
import org.hornsten.text.Quote;
import org.hornsten.text.Section;
import org.hornsten.workshop.Workshop;

/**
 * What hung on the board of a workshop that has been, under which headings, and how the room voted.
 *
 * @param notes key of the step at which people wrote
 * @param votes key of the step at which they voted
 */
record Wall(String notes, String votes, List<Hung> hung) {
    private static final int VOTERS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * One note.
     *
     * @param section heading of the place in the text it is about
     * @param dots    how many gave it one; each of the room has three
     */
    record Hung(String heading, int table, String language, String section, String words, int dots) {}

    void hang(Workshop workshop, Replay.Pen pen, Voters voters, Clock clock) {
        Person by = Players.person(Cast.FACILITATOR);
        Board board = Board.open(workshop, RANDOM).board();
        go(board, notes, workshop.startsAt, by, pen);
        List<Note> written = hung.stream().map(one -> write(board, one, by, pen, clock)).toList();
        Gate.heard(workshop.project);
        go(board, votes, workshop.startsAt, by, pen);
        int voter = 0;
        for (int i = 0; i < hung.size(); i++) for (int dot = 0; dot < hung.get(i).dots(); dot++)
            pen.ledger().keepUnnamed(Dot.put(written.get(i), Task.of(board, votes),
                    voters.mark(board, "demo " + voter++ % VOTERS), 1));
        go(board, "", workshop.endsAt, by, pen);
    }

    private static void go(Board board, String step, Instant when, Person by, Replay.Pen pen) {
        board.move(board.step, step, when, RANDOM).ifPresent(event -> pen.keep(by, event));
    }

    private Note write(Board board, Hung one, Person by, Replay.Pen pen, Clock clock) {
        Contribution said = said(board, one, pen, clock);
        Note note = Note.of(board, said.publicId, notes, one.table());
        note.group(Optional.of(Heading.called(board, one.heading()))).ifPresent(done -> {
            pen.keep(by, done.grouped());
            done.sorted().forEach(event -> pen.keep(by, event));
        });
        return note;
    }

    private static Contribution said(Board board, Hung one, Replay.Pen pen, Clock clock) {
        Draft draft = board.workshop.draft;
        Version open = board.version().orElseThrow();
        String section = open.text(draft.language).orElseThrow().outline.sections().stream()
                .filter(part -> part.heading().equals(one.section())).map(Section::id).findFirst().orElseThrow();
        LocalDate day = LocalDate.ofInstant(board.workshop.startsAt, clock.getZone());
        Contribution said = new Remark(open.number, one.language(), section, "", new Quote("", "", ""),
                Saying.Kind.NOTE, one.words(), Channel.WORKSHOP, Anonymity.ANONYMOUS, day).by(draft,
                Remark.Speaker.nobody(), pen.receipts().mark(pen.receipts().code(draft.publicId + one.words())));
        pen.ledger().keepUnnamed(new InputEvent.Said(draft.ref(), said.ref(), said.channel, said.kind,
                new Hidden(said.words, said.salt)));
        if (said.moderation.waits()) pen.keep(Players.person(Cast.FACILITATOR), said.letThrough(day));
        return said;
    }
}
