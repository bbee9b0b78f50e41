package org.hornsten.home;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.guardian.GuardianLink;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Entry;
import org.hornsten.letter.LetterBatch;
import org.hornsten.link.PersonalLink;
import org.hornsten.privacy.Journal;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A backup that is older than the end of a right does not bring the right back. */
@QuarkusTest
class RestoredTest {
    @Inject Restored restored;
    @Inject Journal journal;
    @ConfigProperty(name = "hornsten.journal") Path file;

    @Test
    void ended_and_replaced_links_and_codes_stay_ended() {
        Draft draft = World.openDraft();
        Response letters = letters(draft);
        String code = code(letters.path("batch"));
        PersonalLink lettered = link(letters.path("items[0].id"));
        String ended = handedOut(draft);
        String replaced = handedOut(draft);
        PersonalLink first = PersonalLink.opened(replaced).orElseThrow();
        Browser lena = Browser.as(World.lena());
        lena.get(draft.project.path() + "/people").submit("form[action$=/" + PersonalLink.opened(ended).orElseThrow()
                .publicId + "/ending]", Map.of()).is(303);
        lena.get(draft.project.path() + "/people").submit("form:has(input[name=member][value='"
                + number(first) + "'])", Map.of()).is(303);
        lena.get(draft.project.path() + "/people").submit("form:has(input[name=member][value='"
                + number(lettered) + "'])", Map.of()).is(303);

        World.act(() -> PersonalLink.update("endedOn = null where person.id in ?1",
                List.of(first.person.id, lettered.person.id, person(ended))));
        for (String token : List.of(ended, replaced)) assertEquals(200, entered("token", token));
        restored.begin(null);

        for (String token : List.of(ended, replaced)) assertEquals(404, entered("token", token));
        assertEquals(404, entered("code", code));
        assertEquals(1, World.act(() -> PersonalLink.count("person = ?1 and endedOn is null", first.person)));
        assertEquals(1, World.act(() -> PersonalLink.count("person = ?1 and endedOn is null", lettered.person)));
    }

    @Test
    void plain_codes_that_were_destroyed_stay_so() {
        Draft draft = World.openDraft();
        String id = letters(draft).path("batch");
        byte[] sealed = World.act(() -> batch(id).sealed);
        api(World.lena()).body("{}").post("/api/v1/invitations/letters/" + id + "/printed").then().statusCode(204);
        World.act(() -> LetterBatch.update("sealed = ?1, printedOn = null where publicId = ?2", sealed, id));
        assertNotNull(World.act(() -> batch(id).sealed));

        restored.begin(null);

        assertNull(World.act(() -> batch(id).sealed));
    }

    @Test
    void a_guardians_links_that_ended_stay_ended() {
        Membership yrsa = young();
        String replaced = guardians(yrsa);
        String ended = guardians(yrsa);
        as(World.lena()).get(yrsa.path() + "/guardian/link").submit("form[action$=/ending]", Map.of()).is(303);
        World.act(() -> GuardianLink.update("endedOn = null where member.id = ?1", yrsa.id));
        for (String link : List.of(replaced, ended)) nobody().get(link).follow().is(200);

        restored.begin(null);

        for (String link : List.of(replaced, ended)) nobody().get(link).follow().is(404);
    }

    /** The backup has the yes; what came after it, if anything, only the journal knows. */
    @Test
    void a_guardians_yes_that_was_taken_back_after_the_backup_is_taken_back_again() throws IOException {
        Membership takenBack = young();
        Membership again = young();
        Membership untouched = young();
        written("2026-11-20T10:00:00.000Z approved " + in(takenBack), "2026-11-20T12:00:00.000Z disapproved "
                + in(takenBack), "2026-11-20T11:00:00.000Z disapproved " + in(again),
                "2026-11-20T11:00:00.500Z approved " + in(again));
        for (Membership young : List.of(takenBack, again, untouched)) World.act(() ->
                Membership.update("guardianOn = ?1 where id = ?2", World.today(), young.id));

        restored.begin(null);

        assertNull(guardianOn(takenBack));
        assertNotNull(guardianOn(again));
        assertNotNull(guardianOn(untouched));
        long entries = Entry.count();
        restored.begin(null);
        assertEquals(entries, Entry.count());
    }

    @Test
    void a_yes_taken_back_by_the_link_is_written_down_and_one_given_anew_later_stays() {
        Membership yrsa = young();
        String link = guardians(yrsa);
        for (String said : List.of("approved", "refused")) nobody().get(link).follow()
                .submit("main button[value=" + said + "]", Map.of()).is(303);
        List<Journal.Line> lines = journal.lines().stream()
                .filter(line -> line.person().filter(yrsa.person.publicId::equals).isPresent()).toList();
        assertEquals(List.of("approved", "disapproved"), lines.stream().map(Journal.Line::verb).toList());
        assertTrue(lines.stream().allMatch(journal::known));
        World.act(() -> Membership.update("guardianOn = ?1 where id = ?2", World.today(), yrsa.id));

        restored.begin(null);

        assertNotNull(guardianOn(yrsa), "the database knows what was taken back, so this yes is younger");
    }

