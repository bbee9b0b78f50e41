package org.hornsten.project;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Entry;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Disclosure;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Names and contact data of people who take part are hidden from staff until opened, and every opening is told. */
@QuarkusTest
class DisclosureTest {
    @Inject Ledger ledger;

    private record Guest(Project project, Membership member, String name) {
        static Guest there() {
            String name = "Gerd " + UUID.randomUUID().toString().substring(0, 8);
            Project project = World.project();
            return World.act(() -> {
                Person person = Person.withoutAccount(name, "Tranan", PersonKind.CUSTOMER, "sv", "gerd@example.org");
                person.livesAt("Storgatan 1", "68600", "Jakobstad");
                Membership member = Membership.of(Project.findById(project.id), person, Membership.Role.PARTICIPANT,
                        person.kind);
                return new Guest(project, member, name);
            });
        }

        String page() {
            return project.path() + "/members/" + member.number;
        }
    }

    @Test
    void a_name_is_masked_on_every_page_and_in_every_list_until_it_is_opened() {
        Guest guest = Guest.there();
        Browser lena = as(World.lena());
        lena.get(guest.project().path() + "/people").shows("Tranan").hides(guest.name());
        lena.get(guest.page()).shows("dolt").hides(guest.name()).hides("gerd@example.org").hides("Storgatan");
        api(World.lena()).get(members(guest)).then().statusCode(200).body("items.name", not(hasItem(guest.name())))
                .body("items.name", hasItem("Lena"));

        lena.post(guest.page(), guest.page(), "purpose", "REQUEST").seesOther(guest.page());

        lena.get(guest.page()).shows(guest.name()).shows("gerd@example.org").shows("Storgatan 1");
        lena.get(guest.project().path() + "/people").shows(guest.name());
        api(World.lena()).get(members(guest)).then().body("items.name", hasItem(guest.name()));
        api(World.fanny()).get(members(guest)).then().body("items.name", not(hasItem(guest.name())));
    }

    @Test
    void looking_keeps_nothing_and_opening_needs_a_purpose() {
        Guest guest = Guest.there();
        Browser lena = as(World.lena());
        long before = Entry.count();
        lena.get(guest.page()).is(200);
        lena.post(guest.page(), guest.page()).refuses("purpose");
        lena.post(guest.page(), guest.page(), "purpose", "curious").refuses("purpose");
        assertEquals(before, Entry.count());
        assertEquals(0, Disclosure.count("person", guest.member().person));
        as(World.fanny()).get(guest.page()).is(404);
        as(World.linus()).get(guest.page()).is(404);
        as(World.lena()).get(guest.project().path() + "/members/99").is(404);
        as(World.lena()).get(guest.project().path() + "/members/x").is(404);
    }

    @Test
    void it_is_open_for_a_quarter_of_an_hour_and_to_the_one_who_opened_it() {
        Guest guest = Guest.there();
        open(guest);
        Disclosure opened = Disclosure.<Disclosure>find("person", guest.member().person).firstResult();
        assertEquals(Duration.ofMinutes(15), Duration.between(opened.openedAt, opened.endsAt));
        World.act(() -> Disclosure.update("endsAt = ?1 where id = ?2", Time.now().minusSeconds(1), opened.id));
        as(World.lena()).get(guest.page()).hides(guest.name());
        api(World.lena()).get(members(guest)).then().body("items.name", not(hasItem(guest.name())))
                .body("items.find { it.number == " + guest.member().number + " }.contact", nullValue());
    }

    @Test
    void the_person_is_shown_who_opened_what_and_what_for() {
        Project project = World.project();
        Membership pekka = Membership.<Membership>find("project = ?1 and person = ?2", project, World.pekka())
                .firstResult();
        String path = "/api/v1/projects/" + project.slug + "/members/" + pekka.number + "/disclosures";
        api(World.lena()).body(Map.of()).post(path).then().statusCode(422);
        api(World.lena()).body(Map.of("purpose", "safety")).post(path).then().statusCode(201).body("name", is("Pekka"));
        as(World.pekka()).reading("sv").get("/me").shows("Lena. Någon kan vara i fara. Visades: namn");
        Entry kept = Entry.<Entry>find("verb = 'disclosed' and aboutId = ?1 order by seq desc",
                World.pekka().publicId).firstResult();
        assertTrue(kept.payload.contains("\"safety\"") && kept.payload.contains("name")
                && kept.payload.contains(project.publicId), kept.payload);
        assertFalse(kept.payload.contains("Pekka"), kept.payload);
    }

