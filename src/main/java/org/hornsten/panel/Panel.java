package org.hornsten.panel;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;

/** People who are asked for some years, in one project, and the rules of who may be one of them. */
@Entity
public class Panel extends PanacheEntity {
    private static final String MINE = """
            exists (select 1 from Membership m where m.project = pr and m.person.id = ?2 and ?3 in (0, pr.id)""";
    static final int MOST_SEATS = 10_000;
    static final int OLDEST = 120;
    static final int MOST_A_YEAR = 365;

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @Enumerated(EnumType.STRING) public Kind kind;
    @Column(columnDefinition = "longtext") public Multilingual name;
    public LocalDate fromOn;
    public LocalDate toOn;
    /** How many may sit in it at the same time, deputies and secretary not counted; missing for any number. */
    public Integer size;
    @Convert(converter = Target.Column.class) @Column(columnDefinition = "longtext") public Target target;
    /** Of {@link Exclusion}, by comma. */
    public String excludes;
    public Integer minimumAge;
    /** How often the same person is asked within twelve months; missing for any number. */
    public Integer loadCap;
    /** The day it ended, when that was before its term did. */
    public LocalDate endedOn;
    @Version public int edition;

    @Schema(name = "PanelKind")
    public enum Kind {
        CUSTOMER_PANEL, COUNCIL, EXPERT_POOL, REFERENCE_GROUP;

        /** As whom a newcomer speaks. */
        public PersonKind speaksAs(Seat.Kind seat) {
            if (seat == Seat.Kind.SECRETARY) return PersonKind.PROFESSIONAL;
            return switch (this) {
                case CUSTOMER_PANEL -> PersonKind.PANEL_MEMBER;
                case COUNCIL -> PersonKind.COUNCIL_REPRESENTATIVE;
                case EXPERT_POOL -> PersonKind.EXPERT_BY_EXPERIENCE;
                case REFERENCE_GROUP -> PersonKind.CUSTOMER;
            };
        }

        /** What experience is usually let known for. */
        public Set<Experience.Purpose> purposes() {
            return this == EXPERT_POOL ? EnumSet.allOf(Experience.Purpose.class)
                    : EnumSet.of(Experience.Purpose.COMPOSITION);
        }

        /** As what somebody usually comes in. */
        public Seat.Kind seat() {
            return this == EXPERT_POOL ? Seat.Kind.EXPERT : Seat.Kind.MEMBER;
        }
    }

    /** Who may not be in it: whoever works here, and whoever sits in a council. */
    @Schema(name = "PanelExclusion")
    public enum Exclusion { STAFF, COUNCIL }

    /** What a panel is meant to be; null where nothing is said. */
    public record Plan(Kind kind, Multilingual name, Term term, Integer size, Target target, Set<Exclusion> excludes,
                       Integer minimumAge, Integer loadCap) {

        public Plan {
            if (target == null) target = Target.NONE;
            if (excludes == null) excludes = usual(kind).excludes;
        }

        // the canonical constructor cannot ask another plan, which would be built by it
        private record Usual(Set<Exclusion> excludes, Integer size, Integer minimumAge, Integer loadCap) {}

        private static Usual usual(Kind kind) {
            Set<Exclusion> nobody = EnumSet.noneOf(Exclusion.class);
            if (kind == null) return new Usual(nobody, null, null, null);
            return switch (kind) {
                case CUSTOMER_PANEL -> new Usual(EnumSet.allOf(Exclusion.class), 20, 16, 6);
                case COUNCIL -> new Usual(EnumSet.of(Exclusion.STAFF), null, null, null);
                case EXPERT_POOL -> new Usual(EnumSet.of(Exclusion.STAFF), null, 18, 12);
                case REFERENCE_GROUP -> new Usual(nobody, null, null, null);
            };
        }

        /** What such a panel usually is, for two years. */
        public static Plan usual(Kind kind, LocalDate today) {
            Usual usual = usual(kind);
            return new Plan(kind, Multilingual.none(), Term.usual(today), usual.size, Target.NONE, usual.excludes,
                    usual.minimumAge, usual.loadCap);
        }

        public String named(String language) {
            return name.exactly(language).orElse("");
        }

        public List<String> excludedWords() {
            return excludes.stream().map(Target::key).toList();
        }

        void check() {
            if (kind == null) throw new Refused("kind", "panel:kind_missing");
            if (name == null || name.isEmpty()) throw new Refused("name", "panel:name_missing");
            if (!name.spoken()) throw new Refused("name", "panel:language_unknown");
            if (name.longest() > 200) throw new Refused("name", "web:too_long", 200);
            if (term == null) throw new Refused("term", "panel:from_missing");
            term.check();
            number("size", size, MOST_SEATS);
            number("minimumAge", minimumAge, OLDEST);
            number("loadCap", loadCap, MOST_A_YEAR);
            target.check(size);
        }

        private static void number(String field, Integer n, int most) {
            if (n != null && (n < 1 || n > most)) throw new Refused(field, "panel:number_wrong", most);
        }
    }

