package org.hornsten.planning;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.Browser;
import org.hornsten.Meeting;
import org.hornsten.Statements;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Mail;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A workshop from its plan to its minutes, at the pages. */
@QuarkusTest
class WorkshopPagesTest {
    private static final Object[] FORM = {"titleSv", "Resultatworkshop", "form", "hybrid", "day", "2027-03-29",
        "starts", "13", "ends", "15.30", "placeSv", "Stadshuset", "link", "https://meet.example.org/x", "seats", "20",
        "stepSv", "Välkommen", "stepMinutes", "30"};

    @Test
    void a_lead_plans_a_workshop_and_reads_it_as_people_do() {
        Project project = World.project();
        Browser lena = as(World.lena());
        lena.get(project.path() + "/workshops").shows("Ingen workshop är planerad");
        Browser.Page shown = lena.post(project.path() + "/workshops/new", project.path() + "/workshops/new", FORM)
                .follow();
        shown.shows("Resultatworkshop").shows("måndag den 29 mars 2027 kl. 13–15.30").shows("Stadshuset")
                .shows("13 Välkommen 30 min");
        assertEquals(1, Entry.count("verb = 'planned' and payload like ?1", "%" + project.publicId + "%"));
        as(World.pekka()).reading("sv").get(project.path() + "/workshops").shows("Resultatworkshop");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_what_was_typed_stays() {
        Project project = World.project();
        Browser lena = as(World.lena());
        Map<String, Object[]> wrong = Map.of("starts", new Object[] {"day", "2027-03-28", "starts", "3.30"},
                "ends", new Object[] {"ends", "12"}, "link", new Object[] {"link", "http://meet.example.org"},
                "title", new Object[] {"titleSv", " "}, "day", new Object[] {"day", "i morgon"},
                "place", new Object[] {"placeSv", ""}, "seats", new Object[] {"seats", "många"},
                "programme", new Object[] {"stepMinutes", "500"}, "closes",
                new Object[] {"closesDay", "2027-03-30", "closes", "10"});
        wrong.forEach((field, typed) -> {
            Object[] fields = Stream.concat(Arrays.stream(FORM),
                    Arrays.stream(typed)).toArray();
            Browser.Page again = lena.post(project.path() + "/workshops/new", project.path() + "/workshops/new", fields)
                    .is(422);
            assertFalse(again.document().select("#" + field + "-error, [aria-describedby*=" + field + "-error]")
                    .isEmpty(), field + "\n" + again.document().text());
            assertEquals("https", field.equals("link") ? "https"
                    : again.document().select("input[name=link]").val().substring(0, 5));
        });
        assertEquals(0, Workshop.count("project", project));
        lena.post(project.path() + "/workshops/new", project.path() + "/workshops/new", Stream.concat(
                Arrays.stream(FORM), Arrays.stream(wrong.get("starts"))).toArray()).is(422)
                .document().text();
        assertTrue(lena.post(project.path() + "/workshops/new", project.path() + "/workshops/new",
                Stream.concat(Arrays.stream(FORM),
                Arrays.stream(wrong.get("starts"))).toArray()).document().text()
                .contains("Klockan 3:30 finns inte den dagen: klockan ställs fram från 3:00 till 4:00"));
    }

    @Test
    void pressing_twice_plans_one() {
        Project project = World.project();
        Browser lena = as(World.lena());
        Object[] once = Stream.concat(Arrays.stream(FORM),
                Stream.of("submission", "workshop-" + project.slug)).toArray();
        String path = project.path() + "/workshops/new";
        String first = lena.post(path, path, once).is(303).response.header("Location");
        assertEquals(first, lena.post(path, path, once).is(303).response.header("Location"));
        assertEquals(1, Workshop.count("project", project));
    }

    @Test
    void somebody_without_an_account_answers_and_tells_needs_one_thing_at_a_time() {
        Workshop workshop = Meeting.planned(World.project(), 1);
        Browser guest = guest(workshop);
        guest.get(workshop.path()).shows("Kommer du?").shows("De som har en plats får länken dagen före");
        Browser.Page any = guest.post(workshop.path(), workshop.path() + "/answer", "answer", "yes").follow();
        any.shows("Du har en plats").shows("Behöver du något för att kunna vara med?");
        Browser.Page asked = guest.post(workshop.path() + "/needs", workshop.path() + "/needs", "any", "yes").follow();
        asked.shows("Fråga 1 av 6").shows("Behöver du en tolk?");
        guest.post(asked.path, asked.path).is(422);
        Browser.Page loop = guest.post(asked.path, asked.path, "needed", "yes", "words", "finskt teckenspråk").follow();
        loop.shows("Behöver du hörselslinga?");
        guest.get(workshop.path()).shows("Du har sagt att du behöver: Tolk").shows("Länken visas här från dagen före");
        guest.post(workshop.path() + "/needs", workshop.path() + "/needs", "any", "no").follow()
                .hides("Du har sagt att du behöver");
        guest.post(workshop.path(), workshop.path() + "/answer", "answer", "no").follow().shows("Du har tackat nej");
    }

    @Test
    void who_waits_is_told_so_and_gets_a_place_when_somebody_leaves() {
        Workshop workshop = Meeting.planned(World.project(), 1);
        Browser first = guest(workshop);
        Browser second = guest(workshop);
        first.post(workshop.path(), workshop.path() + "/answer", "answer", "yes").is(303);
        second.get(workshop.path()).shows("Alla platser är tagna");
        second.post(workshop.path(), workshop.path() + "/answer", "answer", "yes").follow()
                .shows("Du står i kö, plats 1").hides("Du har en plats");
        first.post(workshop.path(), workshop.path() + "/answer", "answer", "no").is(303);
        second.get(workshop.path()).shows("Du har en plats");
    }

    @Test
    void the_link_is_for_those_with_a_place_from_the_day_before() {
        Workshop workshop = Meeting.planned(World.project(), 1);
        Browser guest = guest(workshop);
        guest.post(workshop.path(), workshop.path() + "/answer", "answer", "yes").is(303);
        assertTrue(guest.get(workshop.path()).document().select("a[href*=meet.example.org]").isEmpty());
        Meeting.shift(workshop, Duration.ofDays(-9).minusHours(1));
        assertEquals(1, guest.get(workshop.path()).document().select("a[href*=meet.example.org]").size());
        assertTrue(as(World.pekka()).get(workshop.path()).document().select("a[href*=meet.example.org]").isEmpty());
        Meeting.shift(workshop, Duration.ofDays(-1).minusHours(3));
        assertTrue(guest.get(workshop.path()).document().select("a[href*=meet.example.org]").isEmpty());
    }

    @Test
    void staff_see_numbers_until_they_open_the_names_and_type_in_who_phoned() {
        Workshop workshop = Meeting.planned(World.project(), 5);
        Browser guest = guest(workshop);
        guest.post(workshop.path(), workshop.path() + "/answer", "answer", "yes").is(303);
        guest.post(workshop.path() + "/needs/diet", workshop.path() + "/needs/diet", "needed", "yes", "words", "nötter")
                .is(303);
        Browser fanny = as(World.fanny());
        String list = workshop.path() + "/registrations";
        fanny.get(list).shows("1 av 5").shows("dolt").hides("Gäst").hides("nötter");
        fanny.get(list).shows("visas här när anmälan har stängt");
        fanny.post(list, list + "/names").is(422);
        fanny.post(list, list + "/names", "purpose", "REQUEST").follow().shows("Gäst").shows("Specialkost");
        fanny.post(list + "/new", list + "/new", "answer", "yes", "whom", "new", "kind", "CUSTOMER", "language", "sv",
                "name", "Telefon-Tore").follow().shows("Telefon-Tore").shows("Har en plats");
        Membership pekka = Membership.<Membership>find("project = ?1 and person = ?2", workshop.project, World.pekka())
                .firstResult();
        fanny.post(list + "/new", list + "/new", "answer", "no", "whom", "member", "number", "" + pekka.number).follow()
                .shows("Nej tack");
        fanny.post(list + "/new", list + "/new", "answer", "no", "whom", "member", "number", "9999").refuses("number");
        assertEquals(2, Registration.count("workshop = ?1 and typedBy is not null", workshop));
    }

    @Test
    void who_is_there_is_noted_by_the_list_by_the_persons_code_and_by_the_code_in_the_room() {
        Workshop workshop = Meeting.planned(World.project(), 5);
        Browser guest = guest(workshop);
        Browser other = guest(workshop);
        for (Browser one : List.of(guest, other))
            one.post(workshop.path(), workshop.path() + "/answer", "answer", "yes").is(303);
        String here = workshop.path() + "/here/" + Meeting.key(workshop);
        guest.get(here).shows("Koden fungerar från en timme före");
        Meeting.shift(workshop, Duration.ofDays(-10));
        Browser fanny = as(World.fanny());
        String list = workshop.path() + "/attendance";
        Element opened = fanny.get(list).document().select("main form").first();
        guest.post(here, here).follow().shows("Vi har antecknat att du är här");
        List<Registration> all = Registration.list("workshop = ?1 order by turn", workshop);
        assertEquals(303, fanny.sentWith(opened, Map.of("present", all.get(1).publicId)).statusCode());
        assertEquals(2, Registration.count("workshop = ?1 and present = true", workshop),
                "who came in by the code meanwhile stays");
        String door = all.get(1).path();
        fanny.post(door, door + "/attendance", "present", "no").follow().shows("Inte där");
        guest.get(door).is(404);
        as(World.pekka()).get(workshop.path() + "/here/" + "0".repeat(24)).is(404);
        as(World.pekka()).reading("sv").get(here).shows("Du har ingen plats");
    }

    @Test
    void minutes_begin_from_the_programme_are_saved_for_staff_and_published_for_all() {
        Workshop workshop = Meeting.planned(World.project(), 5);
        Browser fanny = as(World.fanny());
        String edit = workshop.path() + "/minutes/edit";
        fanny.post(edit, edit, "what", "publish").is(422);
        Meeting.shift(workshop, Duration.ofDays(-18));
        assertTrue(fanny.get(edit).document().select("textarea[name=textSv]").text().contains("## Program"));
        fanny.post(edit, edit, "textSv", "## Det vi sade\n\nFörst **kaffe**.", "what", "save").is(303);
        as(World.pekka()).get(workshop.path() + "/minutes").is(404);
        assertTrue(Workshop.withoutMinutesOf(World.fanny().id, 0).stream().anyMatch(one -> one.id.equals(workshop.id)));
        fanny.post(edit, edit, "what", "publish").follow().shows("Det vi sade").shows("Fanny");
        Browser.Page read = as(World.pekka()).reading("sv").get(workshop.path() + "/minutes").shows("Publicerat");
        assertEquals("kaffe", read.document().select("strong").not(".govuk-tag").text());
        assertTrue(Workshop.withoutMinutesOf(World.fanny().id, 0).stream().noneMatch(one -> one.id.equals(workshop.id)));
    }

    @Test
    void a_cancelled_workshop_says_so_and_everybody_who_was_to_come_is_told_once() {
        Workshop workshop = Meeting.planned(World.project(), 5);
        Person person = World.act(() -> Meeting.guest(Project.findById(workshop.project.id), "Gäst", "g@example.org"));
        World.act(() -> Registration.answer(Workshop.findById(workshop.id), Person.findById(person.id),
                Registration.Answer.YES, Optional.empty(), Instant.now()));
        Browser lena = as(World.lena());
        String path = workshop.path() + "/cancellation";
        lena.post(path, path, "whySv", "Föreläsaren är sjuk.").follow().shows("Workshoppen är inställd.")
                .shows("Föreläsaren är sjuk.");
        lena.post(path, path).is(422);
        assertEquals(1, Mail.count("aboutId = ?1 and receiver = ?2", workshop.publicId, person));
    }

    @Test
    void a_text_is_read_in_large_print() {
        Workshop workshop = Meeting.planned(World.project(), 5);
        Browser.Page page = as(World.pekka()).reading("sv").get(workshop.path() + "/materials/1").shows("kaffe");
        assertEquals(1, page.document().select(".large-text h2, .large-text h1, .large-text h3").size());
        as(World.pekka()).get(workshop.path() + "/materials/2").is(404);
        as(World.pekka()).get(workshop.path() + "/materials/0").is(404);
    }

    @Test
    void somebody_else_who_saved_meanwhile_is_not_overwritten() {
        Workshop workshop = Meeting.planned(World.project(), 5);
        Browser lena = as(World.lena());
        String path = workshop.path() + "/edit";
        lena.post(path, path, "seats", "7").is(303);
        lena.post(path, path, "seats", "9", "edition", "" + workshop.edition).is(409);
        assertEquals(7, World.act(() -> Workshop.<Workshop>findById(workshop.id).seats));
    }

    @Test
    void pages_ask_the_database_little_however_many_come() {
        Workshop workshop = Meeting.planned(World.project(), 30);
        for (int i = 0; i < 25; i++) World.act(() -> {
            Project project = Project.findById(workshop.project.id);
            return Registration.answer(Workshop.findById(workshop.id), Meeting.guest(project, "Gäst", null),
                    Registration.Answer.YES, Optional.empty(), Instant.now());
        });
        Browser fanny = as(World.fanny());
        for (String path : List.of(workshop.path(), workshop.path() + "/registrations", workshop.path() + "/attendance",
                workshop.project.path() + "/workshops")) {
            List<String> heard = Statements.during(() -> fanny.get(path).is(200));
            assertTrue(heard.size() <= 8, path + " " + heard);
        }
    }

    @Test
    void the_calendar_day_of_the_form_is_the_day_of_the_house() {
        Workshop workshop = Meeting.planned(World.project(), 5);
        String day = as(World.lena()).get(workshop.path() + "/edit").document().select("input[name=day]").val();
        assertEquals(LocalDate.ofInstant(workshop.startsAt, ZoneId.of("Europe/Helsinki")).toString(), day);
    }

    /** Somebody new who came in by a link to the workshop. */
    static Browser guest(Workshop workshop) {
        String token = World.act(() -> {
            Project project = Project.findById(workshop.project.id);
            Person person = Meeting.guest(project, "Gäst " + System.nanoTime(), null);
            return PersonalLink.forPerson(project, person, workshop.ref(), null, World.today()).token();
        });
        Browser browser = Browser.nobody();
        browser.get("/link/" + token).follow().submit("main form", Map.of()).seesOther(workshop.path());
        return browser;
    }
}
