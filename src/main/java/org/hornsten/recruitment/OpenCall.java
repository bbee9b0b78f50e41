package org.hornsten.recruitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Formula;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Reach;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Turn;
import org.hornsten.lot.Draw;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Panel;
import org.hornsten.project.Project;

/** A call anybody may answer who wants to sit in a panel, until a day. */
@Entity
public class OpenCall extends PanacheEntity {
    private static final String LED = """
            from OpenCall c join fetch c.panel pa join fetch pa.project pr where c.publicId = ?1 and exists (
              select 1 from Membership m where m.project = pr and m.person.id = ?2 and ?3 in (0,
                      pr.id) and m.role in\s""";

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Panel panel;
    /** What the panel does; how often it meets; what one is paid. */
    @Column(columnDefinition = "longtext") public Multilingual words;
    @Column(columnDefinition = "longtext") public Multilingual rhythm;
    @Column(columnDefinition = "longtext") public Multilingual fee;
    public Instant opensAt;
    public Instant closesAt;
    public int youngest;
    /** Missing where there is no upper end. */
    public Integer oldest;
    public int places;
    public int reserves;
    @Enumerated(EnumType.STRING) public Method method;
    public boolean asksAreas;
    public boolean asksWhy;
    /** The public draw whose numbers are the seed; empty where the house has drawn one and promised it. */
    @Column(columnDefinition = "longtext") public Multilingual source;
    public String promise;
    byte[] sealedSeed;
    /** Known from the draw on. */
    public String seed;
    public int keepDays;
    public int numbered;
    public Instant decidedAt;
    /** Missing until then. */
    @ManyToOne(fetch = FetchType.LAZY) public Person decidedBy;
    /** When nothing more could come of it: its panel was ended before that was decided, or nobody decided in time. */
    public Instant offAt;
    /** Who had letters written to the sample; missing until somebody has. */
    @ManyToOne(fetch = FetchType.LAZY) public Person lettersBy;
    @Version public int edition;
    /** Judged by the database's clock, the only one all servers share. */
    @Formula("(case when decided_at is not null then 'DECIDED' when off_at is not null then 'CALLED_OFF'"
            + " when opens_at > utc_timestamp(6) then 'PLANNED'"
            + " when closes_at > utc_timestamp(6) then 'OPEN' else 'CLOSED' end)")
    @Enumerated(EnumType.STRING) public State state;

    /** How those are found who are asked. */
    @Schema(name = "CallMethod")
    public enum Method { DRAW, CHOICE }

    @Schema(name = "CallState")
    public enum State { PLANNED, OPEN, CLOSED, DECIDED, CALLED_OFF }

    public static OpenCall announced(Panel panel, CallPlan plan, Secrets secrets) {
        plan.check(Instant.MIN);
        OpenCall call = new OpenCall();
        call.publicId = PublicId.random();
        call.panel = panel;
        call.become(plan);
        String seed = LinkToken.random();
        call.promise = Draw.promise(seed);
        call.sealedSeed = Seal.close(secrets.key("call seed"), call.publicId, seed.getBytes(StandardCharsets.UTF_8));
        call.persist();
        // the database says what state it is in
        Turn.alone(call);
        return call;
    }

