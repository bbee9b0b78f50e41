package org.hornsten.blocking;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hornsten.Browser;
import org.hornsten.Statements;
import org.hornsten.World;
import org.hornsten.identity.Passes;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An administrator shuts somebody out, from the next request on, and lets the person in again. */
@QuarkusTest
class BlockingPagesTest {
    private static final String SEARCH = "/administration/people";

    @Inject Passes passes;

    /** Somebody without an account in a project, by a name nobody else has. */
    private record Guest(Person person, Project project, String first, String last) {
        static Guest there() {
            String mark = UUID.randomUUID().toString().substring(0, 8);
            Project project = World.project();
            Person person = World.act(() -> {
                Person met = Person.withoutAccount("Gerd" + mark + " Ek" + mark, "Tranan " + mark, PersonKind.CUSTOMER,
                        "sv", mark + "@example.org");
                Membership.of(Project.findById(project.id), met, Membership.Role.PARTICIPANT, met.kind);
                return met;
            });
            return new Guest(person, project, "Gerd" + mark, "Ek" + mark);
        }

        String link() {
            return World.act(() -> PersonalLink.forPerson(Project.findById(project.id), Person.findById(person.id),
                    project.ref(), null, World.today())).token();
        }

        String page() {
            return SEARCH + "/" + person.publicId;
        }
    }

    @Test
    void a_participant_is_found_by_whole_words_of_the_name_and_by_mail_and_stays_masked() {
        Guest gerd = Guest.there();
        Browser alva = as(World.alva());
        long before = Entry.count();
        for (String asked : List.of(gerd.first(), gerd.last().toUpperCase(), gerd.first() + " " + gerd.last(),
                gerd.person().email)) {
            Browser.Page found = alva.post(SEARCH, SEARCH, "who", asked).shows(gerd.person().pseudonym);
            assertFalse(found.document().select("main ul").text().contains(gerd.first()), asked);
            assertEquals(SEARCH, found.path);
        }
        String part = gerd.first().substring(0, gerd.first().length() - 1);
        for (String asked : List.of(part, "%" + part, "_erd" + gerd.first().substring(4), gerd.person().email + "x"))
            alva.post(SEARCH, SEARCH, "who", asked).shows("Ingen hittades").hides(gerd.person().pseudonym);
        alva.post(SEARCH, SEARCH, "who", " ab ").refuses("who");
        alva.get(gerd.page()).shows(gerd.person().pseudonym).hides(gerd.first()).hides(gerd.person().email);
        assertEquals(before, Entry.count());
    }

    @Test
    void a_name_is_opened_for_a_purpose_that_is_kept() {
        Guest gerd = Guest.there();
        Browser alva = as(World.alva());
        alva.post(gerd.page(), gerd.page()).refuses("purpose");
        alva.post(gerd.page(), gerd.page(), "purpose", "SAFETY").seesOther(gerd.page());
        alva.get(gerd.page()).shows(gerd.first()).shows(gerd.person().email);
        alva.post(SEARCH, SEARCH, "who", gerd.last()).shows(gerd.first() + " " + gerd.last());
        assertEquals(1, kept("disclosed", gerd.person()));
    }

    @Test
    void who_works_here_is_found_by_a_part_of_the_name_and_shown() {
        Person nils = staff(Role.FACILITATOR);
        as(World.alva()).post(SEARCH, SEARCH, "who", nils.name.substring(2, 9)).shows(nils.name).shows(nils.userName);
    }

    @Test
    void the_session_by_a_link_the_link_and_the_token_end_at_once_and_rest_until_unblocked() {
        Guest gerd = Guest.there();
        String link = gerd.link();
        Browser browser = nobody();
        browser.get("/link/" + link).follow().submit("main form", Map.of()).is(303);
        String token = access(link).then().statusCode(200).extract().path("token");
        browser.get(gerd.project().path()).is(200);

        block(as(World.alva()), gerd, "reason", "HANDS").seesOther(gerd.page());

        browser.get(gerd.project().path()).is(303);
        browser.get("/me").is(303);
        me(token).then().statusCode(401);
        access(link).then().statusCode(404);
        nobody().get("/link/" + link).follow().is(404);

        as(World.alva()).post(gerd.page(), gerd.page() + "/unblocking").seesOther(gerd.page());
        browser.get(gerd.project().path()).is(200);
        access(link).then().statusCode(200);
        assertEquals(1, kept("blocked", gerd.person()));
        assertEquals(1, kept("unblocked", gerd.person()));
    }

    @Test
    void who_works_here_is_out_at_the_next_request_of_page_and_program() {
        Person nils = staff(Role.LEAD);
        String pass = passes.issue(nils, Duration.ofHours(1)).token();
        page(pass).then().statusCode(200);
        me(pass).then().statusCode(200);
        Project led = World.project();
        World.act(() -> Membership.of(Project.findById(led.id), Person.findById(nils.id), Membership.Role.LEAD,
                nils.kind));
        Project alone = World.act(() -> {
            Project project = Project.findById(led.id);
            Membership.delete("project = ?1 and role = ?2 and person.id <> ?3", project, Membership.Role.LEAD, nils.id);
            return project;
        });
        String address = SEARCH + "/" + nils.publicId;
        as(World.alva()).get(address).shows("har de här projekten ingen ledare").shows(alone.title.in("sv"));

        as(World.alva()).post(address, address + "/blocking", "reason", "GONE").seesOther(address);

        page(pass).then().statusCode(303);
        me(pass).then().statusCode(401);
        assertTrue(Person.called(nils.userName).isEmpty());
        as(World.alva()).get(SEARCH).shows(nils.name);
        as(World.alva()).get(address).shows("Spärrad av Alva").shows("Arbetar eller deltar inte längre här");
    }