    @Test
    void who_was_blocked_after_the_backup_is_blocked_again_and_who_was_let_in_is_in() throws IOException {
        Person blocked = somebody();
        Person both = somebody();
        written("2026-11-20T10:00:00.000Z blocked person:" + blocked.publicId,
                "2026-11-20T12:00:00.000Z blocked person:" + both.publicId,
                "2026-11-20T11:00:00.000Z unblocked person:" + both.publicId,
                "2026-11-20T12:00:00.500Z unblocked person:" + both.publicId);

        restored.begin(null);

        assertTrue(Person.active(blocked.publicId).isEmpty());
        assertTrue(Person.active(both.publicId).isPresent());
        long entries = Entry.count();
        restored.begin(null);
        assertEquals(entries, Entry.count());
        assertTrue(Person.active(blocked.publicId).isEmpty());

        written("2099-11-20T10:00:00.000Z unblocked person:" + blocked.publicId);
        restored.begin(null);
        assertTrue(Person.active(blocked.publicId).isPresent());
    }

    /** Another node let the person in while this one was down, and its file does not know it yet. */
    @Test
    void a_journal_that_is_older_than_the_database_blocks_nobody() {
        Person person = somebody();
        String address = "/administration/people/" + person.publicId;
        Browser alva = Browser.as(World.alva());
        alva.post(address, address + "/blocking", "reason", "MISUSE").is(303);
        Journal.Line line = journal.lines().stream().filter(one -> one.about().id().equals(person.publicId))
                .findFirst().orElseThrow();
        assertEquals("blocked", line.verb());
        assertTrue(journal.known(line));
        World.act(() -> Person.update("blockedAt = null where id = ?1", person.id));

        restored.begin(null);

        assertTrue(Person.active(person.publicId).isPresent());
        World.act(() -> forget(person));
    }

    private static String in(Membership member) {
        return "project:" + member.project.publicId + " person:" + member.person.publicId;
    }

    private static LocalDate guardianOn(Membership member) {
        return World.act(() -> Membership.<Membership>findById(member.id).guardianOn);
    }

    private static Membership young() {
        Project project = World.project();
        return World.act(() -> {
            Person person = Person.withoutAccount("Yrsa Ylander", null, PersonKind.YOUNG_PERSON, "sv", null);
            person.isOf(AgeBand.UNDER_13);
            return Membership.of(Project.findById(project.id), person, Membership.Role.PARTICIPANT, person.kind);
        });
    }

    private static String guardians(Membership member) {
        String shown = as(World.lena()).get(member.path() + "/guardian/link").submit("form[action$=/link]", Map.of())
                .follow().is(200).document().select(".once").text();
        return shown.substring(shown.indexOf("/guardian/"));
    }

    private static long forget(Person person) {
        return Person.getEntityManager().createNativeQuery("delete from block where person_id = ?1")
                .setParameter(1, person.id).executeUpdate();
    }

    private void written(String... lines) throws IOException {
        Files.write(file, List.of(lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Person somebody() {
        return World.act(() -> Person.withoutAccount("Någon " + UUID.randomUUID(), null, PersonKind.CUSTOMER, "sv",
                null));
    }

    private static Response letters(Draft draft) {
        return api(World.lena()).body(Map.of("about", draft.ref(), "channel", "letter", "to", List.of(Map.of("kind",
                "customer", "language", "sv", "name", "Brita")))).post("/api/v1/invitations");
    }

    private static String handedOut(Draft draft) {
        return api(World.lena()).body(Map.of("about", draft.ref(), "channel", "handed_out", "to", List.of(Map.of(
                "kind", "customer", "language", "sv", "name", "Satu")))).post("/api/v1/invitations").then()
                .statusCode(201).extract().path("items[0].token");
    }

    private static String code(String batch) {
        return api(World.lena()).get("/api/v1/invitations/letters/" + batch + "?format=csv").then().statusCode(200)
                .extract().asString().lines().toList().get(1).replaceFirst(".*,\"(.*)\"", "$1");
    }

    private static int entered(String what, String secret) {
        return RestAssured.given().contentType("application/json").body(Map.of(what, secret)).post("/api/v1/access")
                .statusCode();
    }

    private static PersonalLink link(String id) {
        return PersonalLink.<PersonalLink>find("from PersonalLink l join fetch l.person join fetch l.project"
                + " where l.publicId = ?1", id).singleResult();
    }

    private static Long person(String token) {
        return PersonalLink.<PersonalLink>find("hash = ?1", (Object) Secrets.fingerprint(token))
                .singleResult().person.id;
    }

    private static int number(PersonalLink link) {
        return Membership.<Membership>find("project = ?1 and person = ?2", link.project, link.person).singleResult()
                .number;
    }

    private static LetterBatch batch(String id) {
        return LetterBatch.<LetterBatch>find("publicId", id).singleResult();
    }
}