    @Test
    void more_than_fifty_people_in_a_day_are_told_to_the_administrator() {
        Person curious = World.act(() -> Person.named("Nyfikne Nils", "n" + UUID.randomUUID(),
                Role.LEAD, PersonKind.PROFESSIONAL, "sv"));
        Guest guest = Guest.there();
        opened(curious, guest, Disclosure.MANY);
        as(World.alva()).get("/administration/disclosures").hides("Nyfikne Nils");
        assertEquals(0, told(curious));
        opened(curious, guest, 3);
        as(World.alva()).get("/administration/disclosures").shows("Nyfikne Nils");
        as(World.alva()).get("/").shows("Mycket öppnat");
        assertEquals(1, told(curious));
    }

    @Test
    void many_opened_at_once_are_told_once_however_often_they_are_opened_again() {
        Person diligent = World.act(() -> Person.named("Flitige Frej", "f" + UUID.randomUUID(),
                Role.LEAD, PersonKind.PROFESSIONAL, "sv"));
        Guest guest = Guest.there();
        List<Person> people = World.act(() -> IntStream.rangeClosed(0, Disclosure.MANY).mapToObj(i ->
                Person.withoutAccount("Någon", null, PersonKind.CUSTOMER, "sv", null)).toList());
        for (int time = 0; time < 2; time++) World.act(() -> {
            List<Event> events = Disclosure.open(Person.findById(diligent.id), people, guest.project().ref(),
                    Disclosure.Purpose.INVITATION, Duration.ofHours(8), Clock.systemDefaultZone());
            events.forEach(event -> ledger.keep(Optional.of(diligent), event));
            return events;
        });
        assertEquals(1, told(diligent));
    }

    @Test
    void who_lets_somebody_in_by_user_name_sees_the_name_for_a_while_and_the_person_is_shown_so() {
        Project project = World.project();
        String people = project.path() + "/people";
        Browser lena = as(World.lena());
        lena.get(people).hides("Oskar");
        lena.post(people, people, "userName", "outsider").seesOther("/people");
        lena.get(people).shows("Oskar");
        api(World.fanny()).get("/api/v1/projects/" + project.slug + "/members").then()
                .body("items.name", not(hasItem("Oskar")));
        as(World.oskar()).reading("sv").get("/me").shows("Lena. För att lämna eller skicka en inbjudan. Visades: namn");
        long opened = Disclosure.count("aboutId", project.publicId);
        lena.post(people, people, "userName", "lead2").seesOther("/people");
        assertEquals(opened, Disclosure.count("aboutId", project.publicId), "colleagues' names are not hidden");
        Project other = World.project();
        api(World.lena()).body(Map.of("person", "outsider", "role", "participant"))
                .post("/api/v1/projects/" + other.slug + "/members").then().statusCode(201).body("name", is("Oskar"));
        assertEquals(1, Disclosure.count("aboutId", other.publicId));
    }

    private static long told(Person reader) {
        return Entry.count("verb = 'overread' and aboutId = ?1", reader.publicId);
    }

    private void opened(Person reader, Guest guest, int people) {
        for (int i = 0; i < people; i++) World.act(() -> {
            Person person = Person.withoutAccount("Någon", null, PersonKind.CUSTOMER, "sv", null);
            List<Event> events = Disclosure.open(Person.findById(reader.id), person,
                    guest.project().ref(), Disclosure.Purpose.INVITATION, Clock.systemDefaultZone());
            events.forEach(event -> ledger.keep(Optional.of(reader), event));
            return person;
        });
    }

    private static void open(Guest guest) {
        as(World.lena()).post(guest.page(), guest.page(), "purpose", "REQUEST").seesOther(guest.page());
    }

    private static String members(Guest guest) {
        return "/api/v1/projects/" + guest.project().slug + "/members?limit=100";
    }
}
