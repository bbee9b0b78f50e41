package org.hornsten.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hornsten.demo.Table.Row;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Gate;
import org.hornsten.input.InputEvent;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.ledger.Hidden;
import org.hornsten.rating.Rating;
import org.hornsten.rating.RatingEvent;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;
import org.hornsten.text.Section;

/** What people say in an example: typed in by staff, split into its matters, rated on paper. */
final class Voices {
    private final Story story;
    private final Draft draft;
    private final Players players;
    private final Replay.Pen pen;
    final Map<String, Contribution> contributions = new LinkedHashMap<>();
    final Map<String, Viewpoint> viewpoints = new LinkedHashMap<>();

    Voices(Story story, Draft draft, Players players, Replay.Pen pen) {
        this.story = story;
        this.draft = draft;
        this.players = players;
        this.pen = pen;
    }

    /** All that was said about a version. */
    void hear(int version) {
        for (Row row : story.rows("contributions", "version", "" + version)) {
            Contribution said = heard(row);
            contributions.put(row.of("id"), said);
            split(row.of("id"), said);
        }
        Gate.heard(draft.project);
    }

    private void split(String id, Contribution said) {
        List<Row> rows = story.rows("viewpoints", "contribution_id", id);
        pen.keep(players.lead(), said.split(rows.stream()
                .map(row -> new Contribution.Cut(row.of("exact"), row.of("topic"))).toList()));
        rows.forEach(row -> viewpoints.put(row.of("id"), said.viewpoints.stream()
                .filter(v -> v.exact().equals(row.of("exact"))).findFirst().orElseThrow()));
    }

    private Contribution heard(Row row) {
        Section section = text(row).sections().stream()
                .filter(s -> s.heading().equals(row.of("section_heading"))).findFirst().orElseThrow();
        Quote quote = new Quote(row.of("quote_exact"), "", "");
        Contribution said = new Remark(row.number("version"), row.of("language"), section.id(),
                quote.exact().isEmpty() ? "" : passage(section, quote), quote, row.word("kind", Saying.Kind.class),
                row.of("words"), row.word("channel", Channel.class), row.word("identity", Anonymity.class),
                row.day("received_on")).by(draft, speaker(row), pen.receipts().mark(receipt(row.of("id"))));
        InputEvent.Said event = new InputEvent.Said(draft.ref(), said.ref(), said.channel, said.kind,
                new Hidden(said.words, said.salt));
        if (said.anonymity == Anonymity.ANONYMOUS) pen.ledger().keepUnnamed(event);
        else pen.keep(players.typist(), event);
        if (said.moderation.waits()) pen.keep(players.typist(), said.letThrough(row.day("received_on")));
        return said;
    }

    private Remark.Speaker speaker(Row row) {
        return new Remark.Speaker(players.speaker(row.of("pseudonym")), row.word("author_kind", PersonKind.class),
                row.of("pseudonym"), 0, Optional.of(players.typist()));
    }

    private Outline text(Row row) {
        return Version.of(draft, row.number("version")).flatMap(v -> v.text(row.of("language"))).orElseThrow().outline;
    }

    private static String passage(Section section, Quote quote) {
        return section.passages().stream().filter(p -> quote.in(Markdown.plain(p.text())).isPresent()).findFirst()
                .map(Passage::id).orElseThrow();
    }

    /** The code that opens the journey of that contribution. */
    String receipt(String contribution) {
        return pen.receipts().code(draft.publicId + " " + contribution);
    }

    /** One sheet of paper for each person of a kind who answered: all its criteria together. */
    void rate(int number) {
        Version version = Version.of(draft, number).orElseThrow();
        Map<String, Map<String, Integer>> sheets = new LinkedHashMap<>();
        Map<String, Integer> answered = new HashMap<>();
        for (Row row : story.rows("ratings", "version", "" + number)) {
            int nth = answered.merge(row.of("criterion") + " " + row.of("author_kind"), 1, Integer::sum);
            sheets.computeIfAbsent(row.of("author_kind") + " " + nth, sheet -> new LinkedHashMap<>())
                    .put(row.of("criterion"), row.number("score"));
        }
        sheets.forEach((sheet, scores) -> pen.keep(players.typist(), rated(version, sheet, scores)));
    }

    private RatingEvent.Rated rated(Version version, String sheet, Map<String, Integer> scores) {
        byte[] rater = pen.secrets().mark("rater", draft.publicId + " " + version.number + " " + sheet);
        return Rating.given(version, rater, scores, Channel.WORKSHOP,
                PersonKind.valueOf(sheet.split(" ")[0].toUpperCase(Locale.ROOT)));
    }
}
