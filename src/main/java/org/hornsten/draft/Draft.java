package org.hornsten.draft;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Stale;
import org.hornsten.project.Project;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;

/** A service model being written: a working copy, and the versions that were published from it. */
@Entity
public class Draft extends PanacheEntity {
    private static final String MINE = """
            exists (select 1 from Membership m where m.project = p and m.person.id = ?2 and ?3 in (0, p.id)""";

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @Column(columnDefinition = "longtext") public Multilingual title;
    /** The language it is written in; the others follow it. */
    public String language;
    @Transient private final Map<Integer, Optional<Version>> found = new HashMap<>();
    @Transient private Optional<Version> newest;

    /** A new draft whose working copy is this text. */
    public static Draft begun(Project project, Multilingual title, String language, Outline text) {
        Draft draft = new Draft();
        draft.publicId = PublicId.random();
        draft.project = project;
        draft.title = title.isEmpty() ? Multilingual.of(language, text.title()) : title;
        draft.language = language;
        draft.persist();
        WorkingText.begun(draft, language, text);
        return draft;
    }

    /** What this person may read: published, in an open project or in one of the person's own. */
    public static Draft visibleTo(Me me, String id) {
        return one(me, id, """
                (p.open = true or %s))
                and (exists (select 1 from Version v where v.draft = d) or %s and m.role <> 'PARTICIPANT'))"""
                .formatted(MINE, MINE));
    }

    /** What this person may say something about. */
    public static Draft openTo(Me me, String id) {
        return one(me, id, MINE + ")");
    }

    public static Draft staffedBy(Me me, String id) {
        return one(me, id, MINE + " and m.role in ('LEAD', 'FACILITATOR'))");
    }

    public static Draft ledBy(Me me, String id) {
        return one(me, id, MINE + " and m.role = 'LEAD')");
    }

    private static Draft one(Me me, String id, String right) {
        return Draft.<Draft>find("from Draft d join fetch d.project p where d.publicId = ?1 and " + right, id, me.id(),
                me.within())
                .firstResultOptional().orElseThrow(me::nothing);
    }

    public static List<Draft> of(Project project) {
        return list("project = ?1 order by id", project);
    }

    /** A text in one more language, made from the working copy of the main one. */
    public WorkingText translate(String language, Outline text) {
        if (WorkingText.of(this, language).isPresent()) throw new Stale("draft:language_exists");
        WorkingText translated = WorkingText.begun(this, language, text);
        if (!Languages.easy(language) && !text.title().isBlank() && title.exactly(language).isEmpty())
            title = title.with(language, Markdown.plain(text.title()));
        return translated;
    }

    /**
     * Publishes the working copy in all its languages as the next version, and opens its round.
     *
     * @param reasons        why each change was made
     * @param overrideReason why it is published although changes are not explained; empty as a rule
     * @throws Unexplained naming the changes nobody has explained
     */
    public DraftEvent.Published publish(Person by, Round.Terms terms, Reasons reasons, String overrideReason,
            Clock clock) {
        return new Publishing(this, by, reasons, overrideReason, clock).publish(terms);
    }

    /** All its versions, newest first; whoever asks for one of them in the same request gets it from here. */
    public List<Version> versions() {
        List<Version> all = Version.of(this);
        all.forEach(version -> found.put(version.number, Optional.of(version)));
        newest = all.stream().findFirst();
        return all;
    }

    /** One of its versions; whoever asks again in the same request gets the same one. */
    public Optional<Version> version(int number) {
        return found.computeIfAbsent(number, wanted -> Version.of(this, wanted));
    }

    /** The newest version; whoever asks again in the same request gets the same one. */
    public Optional<Version> newest() {
        if (newest == null) newest = Version.newestOf(this);
        return newest;
    }

    /** Another version has come, or may have. */
    void askAgain() {
        newest = null;
        found.clear();
    }

    public Ref ref() {
        return new Ref("draft", publicId);
    }

    public String path() {
        return "/drafts/" + publicId;
    }

    public String workingCopyPath() {
        return path() + "/working-copy";
    }

    public String languagesPath() {
        return workingCopyPath() + "/languages";
    }

    public String languagesPreviewPath() {
        return languagesPath() + "/preview";
    }
}