    /** Those that closed before that day and were neither decided nor called off. */
    static List<OpenCall> undecided(LocalDate day) {
        return list("closesAt < ?1 and decidedAt is null and offAt is null",
                day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public RecruitmentEvent.Announced announced() {
        return new RecruitmentEvent.Announced(ref(), panel.ref(), method);
    }

    /** What anybody may read once it is open; before that, who works on the project. */
    static OpenCall visibleTo(Me me, String id) {
        return OpenCall.<OpenCall>find("""
                from OpenCall c join fetch c.panel pa join fetch pa.project where c.publicId = ?1""", id)
                .firstResultOptional().filter(call -> call.state != State.PLANNED || staffed(me, id))
                .orElseThrow(me::nothing);
    }

    private static boolean staffed(Me me, String id) {
        return me.signedIn() && find(LED + "('LEAD', 'FACILITATOR'))", id, me.id(), me.within()).firstResultOptional()
                .isPresent();
    }

    static boolean led(Me me, OpenCall call) {
        return find(LED + "('LEAD'))", call.publicId, me.id(), me.within()).firstResultOptional().isPresent();
    }

    public static OpenCall ledBy(Me me, String id) {
        return OpenCall.<OpenCall>find(LED + "('LEAD'))", id, me.id(), me.within()).firstResultOptional()
                .orElseThrow(me::nothing);
    }

    public static OpenCall staffedBy(Me me, String id) {
        return OpenCall.<OpenCall>find(LED + "('LEAD', 'FACILITATOR'))", id, me.id(), me.within())
                .firstResultOptional().orElseThrow(me::nothing);
    }

    static Optional<OpenCall> of(Ref about) {
        return List.of("call", "offer").contains(about.kind()) ? OpenCall.<OpenCall>find(
                "from OpenCall c join fetch c.panel pa join fetch pa.project where c.publicId = ?1", about.id())
                .firstResultOptional() : Optional.empty();
    }

    /** Those to one panel. */
    static List<OpenCall> of(Panel panel) {
        return list("from OpenCall c join fetch c.panel pa join fetch pa.project where pa = ?1 order by c.id", panel);
    }

    /** Newest first. */
    public static List<OpenCall> of(Project project) {
        return list("from OpenCall c join fetch c.panel pa where pa.project = ?1 order by c.id desc", project);
    }

    /** Those anybody can answer now; those that end first come first. */
    public static List<OpenCall> open(int most) {
        return OpenCall.<OpenCall>find("""
                from OpenCall c join fetch c.panel pa join fetch pa.project
                where c.state = 'OPEN' and pa.endedOn is null order by c.closesAt, c.id""").page(0, most).list();
    }

    /** Those of a project that anybody can answer now. */
    public static List<OpenCall> openIn(Project project) {
        return list("""
                from OpenCall c join fetch c.panel pa
                where pa.project = ?1 and c.state = 'OPEN' and pa.endedOn is null order by c.id""", project);
    }

    /** As long as nobody can have read it. */
    public RecruitmentEvent.Altered change(CallPlan plan) {
        Turn.alone(this);
        if (state != State.PLANNED) throw new Refused("recruitment:call_fixed");
        plan.check(Instant.MIN);
        become(plan);
        return new RecruitmentEvent.Altered(ref());
    }

    private void become(CallPlan plan) {
        words = plan.words();
        rhythm = plan.rhythm();
        fee = plan.fee();
        opensAt = plan.opensAt();
        closesAt = plan.closesAt();
        youngest = plan.youngest();
        oldest = plan.oldest();
        places = plan.places();
        reserves = plan.reserves();
        method = plan.method();
        asksAreas = plan.asksAreas();
        asksWhy = plan.asksWhy();
        source = plan.source();
        keepDays = plan.keepDays();
    }

    public CallPlan plan() {
        return new CallPlan(words, rhythm, fee, opensAt, closesAt, youngest, oldest, places, reserves, method,
                asksAreas,
                asksWhy, source, keepDays);
    }

    /** Nothing becomes of it: nobody can apply any more, and who has applied is told so. */
    RecruitmentEvent.CalledOff callOff(Instant now, int people) {
        if (state != State.DECIDED) {
            sealedSeed = null;
            offAt = now;
            state = State.CALLED_OFF;
        }
        return new RecruitmentEvent.CalledOff(ref(), panel.ref(), people);
    }

    /** When nothing more was to come of it. */
    Optional<Instant> endedAt() {
        return Optional.ofNullable(decidedAt).or(() -> Optional.ofNullable(offAt));
    }

    /** More time, also when it was over already; never less. */
    public RecruitmentEvent.Prolonged prolong(Instant until, Instant now) {
        Turn.alone(this);
        if (state == State.DECIDED) throw new Refused("until", "recruitment:decided_already");
        checkGoesOn("until");
        if (until == null || !until.isAfter(closesAt) || !until.isAfter(now))
            throw new Refused("until", "recruitment:until_later");
        Reach.check("until", until);
        closesAt = until;
        if (state == State.CLOSED) state = State.OPEN;
        return new RecruitmentEvent.Prolonged(ref(), until);
    }

    /** The next number. Whoever calls holds the call, so that no number is given twice. */
    int number() {
        return ++numbered;
    }

    /** Whether the seed is what others draw in public. */
    public boolean seededInPublic() {
        return !source.isEmpty();
    }

    /**
     * The seed comes to light, and the call is decided.
     *
     * @param typed the numbers of the public draw, where the seed comes from one
     */
    String unseal(Secrets secrets, String typed, Instant now) {
        seed = seededInPublic() ? text(typed) : new String(Seal.open(secrets.key("call seed"), publicId, sealedSeed),
                StandardCharsets.UTF_8);
        decide(now);
        return seed;
    }

    void decide(Instant now) {
        sealedSeed = null;
        decidedAt = now;
        state = State.DECIDED;
    }

    // What stands in a newspaper has spaces and line breaks nobody can count.
    private static String text(String typed) {
        String seed = Optional.ofNullable(typed).orElse("").strip().replaceAll("[\\s\\p{Z}]+", " ");
        if (seed.isEmpty()) throw new Refused("seed", "recruitment:seed_missing");
        if (seed.length() > 200) throw new Refused("seed", "web:too_long", 200);
        return seed;
    }

    /** What anybody types who wants to check that the seed is the one promised. */
    public String seedCommand() {
        return Draw.command(seed);
    }

    /** What anybody types who wants to check the mark of a number. */
    public String command(int number) {
        return Draw.command(seed + ":" + number);
    }

    /** Whether anybody of that group may be in it. */
    public boolean asks(AgeGroup group) {
        return group.to() >= youngest && (oldest == null || group.from <= oldest);
    }

    public boolean planned() {
        return state == State.PLANNED;
    }

    /** Whether one can apply now; not to a panel that has been ended. */
    public boolean open() {
        return state == State.OPEN && panel.endedOn == null;
    }

    public boolean closed() {
        return state == State.CLOSED;
    }

    public boolean decided() {
        return state == State.DECIDED;
    }

    public boolean calledOff() {
        return state == State.CALLED_OFF;
    }

    /** Whether it was called off because nobody decided on it, not because its panel was ended. */
    public boolean undecided() {
        return calledOff() && panel.endedOn == null;
    }

    /** @param field where the form says no; empty for the whole of it */
    public void checkGoesOn(String field) {
        if (calledOff()) throw new Refused(field, undecided() ? "recruitment:called_off" : "panel:ended_already");
    }

    public boolean drawn() {
        return method == Method.DRAW;
    }

    public void letters(Person by) {
        lettersBy = by;
    }

    /** The seat that is offered to those who are chosen: where one says yes or no. */
    public Ref offer() {
        return new Ref("offer", publicId);
    }

    public String path() {
        return "/calls/" + publicId;
    }

    /** Where its lead works. */
    public String desk() {
        return panel.project.path() + "/calls/" + publicId;
    }

    public Ref ref() {
        return new Ref("call", publicId);
    }
}
