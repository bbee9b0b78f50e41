package org.hornsten.results;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hornsten.Browser;
import org.hornsten.Meeting;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Arrived;
import org.hornsten.notice.Mail;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a workshop led to, told to named groups: whom and what is seen first, each group and each person once. */
@QuarkusTest
class ResultsPagesTest {
    /** Siv was there, Bo (without e-mail) was there, Gun was absent, Tua said no; Ida was invited and never answered. */
    private record Evening(Workshop workshop, Person siv, Person bo, Person gun, Person tua, Person ida) {
        static Evening over() {
            Project project = World.project();
            Workshop workshop = Meeting.planned(project, null);
            Evening evening = new Evening(workshop, guest(workshop, "Siv", true), guest(workshop, "Bo", false),
                    guest(workshop, "Gun", true), guest(workshop, "Tua", true), guest(workshop, "Ida", true));
            String form = project.path() + "/invitations/new";
            as(World.lena()).get(form).submit("form[action$=/preview]", Map.of("about", workshop.ref().toString(),
                    "member", List.of("" + number(workshop, evening.ida)), "how", "email"))
                    .submit("form[action$=/invitations/new]", Map.of()).is(303);
            says(workshop, evening.siv, Registration.Answer.YES);
            says(workshop, evening.bo, Registration.Answer.YES);
            says(workshop, evening.gun, Registration.Answer.YES);
            says(workshop, evening.tua, Registration.Answer.NO);
            Meeting.shift(workshop, Duration.ofDays(-11));
            evening.was(evening.siv, true);
            evening.was(evening.bo, true);
            evening.was(evening.gun, false);
            return evening;
        }

        private void was(Person person, boolean there) {
            World.act(() -> Registration.update("present = ?1 where workshop.id = ?2 and person.id = ?3", there,
                    workshop.id, person.id));
        }

        Evening published() {
            String form = workshop.path() + "/minutes/edit";
            as(World.lena()).get(form).submit("main form button[value=publish]",
                    Map.of("textSv", "# Vi kom fram till\n\nRing först.")).is(303);
            return this;
        }

        String page() {
            return workshop.path() + "/results";
        }
    }

    private static Person guest(Workshop workshop, String name, boolean mail) {
        return World.act(() -> Meeting.guest(Project.findById(workshop.project.id), name,
                mail ? UUID.randomUUID() + "@post.example" : null));
    }

    private static int number(Workshop workshop, Person person) {
        return World.act(() -> Membership.<Membership>find("project.id = ?1 and person.id = ?2", workshop.project.id,
                person.id).<Membership>singleResult().number);
    }

    private static void says(Workshop workshop, Person person, Registration.Answer answer) {
        World.act(() -> Registration.answer(Workshop.findById(workshop.id), Person.findById(person.id), answer,
                Optional.empty(), Instant.now()));
    }

    private static long mails(Workshop workshop, Person person) {
        return World.act(() -> Mail.count("aboutKind = 'workshop' and aboutId = ?1 and receiver.id = ?2 and postedAt > ?3",
                workshop.publicId, person.id, published(workshop)));
    }

    private static Instant published(Workshop workshop) {
        return Workshop.<Workshop>findById(workshop.id).publishedAt;
    }

    @Test
    void a_lead_sees_whom_and_what_tells_them_and_they_read_it_by_the_mail_or_on_their_own_page() {
        Evening evening = Evening.over().published();
        Browser lena = as(World.lena());
        lena.get(evening.workshop.path() + "/minutes").document().selectFirst("a[href$=/results]").text();
        lena.get(evening.page()).shows("De som var med").shows("Får veta nu: 2; per e-post: 1; på sin egen sida: 1");
        Browser.Page preview = lena.get(evening.page() + "/took_part").shows("Deltagare " + number(evening.workshop,
                evening.siv) + ": per e-post").shows("Deltagare " + number(evening.workshop, evening.bo)
                + ": på sin egen sida").shows("Så blev det: Provworkshop").shows("för att du var med på").hides("Siv")
                .hides("Deltagare " + number(evening.workshop, evening.gun));
        assertEquals(0, mails(evening.workshop, evening.siv), "looking sends nothing");
        try (Arrived post = new Arrived()) {
            preview.submit("form[action$=/took_part]", Map.of()).seesOther(evening.page());
            MimeMessage mail = post.newest(evening.siv);
            assertTrue(Arrived.text(mail).contains("Tack för det."), Arrived.text(mail));
            Browser.Page read = Arrived.opened(mail).shows("Ring först.");
            assertEquals(evening.workshop.path() + "/minutes", read.path);
        }
        String letter = World.act(() -> PersonalLink.forPerson(Project.findById(evening.workshop.project.id),
                Person.findById(evening.bo.id), evening.workshop.ref(), null, World.today()).token());
        Browser bo = nobody().reading("sv");
        bo.get("/link/" + letter).follow().submit("form[action=/link]", Map.of()).is(303);
        bo.get(bo.get("/me").shows("Läs vad det ledde till").document().select("main a[href$=/minutes]").attr("href"))
                .shows("Ring först.");
        assertEquals(1, World.act(() -> Entry.count("verb = 'told' and aboutId = ?1", evening.workshop.publicId)));
    }