    @Test
    void what_an_administrator_opens_takes_eight_statements_at_most() {
        Person nils = staff(Role.LEAD);
        for (int i = 0; i < 5; i++) {
            Project led = World.project();
            World.act(() -> {
                Membership.delete("project.id = ?1 and role = ?2", led.id, Membership.Role.LEAD);
                return Membership.of(Project.findById(led.id), Person.findById(nils.id), Membership.Role.LEAD, nils.kind);
            });
        }
        Browser alva = as(World.alva());
        for (String page : List.of(SEARCH, SEARCH + "/" + nils.publicId)) {
            alva.get(page).is(200);
            List<String> heard = Statements.during(() -> alva.get(page));
            assertTrue(heard.size() <= 8, page + "\n" + String.join("\n", heard));
        }
    }

    @Test
    void a_reason_is_chosen_or_written_and_the_ledger_holds_no_words() {
        Guest gerd = Guest.there();
        Browser alva = as(World.alva());
        block(alva, gerd).refuses("reason");
        block(alva, gerd, "reason", "OTHER", "words", "  ").refuses("words");
        block(alva, gerd, "reason", "OTHER", "words", "x".repeat(1001)).refuses("words");
        String words = "Ringer på natten, " + UUID.randomUUID();
        block(alva, gerd, "reason", "OTHER", "words", words).seesOther(gerd.page());
        alva.get(gerd.page()).shows(words);
        Entry entry = Entry.<Entry>find("verb = 'blocked' and aboutId = ?1", gerd.person().publicId).singleResult();
        assertTrue(entry.payload.contains("other") && !entry.payload.contains("natten"), entry.payload);
        assertEquals(422, alva.smuggled(gerd.page() + "/blocking", Map.of("reason", "GONE", "words", "")));
        alva.post(gerd.page(), gerd.page() + "/unblocking").is(303);
        assertEquals(0, Block.count("person", gerd.person()));
        assertEquals(0, Block.count("words", words));
    }

    @Test
    void nobody_blocks_oneself() {
        Browser alva = as(World.alva());
        String own = SEARCH + "/" + World.alva().publicId;
        assertTrue(alva.get(own).shows("Du kan inte spärra dig själv").document()
                .select("form[action$=/blocking]").isEmpty());
        Guest gerd = Guest.there();
        alva.get(gerd.page()).submit("form[action$=/blocking]", Map.of("reason", "GONE"));
        assertEquals(422, alva.smuggled(own + "/blocking", Map.of("reason", "GONE", "words", "")));
        assertTrue(Person.active(World.alva().publicId).isPresent());
    }

    @Test
    void the_last_administrator_stays() {
        World.alva();
        Person last = staff(Role.ADMINISTRATOR);
        // somebody whose task as an administrator the house has not written down yet
        Person coming = staff(Role.LEAD);
        QuarkusTransaction.begin();
        try {
            Person.update("blockedAt = ?1 where role = ?2 and id <> ?3", Instant.now(), Role.ADMINISTRATOR, last.id);
            Refused no = assertThrows(Refused.class, () -> Block.made(Person.findById(coming.id),
                    Person.findById(last.id), Block.Reason.GONE, "", Instant.now()));
            assertEquals("blocking:last_administrator", no.key);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void of_two_administrators_who_block_each_other_at_once_one_stays() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<Person> two = List.of(staff(Role.ADMINISTRATOR), staff(Role.ADMINISTRATOR));
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService both = Executors.newFixedThreadPool(2);
            List<Future<Integer>> sent = Stream.of(0, 1).map(who -> both.submit(() -> {
                String pass = passes.issue(two.get(who), Duration.ofHours(1)).token();
                String address = SEARCH + "/" + two.get(1 - who).publicId;
                String token = RestAssured.given().cookie("hornsten", pass).get(address).htmlPath()
                        .getString("**.find { it.@name == 'token' }.@value");
                start.await();
                return RestAssured.given().redirects().follow(false).cookie("hornsten", pass)
                        .header("Sec-Fetch-Site", "same-origin").formParam("token", token)
                        .formParam("reason", "GONE").formParam("words", "").post(address + "/blocking").statusCode();
            })).toList();
            List<Integer> answers = List.of(sent.get(0).get(), sent.get(1).get());
            both.shutdown();
            assertEquals(1, answers.stream().filter(status -> status == 303).count(), answers.toString());
            assertEquals(1, Person.count("id in ?1 and blockedAt is not null", two.stream().map(p -> p.id).toList()),
                    answers.toString());
        }
    }

    private static Browser.Page block(Browser alva, Guest guest, Object... fields) {
        return alva.post(guest.page(), guest.page() + "/blocking", fields);
    }

    private static Person staff(Role role) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return World.act(() -> Person.named("Nisse" + mark + " Berg", "n-" + mark, role, PersonKind.PROFESSIONAL,
                "sv"));
    }

    private static Response access(String link) {
        return RestAssured.given().contentType("application/json").body(Map.of("token", link)).post("/api/v1/access");
    }

    private static Response me(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/me");
    }

    private static Response page(String pass) {
        return RestAssured.given().redirects().follow(false).cookie("hornsten", pass).get("/me");
    }

    private static long kept(String verb, Person about) {
        return Entry.count("verb = ?1 and aboutId = ?2", verb, about.publicId);
    }
}