    public static Panel founded(Project project, Plan plan) {
        plan.check();
        Panel panel = new Panel();
        panel.publicId = PublicId.random();
        panel.project = project;
        panel.kind = plan.kind();
        panel.become(plan);
        panel.persist();
        return panel;
    }

    public PanelEvent.Founded founded() {
        return new PanelEvent.Founded(ref(), project.ref(), kind);
    }

    public static Panel ledBy(Me me, String id) {
        return one(me, id, MINE + " and m.role = 'LEAD')");
    }

    public static Panel staffedBy(Me me, String id) {
        return one(me, id, MINE + " and m.role in ('LEAD', 'FACILITATOR'))");
    }

    /** For who works on its project, and for who sits or sat in it. */
    public static Panel visibleTo(Me me, String id) {
        return one(me, id, "(" + MINE + " and m.role in ('LEAD', 'FACILITATOR')) or exists (select 1 from Seat s"
                + " where s.panel = pa and s.person.id = ?2 and ?3 in (0, pr.id)))");
    }

    private static Panel one(Me me, String id, String right) {
        return Panel.<Panel>find("from Panel pa join fetch pa.project pr where pa.publicId = ?1 and " + right, id,
                me.id(), me.within()).firstResultOptional().orElseThrow(me::nothing);
    }

    /** A panel is found only under its own project, by whichever of its names. */
    public Panel within(String project) {
        if (!project.equals(this.project.slug) && !project.equals(this.project.publicId)) throw new Missing();
        return this;
    }

    public static Optional<Panel> of(Ref about) {
        return about.kind().equals("panel")
                ? Panel.<Panel>find("from Panel pa join fetch pa.project where pa.publicId = ?1", about.id())
                        .firstResultOptional() : Optional.empty();
    }

    /** The panels of a project, newest first. */
    public static List<Panel> of(Project project) {
        return list("project = ?1 order by id desc", project);
    }

    /**
     * @param edition the edition the person saw; somebody else's change since then is not overwritten
     * @throws Refused when more sit in it than are to
     */
    public PanelEvent.Changed change(Plan plan, int edition) {
        Turn.alone(this);
        if (this.edition != edition) throw new Stale("panel:edited_meanwhile");
        if (endedOn != null) throw new Refused("panel:ended_already");
        plan.check();
        new Roster(this, Seat.of(this), Set.of()).fits(plan);
        become(plan);
        return new PanelEvent.Changed(ref());
    }

    private void become(Plan plan) {
        name = plan.name();
        fromOn = plan.term().from();
        toOn = plan.term().to();
        size = plan.size();
        target = plan.target();
        excludes = plan.excludes().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        minimumAge = plan.minimumAge();
        loadCap = plan.loadCap();
    }

    /**
     * Somebody comes in. Of two at once the second waits here and then counts the first.
     *
     * @throws Refused where a rule of the panel says no; the field is the one to be typed again
     */
    public Seat take(Person person, Seat.Wanted wanted, LocalDate today) {
        Turn.alone(this);
        return Roster.of(this, Seat.of(this), List.of(person), today).take(person, wanted, today);
    }

    /** It ends, and all terms in it with it: what was said and who sat in it stays. */
    public PanelEvent.Ended end(LocalDate today) {
        Turn.alone(this);
        if (endedOn != null) throw new Refused("panel:ended_already");
        Seat.of(this).stream().filter(seat -> !seat.over(today)).forEach(seat -> seat.rise(today, Seat.Reason.PANEL));
        endedOn = today;
        return new PanelEvent.Ended(ref(), project.ref(), today);
    }

    public Term term() {
        return new Term(fromOn, toOn);
    }

    /** What is written now, for whoever is about to change it. */
    public Plan plan() {
        return new Plan(kind, name, term(), size, target, exclusions(), minimumAge, loadCap);
    }

    public Set<Exclusion> exclusions() {
        return Arrays.stream(excludes.split(",")).filter(word -> !word.isEmpty()).map(Exclusion::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Exclusion.class)));
    }

    public boolean excludes(Exclusion who) {
        return exclusions().contains(who);
    }

    /** Whether its time is over or it was ended. */
    public boolean over(LocalDate today) {
        return endedOn != null || toOn.isBefore(today);
    }

    /** As shown: 0 where any number may sit. */
    public int seats() {
        return size == null ? 0 : size;
    }

    /** As shown: 0 where anybody may. */
    public int leastAge() {
        return minimumAge == null ? 0 : minimumAge;
    }

    public boolean council() {
        return kind == Kind.COUNCIL;
    }

    public String path() {
        return project.path() + "/panels/" + publicId;
    }

    public URI address() {
        return URI.create(path());
    }

    public Ref ref() {
        return new Ref("panel", publicId);
    }
}
