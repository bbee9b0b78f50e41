package org.hornsten.invitation;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.Post;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Entry;
import org.hornsten.notice.Letterbox;
import org.hornsten.panel.Panel;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A panel is ended while people are asked to it: each of them is told why, by the way they were asked. */
@QuarkusTest
class CalledOffTest {
    @Inject Invitations invitations;

    private static Person meets(Project project, String name, String language) {
        return World.act(() -> {
            Person met = Person.withoutAccount(name, null, PersonKind.CUSTOMER, language,
                    UUID.randomUUID() + "@post.example");
            Membership.of(Project.findById(project.id), met, Membership.Role.PARTICIPANT, met.kind);
            return met;
        });
    }

    private static Map<String, Object> asking(Panel panel, String how, Person person) {
        return Map.of("about", panel.ref(), "channel", how, "to", List.of(person.publicId),
                "dueOn", World.today().plusDays(10).toString());
    }

    private static String handedOut(Panel panel, Person person) {
        return api(World.lena()).body(asking(panel, "handed_out", person)).post("/api/v1/invitations").then()
                .statusCode(201).extract().path("items[0].token");
    }

    private static void mail(Panel panel, Person person) {
        api(World.lena()).body(asking(panel, "email", person)).post("/api/v1/invitations").then().statusCode(201);
    }

    private static void end(Panel panel) {
        as(World.lena()).post(panel.path() + "/ending", panel.path() + "/ending").seesOther(panel.path());
    }

    private static List<Invitation> of(Panel panel) {
        return World.act(() -> Invitation.list("aboutId = ?1 order by id", panel.publicId));
    }

    @Test
    void who_was_asked_by_mail_is_mailed_in_the_own_language_and_reminded_no_more() {
        Project project = World.project();
        Panel panel = World.panel(project);
        Person siv = meets(project, "Siv", "sv");
        Person satu = meets(project, "Satu", "fi");
        mail(panel, siv);
        mail(panel, satu);
        end(panel);
        assertEquals(List.of(2, 2), List.of(Letterbox.of(siv).size(), Letterbox.of(satu).size()));
        assertTrue(Letterbox.newest(siv).subject().startsWith("Gäller inte längre: Klientrådet"));
        assertTrue(Letterbox.newest(satu).text().replaceAll("\\s+", " ")
                .contains("Se on päättynyt, joten sinun ei tarvitse vastata."));
        World.act(() -> Invitation.update("remindAt = ?1 where aboutId = ?2", Instant.now().minusSeconds(60),
                panel.publicId));
        while (invitations.remindDue() > 0) assertTrue(true);
        assertEquals(2, Letterbox.of(siv).size());
        api(World.lena()).delete("/api/v1/projects/" + project.slug + "/panels/" + panel.publicId).then()
                .statusCode(422);
        assertEquals(2, Letterbox.of(siv).size(), "ended twice, told once");
        assertEquals(1, World.act(() -> Entry.count("verb = 'calledoff' and aboutId = ?1", panel.publicId)));
    }

    @Test
    void a_link_says_what_is_over_and_its_person_still_comes_into_the_project() {
        Project project = World.project();
        Panel panel = World.panel(project);
        Person siv = meets(project, "Siv", "sv");
        String token = handedOut(panel, siv);
        end(panel);
        Browser hers = nobody();
        hers.get("/link/" + token).follow().shows("Det du blev bjuden till är avslutat").shows("Klientrådet")
                .shows("Du behöver inte göra något.").submit("main form", Map.of()).seesOther(project.path());
        hers.get(project.path()).is(200);
        nobody().reading("fi").get("/link/" + token).follow().shows("Se, mihin sinut kutsuttiin, on päättynyt");
    }

    @Test
    void a_letters_code_says_it_too_and_nobody_is_asked_anew() {
        Project project = World.project();
        Panel panel = World.panel(project);
        Person bo = meets(project, "Bo", "sv");
        String code = Post.code(api(World.lena()).body(asking(panel, "letter", bo)).post("/api/v1/invitations"));
        end(panel);
        nobody().get("/code").submit("form[action=/code]", Map.of("letter", code)).follow()
                .shows("Det du blev bjuden till är avslutat");
        api(World.lena()).body(asking(panel, "letter", bo)).post("/api/v1/invitations").then().statusCode(404);
    }

    @Test
    void the_lead_sees_that_it_is_called_off_and_whom_to_call() {
        Project project = World.project();
        Panel panel = World.panel(project);
        mail(panel, meets(project, "Siv", "sv"));
        handedOut(panel, meets(project, "Bo", "sv"));
        end(panel);
        Browser lena = as(World.lena());
        Browser.Page page = lena.get(project.path() + "/invitations?about=" + panel.ref())
                .shows("Det här har avslutats, så ingen kan längre svara.").shows("Återkallad");
        assertTrue(page.document().select("form[action$=/reminding]").isEmpty());
        assertEquals(List.of(true, true), of(panel).stream().map(Invitation::off).toList());
    }

    @Test
    void what_its_members_were_asked_besides_goes_on() {
        Project project = World.project();
        Panel panel = World.panel(project);
        Person siv = meets(project, "Siv", "sv");
        api(World.lena()).body(Map.of("about", project.ref(), "channel", "email", "to", List.of(siv.publicId)))
                .post("/api/v1/invitations").then().statusCode(201);
        end(panel);
        assertEquals(1, Letterbox.of(siv).size());
        nobody().get(Letterbox.link(Letterbox.newest(siv))).follow().shows("Vem svarar");
    }

    @Test
    void a_day_no_calendar_reaches_is_refused_beside_its_field() {
        Project project = World.project();
        Panel panel = World.panel(project);
        Person siv = meets(project, "Siv", "sv");
        for (String how : List.of("email", "letter", "handed_out"))
            for (String day : List.of("9999-12-31", "+999999999-12-31"))
                assertEquals(422, api(World.lena()).body(Map.of("about", panel.ref(), "channel", how, "to",
                        List.of(siv.publicId), "dueOn", day)).post("/api/v1/invitations").statusCode(), how + day);
        Browser.Page letters = as(World.lena()).get(project.path() + "/letters");
        letters.submit("form[action$=/letters]", Map.of("member", letters.document().select("input[name=member]").val(),
                "dueOn", "9999-12-31")).refuses("dueOn");
    }
}
