package org.hornsten.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Beginning;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Membership;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/**
 * One published version as one reader has it in the hand.
 *
 * @param versions  all of the draft, newest first
 * @param languages those this version exists in
 * @param wished    the language the reader asked for, which may be another than the text's
 */
public record ReadingCopy(Draft draft, Version version, List<Version> versions, List<String> languages, String wished,
                          VersionText text, VersionText main, Optional<Membership> membership) {

    /** What stands at a place of the text, shortly: the first words of a passage, or a section's heading. */
    public String at(String passage, String section) {
        return text.outline.passage(passage).map(found -> Beginning.of(Markdown.plain(found.text())))
                .or(() -> text.outline.section(section).map(found -> Markdown.plain(found.heading())))
                .orElse("");
    }

    /**
     * Two statements more than finding the versions, or three when nobody has read this one lately.
     *
     * @param number of the version, 0 for the newest
     * @throws Missing when this reader finds no such version
     */
    public static ReadingCopy of(Me me, Draft draft, List<Version> versions, int number, String wished) {
        Version version = versions.stream().filter(v -> number == 0 || v.number == number).findFirst()
                .orElseThrow(me::nothing);
        List<String> languages = version.languages();
        String language = Languages.nearest(wished, languages, draft.language);
        return new ReadingCopy(draft, version, versions, languages, wished, in(language, version),
                in(draft.language, version), me.signedIn() ? draft.project.membershipOf(me) : Optional.empty());
    }

    public static ReadingCopy of(Me me, Draft draft, int number, String wished) {
        return of(me, draft, draft.versions(), number, wished);
    }

    private static VersionText in(String language, Version version) {
        return version.text(language).orElseThrow(Missing::new);
    }

    /** What is promised from now on holds until the answer is stored. */
    public void hold() {
        Optional.ofNullable(version.round).ifPresent(Round::hold);
    }

    /**
     * Whether an answer without a name would be kept otherwise than the page said: more or fewer may be asked since it
     * was opened, or another level chosen. Then the writer decides again, before anything is stored.
     *
     * @param promised null from a page that said nothing
     */
    public boolean broken(String promised) {
        return promised != null && version.round != null
                && !promised.equals(version.round.told(Anonymity.ANONYMOUS));
    }

    public String language() {
        return text.language;
    }

    /** For the lang attribute. */
    public String tag() {
        return Multilingual.plain(text.language);
    }

    /** The reader asked for easy language, or for another language, and there is none of this version. */
    public boolean lacksEasy() {
        return Languages.easy(wished) && !wished.equals(text.language) && tag().equals(Multilingual.plain(wished));
    }

    public boolean lacksLanguage() {
        return !tag().equals(Multilingual.plain(wished));
    }

    public boolean newest() {
        return versions.get(0).number == version.number;
    }

    public boolean member() {
        return membership.isPresent();
    }

    public boolean staff() {
        return membership.filter(Membership::staff).isPresent();
    }

    public boolean led() {
        return membership.filter(m -> m.role == Membership.Role.LEAD).isPresent();
    }

    /** Whether this reader may say something about it now. */
    public boolean asked() {
        return member() && version.round != null && version.round.open;
    }

    public boolean rated() {
        return version.round != null && !version.round.criteria.isEmpty();
    }

    /** Where the page stands without its query; the query holds the language when it is not the reader's own. */
    public String path() {
        return version.path();
    }

    public String commentsPath() {
        return path() + "/comments";
    }

    public String ratingPath() {
        return path() + "/rating";
    }

    public String typedInPath() {
        return path() + "/typed-in";
    }

    public String differencePath(int from) {
        return path() + "/diff/" + from;
    }

    /** As the tag of stages names it. */
    public String stage() {
        return version.stage.name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return text.outline.title().isEmpty() ? draft.title.in(language())
                : Markdown.plain(text.outline.title());
    }

    /** The version before this one, 0 when it is the first. */
    public int before() {
        return versions.stream().mapToInt(v -> v.number).filter(n -> n < version.number).max().orElse(0);
    }

    public boolean translated() {
        return text != main;
    }

    public Version numbered(int number) {
        return versions.stream().filter(v -> v.number == number).findFirst().orElse(version);
    }

    /** @param comments how many spoke about a passage or section, by id */
    public Layout layout(Map<String, Long> comments) {
        Translation translation = new Translation(text.outline, main.outline);
        return Layout.of(text.outline, new Layout.Margin() {
            @Override
            public Layout.Setting setting(Passage passage) {
                return text.setting(passage);
            }

            @Override
            public int changedIn(Passage passage) {
                return text.why.newestIn(passage.id());
            }

            @Override
            public long comments(String id) {
                return comments.getOrDefault(id, 0L);
            }

            @Override
            public int behindSince(Section section) {
                return translated() && translation.behind(section) ? mainChangedIn(section) : 0;
            }
        });
    }

    private int mainChangedIn(Section section) {
        Outline source = main.outline;
        return source.section(section.id()).stream().flatMap(s -> s.passages().stream())
                .mapToInt(p -> main.why.newestIn(p.id())).max().orElse(version.number);
    }
}
