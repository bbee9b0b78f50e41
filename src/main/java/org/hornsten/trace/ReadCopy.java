package org.hornsten.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.draft.VersionText;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;

/** A published version as this reader sees it, in one language, with the reasons of its words. */
public record ReadCopy(Draft draft, Version version, String language, List<String> languages, Reading reading) {

    /**
     * @param asked the language named in the address, if any
     * @param wished the languages the reader would like, the dearest first
     * @throws Missing when there is no such version, or not in the language named
     */
    static ReadCopy of(Me me, String draftId, int number, Optional<String> asked, List<String> wished) {
        Draft draft = Draft.visibleTo(me, draftId);
        Version version = Version.of(draft, number).orElseThrow(Missing::new);
        List<String> languages = version.languages();
        String language = asked.orElseGet(() -> Stream.concat(wished.stream(), Stream.of(draft.language))
                .filter(languages::contains).findFirst().orElse(draft.language));
        VersionText text = version.text(language).orElseThrow(Missing::new);
        return new ReadCopy(draft, version, language, languages,
                Reading.of(text, Reading.Reader.of(me, draft.project)));
    }

    /** For the lang attribute, which knows no easy language. */
    public String tag() {
        return Multilingual.plain(language);
    }

    public String path() {
        return version.path() + "/why";
    }

    public boolean changed() {
        return reading.sections().stream().anyMatch(s -> s.changed() || s.passages().stream()
                .anyMatch(Reading.ReadPassage::changed)) || !reading.removed().isEmpty();
    }
}
