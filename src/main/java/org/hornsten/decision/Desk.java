package org.hornsten.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.diff.Likeness;
import org.hornsten.draft.VersionText;
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions.Topic;
import org.hornsten.input.Contributions.Waiting;
import org.hornsten.input.Contributions;
import org.hornsten.input.Viewpoint;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;

/**
 * What lies in front of the one who answers: one viewpoint in the words it was said in, the part of the draft it is
 * about, those that are like it, and the one before and after it. Six statements, whatever the amount of input.
 */
public record Desk(Contribution said, Viewpoint now, boolean lead, List<Piece> words, Optional<About> about,
                   Optional<Decision> decision, List<Like> similar, Optional<Viewpoint> before,
                   Optional<Viewpoint> after, Waiting waiting, List<Topic> topics, List<Phrase> phrases) {

    /** Below this, two viewpoints share hardly more than the words of their language. */
    private static final double ALIKE = 0.35;
    private static final int MOST_SIMILAR = 12;

    /** A stretch of what was said; {@code viewpoint} is empty where nothing is marked. */
    public record Piece(String text, Optional<Viewpoint> viewpoint) {}

    /** The part of the draft it is about, as it was when it was said. */
    public record About(String draft, String path, int version, String language, String heading, List<Line> lines) {}

    /** A passage, the words meant in the middle; both sides are the whole when none were chosen. */
    public record Line(String before, String meant, String after) {
        static Line of(Passage passage, Optional<Quote> quote) {
            String text = Markdown.plain(passage.text());
            return quote.flatMap(q -> q.in(text)).map(place -> new Line(text.substring(0, place.from()), place.of(text),
                    text.substring(place.to()))).orElse(new Line(text, "", ""));
        }
    }

    /** @param topic whether it is under the same topic; else its words are alike */
    public record Like(Viewpoint viewpoint, boolean topic, double likeness) {}

    /** @param wanted public id of the viewpoint to answer; empty for the first that waits */
    static Desk of(Me me, Contribution said, String wanted) {
        List<Viewpoint> all = said.viewpoints.stream().sorted(Comparator.comparingInt(v -> v.fromChar)).toList();
        Viewpoint now = Stream.of(all.stream().filter(v -> v.publicId.equals(wanted)),
                all.stream().filter(v -> !v.decided), all.stream()).flatMap(s -> s).findFirst().orElseThrow();
        List<Viewpoint> undecided = Contributions.undecided(said.project);
        boolean lead = said.project.membershipOf(me).filter(m -> m.role == Membership.Role.LEAD).isPresent();
        return new Desk(said, now, lead, words(said.words, all), about(said),
                Answered.to(List.of(said)).stream().filter(a -> a.viewpoint.equals(now)).map(a -> a.decision)
                .findFirst(),
                now.decided ? List.of() : similar(now, undecided), before(now, undecided), after(now, undecided),
                Waiting.of(undecided), Contributions.topics(said.project), Phrase.of(said.project));
    }

    public Project project() {
        return said.project;
    }

    /** Whether it is only a part of what was said. */
    public boolean part() {
        return !now.automatic;
    }

    private static List<Piece> words(String words, List<Viewpoint> viewpoints) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Viewpoint viewpoint : viewpoints) {
            if (viewpoint.automatic) continue;
            if (viewpoint.fromChar > at)
                pieces.add(new Piece(words.substring(at, viewpoint.fromChar), Optional.empty()));
            pieces.add(new Piece(viewpoint.exact(), Optional.of(viewpoint)));
            at = viewpoint.toChar;
        }
        if (at < words.length()) pieces.add(new Piece(words.substring(at), Optional.empty()));
        return pieces;
    }

    private static Optional<About> about(Contribution said) {
        return VersionText.about(said.about(), said.version, said.language).map(text -> new About(
                text.version.draft.title.in(said.language), text.version.path(), said.version, text.language,
                text.outline.section(said.section).map(section -> section.heading()).orElse(""),
                lines(said, text.outline)));
    }

    private static List<Line> lines(Contribution said, Outline outline) {
        return outline.passage(said.passage).map(passage -> List.of(Line.of(passage, said.quote())))
                .or(() -> outline.section(said.section).map(section -> section.passages().stream()
                        .map(passage -> Line.of(passage, Optional.empty())).toList()))
                .orElse(List.of());
    }

    private static List<Like> similar(Viewpoint now, List<Viewpoint> undecided) {
        String words = now.exact();
        return undecided.stream().filter(other -> !other.equals(now))
                .map(other -> new Like(other, !now.topic.isEmpty() && now.topic.equals(other.topic),
                        Likeness.of(words, other.exact())))
                .filter(like -> like.topic || like.likeness >= ALIKE)
                .sorted(Comparator.comparing((Like like) -> !like.topic)
                        .thenComparing(Comparator.comparingDouble(Like::likeness).reversed()))
                .limit(MOST_SIMILAR).toList();
    }

    private static Optional<Viewpoint> after(Viewpoint now, List<Viewpoint> undecided) {
        return undecided.stream().filter(other -> order(other, now) > 0).findFirst()
                .or(() -> undecided.stream().findFirst()).filter(other -> !other.equals(now));
    }

    private static Optional<Viewpoint> before(Viewpoint now, List<Viewpoint> undecided) {
        List<Viewpoint> earlier = undecided.stream().filter(other -> order(other, now) < 0).toList();
        return (earlier.isEmpty() ? undecided : earlier).stream().reduce((one, other) -> other)
                .filter(other -> !other.equals(now));
    }

    private static int order(Viewpoint one, Viewpoint other) {
        return Comparator.comparing((Viewpoint v) -> v.receivedOn).thenComparing(v -> v.contribution.id)
                .thenComparing(v -> v.fromChar).compare(one, other);
    }
}
