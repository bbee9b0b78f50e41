package org.hornsten.home;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hornsten.Browser;
import org.hornsten.Dump;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.identity.Visits;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.privacy.Disclosure;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;
import org.hornsten.privacy.Journal;
import org.hornsten.privacy.Retention;
import org.hornsten.project.Level;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What has had its time goes on its day, once, and nothing goes before. Each test has a day of its own. */
@QuarkusTest
class RetentionTest {
    /** Kinds with a time of their own; all others go with the person, or are kept for good. */
    private static final int ENDING = 10;

    @Inject Retention retention;
    @Inject Visits visits;
    @Inject Journal journal;

    @Test
    void words_go_after_the_months_their_project_says() {
        LocalDate day = World.today().plusDays(1);
        Draft draft = World.openDraft();
        Contribution old = aged(World.said(draft, "Detta sades för länge sedan."), day.minusMonths(60).minusDays(1));
        Contribution young = aged(World.said(draft, "Detta sades i går."), day.minusMonths(60));
        Draft brief = World.openDraft();
        World.act(() -> Project.update("wordsMonths = 1 where id = ?1", brief.project.id));
        Contribution shorter = aged(World.said(brief, "Detta skulle glömmas snart."), day.minusMonths(1).minusDays(1));
        assertTrue(due(Holding.WORDS, day) >= 2);

        retention.run(day);

        assertFalse(words(old).contains("sades"));
        assertEquals(old.words.length(), words(old).length());
        assertFalse(words(shorter).contains("glömmas"));
        assertEquals("Detta sades i går.", words(young));
        assertEquals(1, Entry.count("verb = 'forgotten' and aboutId = ?1", old.publicId));
        assertEquals(0, due(Holding.WORDS, day));
    }

    @Test
    void who_never_came_is_forgotten_ninety_days_after_the_last_round() {
        LocalDate day = World.today().plusDays(2);
        Draft draft = World.openDraft();
        Person silent = invited(draft, false);
        Person came = invited(draft, true);
        Draft later = World.openDraft();
        Person waiting = invited(later, false);
        retention.run(day.minusDays(10));
        assertEquals("Sigrid", again(silent).name, "the round is open");
        closed(draft, day.minusDays(91));
        closed(later, day.minusDays(89));

        retention.run(day);

        assertTrue(again(silent).erasedAt != null && again(silent).name.isEmpty() && again(silent).email == null);
        assertEquals("Sigrid", again(came).name);
        assertEquals("Sigrid", again(waiting).name);
    }

    @Test
    void who_read_what_is_told_for_two_years() {
        LocalDate day = World.today().plusDays(3);
        Project project = World.project();
        Person person = World.act(() -> Person.withoutAccount("Sigrid", null, PersonKind.CUSTOMER, "sv", null));
        opened(project, person, day.minusYears(2).minusDays(2));
        opened(project, person, day.minusYears(2).plusDays(2));

        retention.run(day);

        assertEquals(1, Disclosure.count("person", person));
    }

    @Test
    void that_a_form_was_sent_is_forgotten_after_three_months() {
        LocalDate day = World.today().plusDays(4);
        form(YearMonth.from(day).minusMonths(4));
        form(YearMonth.from(day).minusMonths(3));

        retention.run(day);

        List<Map<String, String>> forms = Dump.taken().rows("submission");
        assertTrue(forms.stream().noneMatch(form -> form.get("month").equals("" + YearMonth.from(day).minusMonths(4))));
        assertTrue(forms.stream().anyMatch(form -> form.get("month").equals("" + YearMonth.from(day).minusMonths(3))));
    }

    @Test
    void an_account_nobody_uses_is_erased_after_two_years_and_seen_coming() {
        LocalDate day = World.today().plusDays(6);
        Person gone = account(day.minusMonths(24).minusDays(1));
        Person tomorrow = account(day.minusMonths(24));
        Person seen = account(day.minusMonths(22));
        Person alone = account(day.minusYears(3));
        Person blocked = account(day.minusYears(3));
        World.act(() -> Membership.of(Project.setUp(again(alone), plan(), day), again(alone), Membership.Role.LEAD,
                PersonKind.PROFESSIONAL));
        World.act(() -> Person.update("blockedAt = ?1 where id = ?2", noon(day), blocked.id));
        assertEquals(List.of(gone.userName), comes(day).filter(soon -> soon.goesOn().equals(day))
                .map(Expiry.Soon::who).toList());
        assertEquals(List.of(day.plusDays(1)), comes(day).filter(soon -> soon.who().equals(tomorrow.userName))
                .map(Expiry.Soon::goesOn).toList());
        assertTrue(comes(day).noneMatch(soon -> List.of(seen.userName, alone.userName, blocked.userName)
                .contains(soon.who())));
        assertEquals(1, due(Holding.ACCOUNT, day));

        retention.run(day);

        assertTrue(again(gone).erasedAt != null && again(gone).userName == null && again(gone).lastSeenOn == null);
        assertEquals(1, Entry.count("verb = 'left' and aboutId = ?1 and actor is null", gone.publicId));
        for (Person stays : List.of(tomorrow, seen, alone, blocked)) assertTrue(again(stays).erasedAt == null);
        assertTrue(journal.lines().stream()
                .anyMatch(line -> line.about().id().equals(gone.publicId)), "a restored backup keeps it erased");
    }

