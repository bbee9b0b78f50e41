package org.hornsten.draft;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hornsten.diff.Change;
import org.hornsten.diff.Changes;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.kit.Time;
import org.hornsten.text.Outline;
import org.hornsten.text.Section;

/** The working copy of a draft in one language: what the next version will say, open to its lead only. */
@Entity
public class WorkingText extends PanacheEntity {
    public static final int LONGEST = 200_000;

    @ManyToOne(fetch = FetchType.LAZY) public Draft draft;
    public String language;
    @Column(columnDefinition = "longtext") public Outline outline;
    public Instant editedAt;
    @Version public int edition;

    static WorkingText begun(Draft draft, String language, Outline text) {
        WorkingText working = new WorkingText();
        working.draft = draft;
        working.language = language;
        working.outline = new Outline("", List.of());
        working.take(text, Optional.empty());
        working.outline.sections().forEach(section -> working.stampTranslation(section.id()));
        working.persist();
        return working;
    }

    public static Optional<WorkingText> of(Draft draft, String language) {
        return find("draft = ?1 and language = ?2", draft, language).firstResultOptional();
    }

    public static List<WorkingText> of(Draft draft) {
        return list("draft = ?1 order by id", draft);
    }

    /**
     * Takes the whole text anew, as written in the browser or imported: passages get back the ids they had.
     *
     * @param edition the edition the author saw; what somebody else saved since then is not overwritten
     */
    public DraftEvent.Edited replace(Outline text, int edition) {
        check(edition);
        take(text, published());
        outline.sections().forEach(section -> stampTranslation(section.id()));
        return edited();
    }

    /**
     * Takes one section anew, its heading with its passages; the others stay as they are.
     *
     * @param texts the first takes the old one's place and id; more of them are new sections after it
     */
    public DraftEvent.Edited replace(String section, List<Section> texts, int edition) {
        check(edition);
        Section old = outline.section(section).orElseThrow(() -> new Refused("section", "draft:section_unknown"));
        Set<String> before = sectionIds();
        if (texts.isEmpty()) throw new Refused("markdown", "draft:section_empty");
        Section first = texts.get(0);
        List<Section> renewed = new ArrayList<>(texts);
        renewed.set(0, new Section(old.id(), first.heading(), first.level(), first.passages(), old.madeFrom()));
        take(outline.withSections(outline.sections().stream()
                .flatMap(s -> s.id().equals(section) ? renewed.stream() : Stream.of(s)).toList()), published());
        stampTranslation(section);
        stampNew(before);
        return edited();
    }

    /** Sections in another order, fewer or more of them; what they say stays. */
    public DraftEvent.Edited arrange(List<Section> sections, int edition) {
        check(edition);
        Set<String> before = sectionIds();
        take(outline.withSections(sections), published());
        stampNew(before);
        return edited();
    }

    private Set<String> sectionIds() {
        return new HashSet<>(outline.sections().stream().map(Section::id).toList());
    }

    private void stampNew(Set<String> before) {
        sectionIds().stream().filter(id -> !before.contains(id)).forEach(this::stampTranslation);
    }

    private DraftEvent.Edited edited() {
        return new DraftEvent.Edited(draft.ref(), language, outline.passages().size());
    }

    /** Says that the translation of this section is right for what the main text says now. */
    public DraftEvent.Confirmed confirm(String section, int edition) {
        check(edition);
        stampTranslation(section);
        return new DraftEvent.Confirmed(draft.ref(), language, section);
    }

    /** What differs from the version that is published, in reading order; nothing before the first. */
    public List<Change> changes() {
        return published().map(text -> Changes.between(text, outline)).orElse(List.of());
    }

    /**
     * The changes in every language that is published, the main one first; three statements, whatever the
     * languages.
     */
    public static Map<String, List<Change>> changes(Draft draft) {
        Map<String, Outline> published = new HashMap<>();
        draft.newest().ifPresent(newest -> VersionText.<VersionText>list("version", newest)
                .forEach(text -> published.put(text.language, text.outline.withoutLineage())));
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        of(draft).stream().filter(text -> published.containsKey(text.language)).forEach(text ->
                changes.put(text.language, Changes.between(published.get(text.language), text.outline)));
        return changes;
    }

    /**
     * How many changes since this published text lack a reason: for whoever has loaded all of it at once.
     *
     * @param reasons by the key of the change
     */
    public long unexplained(VersionText published, Function<String, Because> reasons) {
        return Changes.between(published.outline.withoutLineage(), outline).stream()
                .filter(change -> !reasons.apply(change.key()).explains(change)).count();
    }

    public Optional<Outline> published() {
        return draft.newest().flatMap(newest -> newest.text(language)).map(text -> text.outline.withoutLineage());
    }

    /** After publishing, the next working copy starts from what was published. */
    void startOver() {
        outline = outline.withoutLineage();
    }

    public boolean main() {
        return language.equals(draft.language);
    }

    /** Where its lead writes it, in all languages. */
    public String home() {
        return draft.workingCopyPath();
    }

    public String wholePath() {
        return home() + "/text";
    }

    public String previewPath() {
        return wholePath() + "/preview";
    }

    public String sectionsPath() {
        return home() + "/sections";
    }

    public String sectionPath(String section) {
        return sectionsPath() + "/" + section;
    }

    public String placePath(String section) {
        return sectionPath(section) + "/place";
    }

    public String removalPath(String section) {
        return sectionPath(section) + "/removal";
    }

    public String confirmationPath(String section) {
        return sectionPath(section) + "/confirmation";
    }

    public String path() {
        return home() + "?language=" + language;
    }

    /** Whether this is one of the passages or sections a text of this draft may name. */
    public boolean knows(String id) {
        return Stream.concat(Stream.of(outline), published().stream()).anyMatch(text ->
                text.passage(id).isPresent() || text.section(id).isPresent());
    }

    private void check(int seen) {
        try {
            getEntityManager().lock(this, LockModeType.PESSIMISTIC_WRITE);
        } catch (OptimisticLockException saved) {
            // somebody saved between our reading and our lock
            throw new Stale("draft:edited_meanwhile");
        }
        if (edition != seen) throw new Stale("draft:edited_meanwhile");
        editedAt = Time.now();
    }

    private void take(Outline text, Optional<Outline> published) {
        outline = new Renewal(this).of(text, published.orElse(outline));
        editedAt = Time.now();
    }

    /** What {@link #replace(Outline, int)} would make of the text, to be looked at before; nothing is kept. */
    public Outline tried(Outline text) {
        return new Renewal(this).of(text, published().orElse(outline));
    }

    private void stampTranslation(String section) {
        if (main()) return;
        Outline main = of(draft, draft.language).orElseThrow().outline;
        String fingerprint = main.section(section).map(Section::fingerprint).orElse("");
        outline = outline.withSections(outline.sections().stream()
                .map(s -> s.id().equals(section) ? s.withMadeFrom(fingerprint) : s).toList());
    }
}
