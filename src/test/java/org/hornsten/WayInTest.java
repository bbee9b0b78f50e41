package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.calendar.Reminders;
import org.hornsten.fee.Attended;
import org.hornsten.fee.Claim;
import org.hornsten.identity.Person;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Arrived;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.workshop.Registration;

import org.hornsten.workshop.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The button of every e-mail that arrived opens what it tells of, for people who have no account. */
@QuarkusTest
class WayInTest {
    @Inject Reminders reminders;

    private Arrived post;

    @BeforeEach
    void open() {
        post = new Arrived();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private static Person guest(Workshop workshop, String name) {
        return World.act(() -> Meeting.guest(Project.findById(workshop.project.id), name,
                UUID.randomUUID() + "@post.example"));
    }

    /** Said by phone, and written down by who works here. */
    private static void phones(Workshop workshop, Person person, String answer) {
        String form = workshop.path() + "/registrations/new";
        int number = World.act(() -> Membership.<Membership>find("project.id = ?1 and person.id = ?2",
                workshop.project.id, person.id).<Membership>singleResult().number);
        as(World.fanny()).post(form, form, "whom", "member", "number", "" + number, "answer", answer).is(303);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void who_phoned_opens_the_mail_sees_the_place_and_gives_it_to_the_next_who_opens_hers() {
        Workshop workshop = Meeting.planned(World.project(), 1);
        Person siv = guest(workshop, "Siv");
        Person gun = guest(workshop, "Gun");
        phones(workshop, siv, "yes");
        phones(workshop, gun, "yes");
        Arrived.opened(post.newest(gun)).shows("Du står i kö, plats 1");
        MimeMessage place = post.newest(siv);
        assertTrue(Arrived.text(place).contains("Länken är bara för dig. Du behöver inget konto"), Arrived.text(place));
        Arrived.opened(place).shows("Du har en plats").submit("main button[name=answer][value=no]", Map.of())
                .follow().shows("Du har tackat nej");
        assertEquals("Du fick en plats på workshoppen", subject(post.newest(gun)));
        Arrived.opened(post.newest(gun)).shows("Du har en plats");
        Arrived.opened(post.newest(siv)).shows("Du har tackat nej");
        assertEquals(1, post.all(siv).stream().map(Arrived::way).distinct().count(), "all her mails hold the same link");
    }

    @Test
    void an_invitation_brings_an_uncertain_entry_that_the_yes_makes_certain_and_the_no_takes_out() throws Exception {
        Workshop workshop = Meeting.planned(World.project(), null);
        Person siv = guest(workshop, "Siv");
        int number = World.act(() -> Membership.<Membership>find("person.id", siv.id).<Membership>singleResult().number);
        String form = workshop.project.path() + "/invitations/new";
        as(World.lena()).get(form).submit("form[action$=/preview]", Map.of("about", workshop.ref().toString(), "member",
                List.of("" + number), "how", "email")).shows("Stadshuset")
                .submit("form[action$=/invitations/new]", Map.of()).is(303);
        MimeMessage asked = post.newest(siv);
        List<String> entry = entry(asked, "PUBLISH");
        assertTrue(entry.contains("STATUS:TENTATIVE"), entry.toString());
        assertTrue(entry.contains("SUMMARY:Provworkshop"), entry.toString());
        assertFalse(entry.toString().contains("/link/"), "calendars are shared and kept");
        assertFalse(entry.toString().contains("meet.example.org"));
        assertTrue(Arrived.text(asked).contains("Stadshuset"));
        Browser.Page page = Arrived.opened(asked).shows("Kommer du?");
        page.submit("main button[name=answer][value=yes]", Map.of()).is(303);
        List<String> certain = entry(post.newest(siv), "PUBLISH");
        assertTrue(certain.contains("STATUS:CONFIRMED"), certain.toString());
        assertEquals(uid(entry), uid(certain));
        Arrived.opened(post.newest(siv)).submit("main button[name=answer][value=no]", Map.of()).is(303);
        List<String> out = entry(post.newest(siv), "CANCEL");
        assertTrue(out.contains("STATUS:CANCELLED"), out.toString());
        assertEquals(uid(entry), uid(out));
    }

    @Test
    void who_is_invited_and_has_not_answered_hears_of_another_place_and_of_the_end_of_it() throws Exception {
        Workshop workshop = Meeting.planned(World.project(), null);
        Person siv = guest(workshop, "Siv");
        int number = World.act(() -> Membership.<Membership>find("person.id", siv.id).<Membership>singleResult().number);
        String form = workshop.project.path() + "/invitations/new";
        Browser lena = as(World.lena());
        lena.get(form).submit("form[action$=/preview]", Map.of("about", workshop.ref().toString(), "member",
                List.of("" + number), "how", "email")).submit("form[action$=/invitations/new]", Map.of()).is(303);
        List<String> first = entry(post.newest(siv), "PUBLISH");
        lena.get(workshop.path() + "/edit").submit("main form", Map.of("placeSv", "Biblioteket")).is(303);
        List<String> moved = entry(post.newest(siv), "PUBLISH");
        assertTrue(moved.containsAll(List.of("STATUS:TENTATIVE", "SEQUENCE:1", "LOCATION:Biblioteket")), moved.toString());
        assertEquals(uid(first), uid(moved));
        lena.post(workshop.path() + "/cancellation", workshop.path() + "/cancellation", "whySv", "Vi är sjuka.").is(303);
        assertTrue(entry(post.newest(siv), "CANCEL").contains("STATUS:CANCELLED"));
        Arrived.opened(post.newest(siv)).shows("Vi är sjuka.");
    }

    /** The lines of the calendar that came, whose part says the same method as the calendar itself. */
    private static List<String> entry(MimeMessage mail, String method) throws Exception {
        List<String> lines = Arrived.part(mail, "text/calendar").replace("\r\n ", "").lines().toList();
        assertTrue(lines.contains("METHOD:" + method), lines.toString());
        assertTrue(Arrived.type(mail, "text/calendar").matches("(?is).*method=\"?" + method + "\"?(;.*|$)"),
                Arrived.type(mail, "text/calendar"));
        return lines;
    }

    private static String uid(List<String> entry) {
        return entry.stream().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }

    @Test
    void reminded_told_of_another_time_and_of_the_end_of_it_one_comes_in_each_time() {
        Workshop workshop = Meeting.planned(World.project(), null);
        Person siv = guest(workshop, "Siv");
        phones(workshop, siv, "yes");
        World.act(() -> Registration.update("answeredAt = ?1 where workshop = ?2",
                Instant.now().minus(Duration.ofDays(30)), workshop));
        Meeting.shift(workshop, Duration.ofDays(-4));
        reminders.run();
        assertEquals("Workshoppen är om en vecka", subject(post.newest(siv)));
        Arrived.opened(post.newest(siv)).shows("Du har en plats");
        Browser lena = as(World.lena());
        lena.get(workshop.path() + "/edit").submit("main form", Map.of("placeSv", "Biblioteket")).is(303);
        assertEquals("Workshoppen har ändrats", subject(post.newest(siv)));
        Arrived.opened(post.newest(siv)).shows("Biblioteket");
        lena.post(workshop.path() + "/cancellation", workshop.path() + "/cancellation", "whySv", "Vi är sjuka.").is(303);
        assertEquals("Workshoppen är inställd", subject(post.newest(siv)));
        Arrived.opened(post.newest(siv)).shows("Vi är sjuka.");
    }

    @Test
    void who_has_an_account_is_asked_to_sign_in_and_no_link_of_the_person_exists() {
        Workshop workshop = Meeting.planned(World.project(), null);
        String mail = UUID.randomUUID() + "@post.example";
        Person pekka = World.act(() -> {
            Person here = Person.findById(World.pekka().id);
            here.isReachedAt(mail);
            return here;
        });
        as(pekka).post(workshop.path(), workshop.path() + "/answer", "answer", "yes").is(303);
        MimeMessage came = post.newest(pekka);
        assertEquals(workshop.path(), Arrived.way(came));
        assertTrue(Arrived.text(came).contains("Kirjaudu sisään tavalliseen tapaan."));
        nobody().get(Arrived.way(came)).seesOther("/sign-in?back=" + workshop.path().replace("/", "%2F"));
        as(pekka).get(Arrived.way(came)).shows("Sinulla on paikka");
        assertEquals(0, World.act(() -> PersonalLink.count("person", pekka)));
        World.act(() -> Person.update("email = null where id = ?1", pekka.id));
    }

    @Test
    void the_day_an_answer_was_hoped_for_stays_and_nothing_that_was_handed_out_ends() {
        Workshop workshop = Meeting.planned(World.project(), null);
        Person siv = guest(workshop, "Siv");
        String paper = World.act(() -> PersonalLink.forPerson(Project.findById(workshop.project.id),
                Person.findById(siv.id), workshop.ref(), World.today().plusDays(5), World.today()).token());
        phones(workshop, siv, "yes");
        Arrived.opened(post.newest(siv)).shows("Du har en plats");
        nobody().get("/link/" + paper).follow().shows("Svara helst senast");
        PersonalLink mailed = World.act(() -> PersonalLink.<PersonalLink>find("person = ?1 and byMail = true", siv)
                .singleResult());
        assertEquals(World.today().plusYears(1), mailed.lastOn);
        assertFalse(mailed.guest);
    }

    @Test
    void who_asked_to_be_paid_reads_what_is_missing_fills_it_in_anew_and_reads_the_yes() {
        Project project = World.project();
        Person siv = World.act(() -> Meeting.guest(Project.findById(project.id), "Siv",
                UUID.randomUUID() + "@post.example"));
        Attended here = Attended.in(project, siv).agreed();
        String token = World.act(() -> PersonalLink.forPerson(Project.findById(project.id), Person.findById(siv.id),
                here.workshop().ref(), null, World.today()).token());
        String pass = RestAssured.given().contentType("application/json").body(Map.of("token", token))
                .post("/api/v1/access").then().statusCode(200).extract().path("token");
        String claim = RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + pass)
                .body("""
                    {"items": [{"kind": "ticket", "amount": 1240, "note": "Buss"}], "feeDeclined": true}""")
                .post("/api/v1/workshops/" + here.workshop().publicId + "/claims").then().statusCode(201).extract()
                .path("id");
        String desk = project.path() + "/claims/" + claim;
        Browser lena = as(World.lena());
        lena.post(desk, desk + "/decision", "decision", "RETURNED", "reason", "Var är kvittot?").is(303);
        Browser.Page returned = Arrived.opened(post.newest(siv)).shows("Var är kvittot?");
        assertEquals("/claims/" + claim, returned.path);
        assertFalse(returned.document().select("main a[href$=/fee]").isEmpty(), "and goes on with it");
        RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + pass)
                .body("""
                    {"items": [{"kind": "ticket", "amount": 1240, "note": "Bifogat"}], "feeDeclined": true}""")
                .post("/api/v1/workshops/" + here.workshop().publicId + "/claims").then().statusCode(201);
        lena.post(desk, desk + "/decision", "decision", "APPROVED").is(303);
        Arrived.opened(post.newest(siv)).shows("Godkänd");
    }

    @Test
    void nobody_is_invited_to_what_somebody_else_asked_to_be_paid() {
        Project project = World.project();
        Claim claim = Attended.in(project, Attended.eva()).agreed().claimed(Attended.eva());
        String form = project.path() + "/invitations/new";
        as(World.lena()).post(form, form + "/preview", "about", claim.ref().toString(), "how", "letter", "member",
                List.of("1")).refuses("about");
        api(World.lena()).body(Map.of("about", claim.ref(), "channel", "handed_out", "to", List.of()))
                .post("/api/v1/invitations").then().statusCode(404);
    }
}
