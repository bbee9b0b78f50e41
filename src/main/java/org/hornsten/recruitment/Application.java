package org.hornsten.recruitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
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
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;
import org.hornsten.panel.Area;
import org.hornsten.panel.Profile;

/** That somebody would sit in a panel. Who chooses knows it by its number. */
@Entity
public class Application extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public OpenCall call;
    /** Missing where the same person had applied before: then the first time counts. */
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    public Integer number;
    @Enumerated(EnumType.STRING) public Way way;
    public LocalDate receivedOn;
    @ManyToOne(fetch = FetchType.LAZY) public Person typedBy;
    byte[] receipt;
    byte[] contactMark;
    public String phone;
    @Embedded Profile profile;
    String areas;
    @Column(columnDefinition = "text") public String why;
    @Enumerated(EnumType.STRING) public State state;
    @Enumerated(EnumType.STRING) public Mark mark;
    /** In the drawn order; without a draw, among the reserves. */
    public Integer place;
    /** Whether the person has been told of it; anew once something becomes of it. */
    public boolean told;
    public LocalDate answeredOn;
    public LocalDate emptiedOn;

    /** How it came to us. */
    @Schema(name = "ApplicationWay")
    public enum Way { WEB, LETTER, PHONE, PAPER }

    /**
     * {@code AGAIN}: of somebody who had applied already. {@code ASKED}: chosen, and asked to say yes. {@code LAPSED}:
     * asked, and never answered. {@code CALLED_OFF}: the call was called off before anything became of it.
     */
    @Schema(name = "ApplicationState")
    public enum State { RECEIVED, AGAIN, ASKED, RESERVE, NOT_CHOSEN, ACCEPTED, DECLINED, LAPSED, TAKEN_BACK,
            CALLED_OFF }

    /** What staff thinks of it before the call is decided, or what the draw gave. */
    @Schema(name = "ApplicationMark")
    public enum Mark { CHOSEN, RESERVE }

    /** @param typedBy who wrote it down, null for whoever applied by her- or himself */
    static Application received(OpenCall call, Person person, Applicant said, Way way, Person typedBy, byte[] receipt,
                                byte[] contactMark, LocalDate today) {
        Application application = again(call, way, receipt, today);
        application.person = person;
        application.number = call.number();
        application.typedBy = typedBy;
        application.contactMark = contactMark;
        application.phone = said.phone();
        application.profile = Profile.of(said.ageGroup(), said.municipality(), said.language());
        application.areas = said.areas().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        application.why = said.why();
        application.state = State.RECEIVED;
        return application;
    }

    /** Nothing of what was said is kept a second time. */
    static Application again(OpenCall call, Way way, byte[] receipt, LocalDate today) {
        Application application = new Application();
        application.publicId = PublicId.random();
        application.call = call;
        application.way = way;
        application.receivedOn = today;
        application.receipt = receipt;
        application.areas = "";
        application.state = State.AGAIN;
        application.persist();
        return application;
    }

    RecruitmentEvent.Applied applied() {
        return new RecruitmentEvent.Applied(ref(), call.ref(), way);
    }

    /** Those that count, by number; without who took theirs back. */
    public static List<Application> of(OpenCall call) {
        return list("""
                from Application a left join fetch a.person where a.call = ?1 and a.number is not null
                  and a.state <> 'TAKEN_BACK' order by a.number""", call);
    }

    public static Optional<Application> numbered(OpenCall call, int number) {
        return find("""
                from Application a join fetch a.person
                where a.call = ?1 and a.number = ?2 and a.state <> 'TAKEN_BACK'""",
                call, number).firstResultOptional();
    }

    /** Those that were drawn, in drawn order. */
    static List<Application> drawn(OpenCall call) {
        return list("call = ?1 and place is not null order by place", call);
    }

    static List<Integer> numbers(List<Application> all, Mark mark) {
        return all.stream().filter(one -> one.mark == mark).map(one -> one.number).toList();
    }

    /** Those who are asked and do not know it yet. */
    public static List<Application> untold(OpenCall call) {
        return list("""
                from Application a join fetch a.person p where a.call = ?1 and a.state = 'ASKED' and a.told = false
                  and p.erasedAt is null and p.blockedAt is null order by a.number""", call);
    }

    /** The calls of any such, by internal id. */
    public static List<Long> untoldCalls() {
        return getEntityManager().createQuery("""
                select distinct a.call.id from Application a
                where a.told = false and a.state = 'ASKED' and a.person.erasedAt is null and a.person.blockedAt is null
                order by a.call.id""", Long.class).getResultList();
    }

    /** Those who wait for something to become of theirs. */
    static List<Application> waiting(OpenCall call) {
        return list("call = ?1 and state in ('RECEIVED', 'AGAIN', 'ASKED', 'RESERVE')", call);
    }

    static Optional<Application> opened(byte[] receipt) {
        return find("""
                from Application a join fetch a.call c join fetch c.panel pa join fetch pa.project
                left join fetch a.person where a.receipt = ?1 and a.state <> 'TAKEN_BACK'""", (Object) receipt)
                .firstResultOptional();
    }

    /** The one of whoever asks; of one project, for who came by a link or a letter. */
    static Optional<Application> of(Me me, OpenCall call) {
        return find("""
                from Application a join fetch a.call c join fetch c.panel pa join fetch pa.project join fetch a.person p
                where c = ?1 and p.id = ?2 and ?3 in (0, pa.project.id) and a.state <> 'TAKEN_BACK'
                  and a.number is not null
                """, call, me.id(), me.within()).firstResultOptional();
    }

    /** All of a person, whoever asks for it. */
    public static List<Application> everOf(Person person) {
        return list("from Application a join fetch a.call c join fetch c.panel pa join fetch pa.project"
                + " where a.person = ?1 order by a.id", person);
    }

    static Optional<Application> byContact(OpenCall call, byte[] mark) {
        return find("from Application a left join fetch a.person where a.call = ?1 and a.contactMark = ?2", call, mark)
                .firstResultOptional();
    }

    public RecruitmentEvent.Marked mark(Mark wanted) {
        mark = wanted;
        return new RecruitmentEvent.Marked(ref(), call.ref(), number, wanted);
    }

    RecruitmentEvent.Asked ask() {
        state = State.ASKED;
        told = false;
        return new RecruitmentEvent.Asked(ref(), call.ref(), number);
    }

    void reserve(int place) {
        state = State.RESERVE;
        mark = Mark.RESERVE;
        this.place = place;
        told = false;
    }

    void leave() {
        state = State.NOT_CHOSEN;
        told = false;
    }

    void callOff() {
        state = State.CALLED_OFF;
        told = false;
    }

    RecruitmentEvent.Accepted accept(LocalDate today) {
        answer(State.ACCEPTED, today);
        return new RecruitmentEvent.Accepted(ref(), call.ref(), number);
    }

    RecruitmentEvent.Declined decline(LocalDate today) {
        answer(State.DECLINED, today);
        return new RecruitmentEvent.Declined(ref(), call.ref(), number);
    }

    RecruitmentEvent.Lapsed lapse(LocalDate today) {
        answer(State.LAPSED, today);
        return new RecruitmentEvent.Lapsed(ref(), call.ref(), number);
    }

    // Two answers at once, or two browsers: whoever comes second waits and is told.
    private void answer(State said, LocalDate today) {
        Turn.alone(this);
        if (state != State.ASKED) throw new Refused("recruitment:answered_already");
        state = said;
        answeredOn = today;
    }

    /** Before anything is decided; afterwards one declines. */
    RecruitmentEvent.TakenBack takeBack(LocalDate today) {
        if (!takesBack()) throw new Refused("recruitment:taken_back_late");
        empty(today);
        state = State.TAKEN_BACK;
        return new RecruitmentEvent.TakenBack(ref(), call.ref());
    }

    /** That somebody applied, and the number, stay: with them anybody can do the draw again. */
    void empty(LocalDate today) {
        receipt = null;
        contactMark = null;
        phone = null;
        profile = null;
        areas = "";
        why = null;
        emptiedOn = today;
    }

    /** The person leaves the house: nobody draws, chooses or asks somebody who is not there. */
    void forget(LocalDate today) {
        if (takesBack() || asked()) state = State.TAKEN_BACK;
        empty(today);
    }

    public void tell() {
        told = true;
    }

    public boolean takesBack() {
        return state == State.RECEIVED || state == State.AGAIN || state == State.RESERVE
                || state == State.CALLED_OFF && emptiedOn == null;
    }

    public boolean asked() {
        return state == State.ASKED;
    }

    /** Whether staff may open who it is: those only who are to sit in the panel. */
    public boolean opens() {
        return state == State.ASKED || state == State.ACCEPTED;
    }

    public Profile profile() {
        return Optional.ofNullable(profile).orElse(Profile.NONE);
    }

    public Set<Area> areas() {
        return areas.isEmpty() ? Set.of() : Arrays.stream(areas.split(",")).map(Area::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class)));
    }

    Profile.Known known() {
        return new Profile.Known(profile(), areas());
    }

    public Ref ref() {
        return new Ref("application", publicId);
    }
}
