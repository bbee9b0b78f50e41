package org.hornsten.hearing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.diff.Anchor.Fate;
import org.hornsten.diff.Anchor;
import org.hornsten.draft.ReadingCopy;
import org.hornsten.draft.VersionText;
import org.hornsten.input.Contribution;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** Comments of this and earlier versions, each found again in the version that is read. */
final class Voices {
    private final ReadingCopy copy;
    private final Map<String, Outline> texts = new HashMap<>();

    private Voices(ReadingCopy copy) {
        this.copy = copy;
    }

    /** Two statements, whatever the amount. */
    static List<Voice> on(ReadingCopy copy) {
        return new Voices(copy).all(Comments.until(copy.draft(), copy.version().number, copy.staff()));
    }

    private List<Voice> all(List<Contribution> said) {
        if (said.isEmpty()) return List.of();
        List<String> languages = said.stream().map(c -> c.language).distinct().toList();
        List<Integer> versions = Stream.concat(said.stream().map(c -> c.version), Stream.of(copy.version().number))
                .distinct().toList();
        VersionText.<VersionText>list("""
                from VersionText t join fetch t.version
                where t.version.draft = ?1 and t.language in ?2 and t.version.number in ?3""",
                copy.draft(), languages, versions)
                .forEach(text -> texts.put(key(text.version.number, text.language), plain(text.outline)));
        return said.stream().map(this::voice).toList();
    }

    private Voice voice(Contribution said) {
        if (said.version == copy.version().number)
            return new Voice(said, Fate.FOUND, said.section, said.passage, false);
        return text(copy.version().number, said.language).map(now -> carried(said, now))
                .orElse(new Voice(said, Fate.ORPHAN, "", "", true));
    }

    private Voice carried(Contribution said, Outline now) {
        if (said.passage.isEmpty()) return ofSection(said, now);
        Optional<Outline> then = text(said.version, said.language);
        return said.quote().isPresent() && then.isPresent() ? quoted(said, then.get(), now) : ofPassage(said, now);
    }

    private Voice quoted(Contribution said, Outline then, Outline now) {
        Anchor anchor = Anchor.of(said.quote().orElseThrow(), said.passage, then, now);
        return new Voice(said, anchor.fate(), sectionOf(anchor.passage(), now), anchor.passage(), true);
    }

    private static Voice ofPassage(Contribution said, Outline now) {
        Optional<Passage> same = now.passage(said.passage);
        Optional<Passage> merged = now.passages().stream().filter(p -> p.mergedFrom().contains(said.passage))
                .findFirst();
        String passage = same.or(() -> merged).map(Passage::id).orElse("");
        return new Voice(said, passage.isEmpty() ? Fate.ORPHAN : Fate.FOUND, sectionOf(passage, now), passage, true);
    }

    private static Voice ofSection(Contribution said, Outline now) {
        boolean there = said.section.isEmpty() || now.section(said.section).isPresent();
        return new Voice(said, there ? Fate.FOUND : Fate.ORPHAN, there ? said.section : "", "", true);
    }

    private static String sectionOf(String passage, Outline now) {
        return passage.isEmpty() ? "" : now.sectionOf(passage).map(Section::id).orElse("");
    }

    private Optional<Outline> text(int version, String language) {
        return Optional.ofNullable(texts.get(key(version, language)));
    }

    private static String key(int version, String language) {
        return version + " " + language;
    }

    /** Quotes are of the text as it is read, without marks of emphasis. */
    private static Outline plain(Outline text) {
        return text.withSections(text.sections().stream().map(s -> s.withPassages(s.passages().stream()
                .map(p -> p.withText(Markdown.plain(p.text()))).toList())).toList());
    }
}
