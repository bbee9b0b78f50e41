package org.hornsten.project;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Convert;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Formula;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Stale;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.privacy.Basis;

/** One service being developed together with the people it is for. */
@Entity
public class Project extends PanacheEntity {
    private static final String MINE = """
            exists (select 1 from Membership m where m.project = p and m.person.id = ?2 and ?3 in (0, p.id)""";

    public String publicId;
    public String slug;
    @Column(columnDefinition = "longtext") public Multilingual title;
    @Column(columnDefinition = "longtext") public Multilingual summary;
    @Enumerated(EnumType.STRING) public Level level;
    @Column(columnDefinition = "longtext") public Multilingual promise;
    @Enumerated(EnumType.STRING) public Stage stage;
    /** The languages every answer is owed in, by comma; the first is the one drafts are usually written in. */
    public String languages;
    @Convert(converter = Phase.Column.class) @Column(columnDefinition = "longtext")
    public List<Phase> phases = new ArrayList<>();
    /** Whether anybody may read what is published, without being a member. */
    public boolean open;
    public LocalDate createdOn;
    @Version public int edition;
    @Enumerated(EnumType.STRING) public Basis basis;
    public int contactDays;
    public int wordsMonths;
    public int ageLimit;
    /** The K of numbers about all of it: the greatest that any of its rounds asks for. */
    @Formula("(select coalesce(max(r.k), " + SmallNumbers.K + """
            ) from draft d join version v on v.draft_id = d.id join round r on r.version_id = v.id
             where d.project_id = id)""")
    public int k = SmallNumbers.K;

    /** The rules a project's texts must meet, as typed by its lead. */
    public record Plan(String slug, Multilingual title, Multilingual summary, Level level, Multilingual promise,
                       Stage stage, List<String> languages, List<Phase> phases, boolean open, Care care) {
        /** What holds for a new project until its lead says otherwise. */
        static final Plan USUAL = new Plan("", Multilingual.none(), Multilingual.none(), Level.CONSULT,
                Multilingual.none(), Stage.IDEA, List.of("sv", "fi"), List.of(), false);

        /** A plan that says nothing of what is kept of people means the usual. */
        public Plan {
            if (care == null) care = Care.USUAL;
        }

        public Plan(String slug, Multilingual title, Multilingual summary, Level level, Multilingual promise,
                    Stage stage, List<String> languages, List<Phase> phases, boolean open) {
            this(slug, title, summary, level, promise, stage, languages, phases, open, Care.USUAL);
        }

        /** The same with the languages in the order they had: a form's ticks know none. */
        Plan keepingOrderOf(Plan before) {
            List<String> kept = new ArrayList<>(before.languages());
            kept.retainAll(languages);
            languages.stream().filter(language -> !kept.contains(language)).forEach(kept::add);
            return new Plan(slug, title, summary, level, promise, stage, kept, phases, open, care);
        }

        void check() {
            Rules.title(title);
            Rules.text("summary", summary);
            Rules.text("promise", promise);
            Rules.languages(languages);
            Rules.phases(phases);
            care.check();
        }
    }

    /** A new project, led by the one who set it up. */
    public static Project setUp(Person lead, Plan plan, LocalDate today) {
        Project project = new Project();
        project.publicId = PublicId.random();
        project.createdOn = today;
        plan.check();
        project.slug = Slug.of(plan);
        project.describe(plan);
        project.persist();
        Membership.of(project, lead, Membership.Role.LEAD, PersonKind.PROFESSIONAL);
        return project;
    }

    public ProjectEvent.SetUp begun() {
        return new ProjectEvent.SetUp(ref(), stage, level);
    }

    /** What this person may read; by public id or slug. */
    public static Project visibleTo(Me me, String id) {
        return one(me, id, "(p.open = true or " + MINE + "))");
    }

    public static Project ledBy(Me me, String id) {
        return one(me, id, MINE + " and m.role = 'LEAD')");
    }

    public static Project staffedBy(Me me, String id) {
        return one(me, id, MINE + " and m.role in ('LEAD', 'FACILITATOR'))");
    }

    private static Project one(Me me, String id, String right) {
        return Project.<Project>find("from Project p where (p.publicId = ?1 or p.slug = ?1) and " + right, id, me.id(),
                me.within())
                .firstResultOptional().orElseThrow(me::nothing);
    }

    /**
     * Changes the project's description.
     *
     * @param edition the edition the person saw; somebody else's change since then is not overwritten
     */
    public ProjectEvent.Described describe(Plan plan, int edition) {
        // read again under a lock: of two who save at the same moment the second must see the first one's edition
        getEntityManager().flush();
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        if (this.edition != edition) throw new Stale("project:edited_meanwhile");
        plan.check();
        describe(plan);
        return new ProjectEvent.Described(ref(), stage, level);
    }

    private void describe(Plan plan) {
        title = plan.title();
        summary = plan.summary();
        level = plan.level();
        promise = plan.promise();
        stage = plan.stage();
        languages = String.join(",", plan.languages());
        phases = new ArrayList<>(plan.phases());
        open = plan.open();
        basis = plan.care().basis();
        contactDays = plan.care().contactDays();
        wordsMonths = plan.care().wordsMonths();
        ageLimit = plan.care().ageLimit();
    }

    /** Waits for its turn: whoever numbers something within the project does so one after the other. */
    public void lock() {
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<Membership> membershipOf(Me me) {
        return Membership.find("project = ?1 and person.id = ?2 and ?3 in (0, project.id)", this, me.id(), me.within())
                .firstResultOptional();
    }

    /** What is written now, for whoever is about to change it. */
    public Plan plan() {
        return new Plan(slug, title, summary, level, promise, stage, languageList(), phases, open, care());
    }

    public Care care() {
        return new Care(basis, contactDays, wordsMonths, ageLimit);
    }

    public List<String> languageList() {
        return List.of(languages.split(","));
    }

    public Ref ref() {
        return new Ref("project", publicId);
    }

    public String path() {
        return "/projects/" + slug;
    }
}