    @Test
    void each_group_is_told_once_and_each_person_once_until_something_new_is_published() {
        Evening evening = Evening.over().published();
        Browser lena = as(World.lena());
        for (String group : List.of("took_part", "could_not_come", "invited"))
            lena.get(evening.page() + "/" + group).submit("form[action$=/" + group + "]", Map.of()).is(303);
        for (Person person : List.of(evening.siv, evening.gun, evening.tua, evening.ida))
            assertEquals(1, mails(evening.workshop, person), person.name);
        lena.get(evening.page()).shows("Har redan fått veta: 5").hides("Se vilka och vad");
        assertEquals(303, lena.smuggled(evening.page() + "/took_part", Map.of()));
        assertEquals(1, mails(evening.workshop, evening.siv), "told again, nothing happens");
        assertEquals(5, World.act(() -> Told.count("workshop.id", evening.workshop.id)));

        evening.published();
        lena.get(evening.page() + "/invited").shows("för att du var bjuden till")
                .submit("form[action$=/invited]", Map.of()).is(303);
        assertEquals(1, mails(evening.workshop, evening.siv), "once more, of the new one");
        lena.get(evening.page()).shows("Det finns ingen kvar att berätta för");
        assertEquals(422, lena.smuggled(evening.page() + "/took_part", Map.of()));
    }

    @Test
    void pressed_in_four_browsers_at_once_each_is_told_once() throws Exception {
        Evening evening = Evening.over().published();
        Browser lena = as(World.lena());
        Element form = lena.get(evening.page() + "/invited").document().selectFirst("form[action$=/invited]");
        ExecutorService taps = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) answers.add(taps.submit(() -> lena.sentWith(form, Map.of()).statusCode()));
        for (Future<Integer> answer : answers) assertEquals(303, answer.get());
        taps.shutdown();
        assertEquals(5, World.act(() -> Told.count("workshop.id", evening.workshop.id)));
        assertEquals(1, mails(evening.workshop, evening.ida));
        assertEquals(1, World.act(() -> Entry.count("verb = 'told' and aboutId = ?1", evening.workshop.publicId)));
    }

    @Test
    void nothing_is_told_before_it_is_published_and_who_was_not_noted_is_in_no_wrong_group() {
        Evening evening = Evening.over();
        Browser lena = as(World.lena());
        lena.get(evening.page()).shows("Först behöver minnesanteckningarna publiceras.");
        lena.get(evening.page() + "/took_part").shows("Först behöver minnesanteckningarna publiceras.");
        assertEquals(422, lena.smuggled(evening.page() + "/took_part", Map.of()));
        World.act(() -> Registration.update("present = null where workshop.id = ?1", evening.workshop.id));
        evening.published();
        lena.get(evening.page()).shows("men ingen har antecknat om de kom: 3");
        lena.get(evening.page() + "/could_not_come").shows("Får veta nu: 1")
                .shows("Deltagare " + number(evening.workshop, evening.tua));
        assertEquals(404, lena.tried("GET", evening.page() + "/everybody"));
        assertEquals(404, as(World.fanny()).tried("GET", evening.page()));
        assertEquals(422, lena.smuggled(evening.page() + "/took_part", Map.of()));
    }

    @Test
    void who_is_blocked_or_gone_is_told_nothing_and_nothing_of_it_is_kept() {
        Evening evening = Evening.over().published();
        World.act(() -> Person.update("blockedAt = ?1 where id = ?2", Instant.now(), evening.ida.id));
        Browser lena = as(World.lena());
        lena.get(evening.page() + "/invited").submit("form[action$=/invited]", Map.of()).is(303);
        assertEquals(4, World.act(() -> Told.count("workshop.id", evening.workshop.id)));
        World.act(() -> {
            Told.forget(evening.siv);
            return evening;
        });
        assertEquals(3, World.act(() -> Told.count("workshop.id", evening.workshop.id)));
    }
}