    @Test
    void coming_here_keeps_the_account_and_reading_writes_nothing() {
        Person oskar = World.oskar();
        LocalDate longAgo = World.today().minusMonths(23);
        visits.write();
        World.act(() -> Person.update("lastSeenOn = ?1 where id = ?2", longAgo, oskar.id));
        as(World.alva()).get("/administration/retention").shows("outsider");
        as(oskar).get("/projects").is(200);
        assertEquals(longAgo, again(oskar).lastSeenOn, "the page itself has written nothing");
        visits.write();
        assertEquals(World.today(), again(oskar).lastSeenOn);
        as(World.alva()).get("/administration/retention").hides("outsider");
        World.act(() -> Person.update("lastSeenOn = ?1 where id = ?2", longAgo, oskar.id));
        visits.write();
        assertEquals(longAgo, again(oskar).lastSeenOn, "who did not come is not written down again");
        Browser.api(oskar).get("/api/v1/me").then().statusCode(200);
        visits.write();
        assertEquals(World.today(), again(oskar).lastSeenOn, "a program of theirs is a visit too");
    }

    @Test
    void a_day_is_taken_once_by_however_many_nodes() throws Exception {
        LocalDate day = World.today().plusDays(5);
        Contribution old = aged(World.said(World.openDraft(), "Detta är gammalt."), day.minusYears(6));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        nodes.invokeAll(IntStream.range(0, 4).<Callable<Object>>mapToObj(node -> () -> {
            retention.run(day);
            return node;
        }).toList());
        nodes.shutdown();
        assertEquals(1, Entry.count("verb = 'forgotten' and aboutId = ?1", old.publicId));
        assertEquals(ENDING, Dump.taken().rows("retention_run").stream()
                .filter(row -> row.get("on_day").equals(day.toString())).count());
    }

    @Test
    void an_administrator_sees_what_would_go_and_nothing_goes_by_looking() {
        Contribution old = aged(World.said(World.openDraft(), "Detta är uråldrigt."), World.today().minusYears(9));
        long entries = Entry.count();
        Browser.Page page = as(World.alva()).reading("sv").get("/administration/retention").shows("Det du säger");
        assertTrue(page.document().select("tbody tr").size() >= 4);
        assertTrue(Integer.parseInt(page.document().select("tr:contains(Det du säger) td.govuk-table__cell--numeric")
                .text()) >= 1, page.document().text());
        assertEquals("Detta är uråldrigt.", words(old));
        assertEquals(entries, Entry.count());
        as(World.lena()).get("/administration/retention").is(404);
    }

    private Stream<Expiry.Soon> comes(LocalDate day) {
        return World.act(() -> retention.soon(day)).stream().filter(soon -> soon.who().startsWith("unused-"));
    }

    private static Person account(LocalDate lastSeen) {
        return World.act(() -> {
            Person person = Person.named("Ulla", "unused-" + UUID.randomUUID(), Role.PARTICIPANT,
                    PersonKind.COUNCIL_REPRESENTATIVE, "sv");
            Person.flush();
            Person.update("lastSeenOn = ?1 where id = ?2", lastSeen, person.id);
            return person;
        });
    }

    private static Project.Plan plan() {
        return new Project.Plan("ensam-" + UUID.randomUUID().toString().substring(0, 8), Multilingual.of("Ensam",
                "Yksin", "Alone"), Multilingual.none(), Level.CONSULT, Multilingual.none(), Stage.DRAFT,
                List.of("sv"), List.of(), false);
    }

    private long due(Holding holding, LocalDate day) {
        return World.act(() -> retention.prospects(day)).stream().filter(p -> p.holding() == holding).findFirst()
                .orElseThrow().due();
    }

    private static Contribution aged(Contribution said, LocalDate on) {
        World.act(() -> Contribution.update("receivedOn = ?1 where id = ?2", on, said.id));
        return said;
    }

    private static String words(Contribution said) {
        return World.act(() -> Contribution.<Contribution>findById(said.id).words);
    }

    private static Person invited(Draft draft, boolean came) {
        return World.act(() -> {
            Project project = Project.findById(draft.project.id);
            Person person = Person.withoutAccount("Sigrid", null, PersonKind.CUSTOMER, "sv", "sigrid@example.org");
            Membership.of(project, person, Membership.Role.PARTICIPANT, person.kind);
            PersonalLink link = PersonalLink.forPerson(project, person, project.ref(), null, World.today())
                    .link();
            PersonalLink.flush();
            PersonalLink.update("used = ?1 where id = ?2", came, link.id);
            return person;
        });
    }

    private static void closed(Draft draft, LocalDate on) {
        World.act(() -> Round.update("""
                closedAt = ?1 where version.id in (select v.id from Version v where v.draft = ?2)""", noon(on), draft));
    }

    private static void opened(Project project, Person person, LocalDate on) {
        World.act(() -> {
            Disclosure.open(Person.findById(World.lena().id), Person.findById(person.id), project.ref(),
                    Disclosure.Purpose.REQUEST, Clock.fixed(noon(on), Clock.systemDefaultZone().getZone()));
            return on;
        });
    }

    private static void form(YearMonth month) {
        World.act(() -> Panache.getEntityManager().createNativeQuery(
                "insert into submission (mark, fingerprint, month, result) values (?1, ?1, ?2, '')")
                .setParameter(1, UUID.randomUUID().toString().substring(0, 32).getBytes())
                .setParameter(2, month.toString()).executeUpdate());
    }

    private static Instant noon(LocalDate day) {
        return Time.now().plus(ChronoUnit.DAYS.between(World.today(), day), ChronoUnit.DAYS);
    }

    private static Person again(Person person) {
        return World.act(() -> Person.findById(person.id));
    }
}
