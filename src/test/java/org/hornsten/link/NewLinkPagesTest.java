package org.hornsten.link;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.Dump;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.notice.Letterbox;
import org.hornsten.notice.Mail;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class NewLinkPagesTest {
    @Inject NewLinks links;

    private Draft draft;
    private Person siv;
    private PersonalLink link;

    @BeforeEach
    void meet() {
        done();
        draft = World.openDraft();
        String email = "siv-" + UUID.randomUUID() + "@post.example";
        siv = World.act(() -> {
            Person met = Person.withoutAccount("Siv", null, PersonKind.CUSTOMER, "sv", email);
            Membership.of(Project.findById(draft.project.id), met, Membership.Role.PARTICIPANT, met.kind);
            return met;
        });
        link = World.act(() -> PersonalLink.forPerson(Project.findById(draft.project.id), Person.findById(siv.id),
                draft.ref(), World.today().plusDays(5), World.today()).link());
    }

    private int done() {
        int wishes = 0;
        while (links.one()) wishes++;
        return wishes;
    }

    private static Browser.Page asked(String email) {
        return nobody().post("/new-link", "/new-link", "email", email);
    }

    @Test
    void whoever_has_lost_a_link_gets_one_that_lasts_as_long_and_the_letter_still_opens() {
        asked(" " + siv.email.toUpperCase() + " ").seesOther("/new-link/sent");
        assertEquals(List.of(), Letterbox.of(siv));
        assertEquals(1, done());
        String mailed = Letterbox.link(Letterbox.newest(siv));
        nobody().get(mailed).follow().shows("Vem svarar");
        assertEquals(1, PersonalLink.of(draft.project, siv).stream().filter(one -> one.byMail
                && one.lastOn.equals(link.lastOn)).count());
        assertEquals(2, PersonalLink.of(draft.project, siv).size());
        asked(siv.email).is(303);
        done();
        assertEquals(mailed, Letterbox.link(Letterbox.newest(siv)));
        assertTrue(Letterbox.newest(siv).text().contains("för att någon har bett om en ny länk"));
    }

    @Test
    void the_answer_is_the_same_for_an_address_nobody_has_and_no_mail_goes_anywhere() {
        long mails = mails();
        Browser.Page known = asked(siv.email);
        Browser.Page unknown = asked("nobody-" + UUID.randomUUID() + "@post.example");
        assertEquals(known.response.statusCode(), unknown.response.statusCode());
        assertEquals(known.response.header("Location"), unknown.response.header("Location"));
        assertEquals(known.follow().document().text(), unknown.follow().document().text());
        assertEquals(2, Dump.taken().rows("link_wish").stream().filter(row -> !row.get("sealed").equals("null")).count());
        done();
        assertEquals(mails + 1, mails());
    }

    private static long mails() {
        return World.act(() -> Mail.count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "fi", "en"})
    void the_e_mail_reads_as_its_receiver_reads(String language) {
        World.act(() -> Person.update("language = ?1 where id = ?2", language, siv.id));
        asked(siv.email).is(303);
        done();
        Letterbox.reads(Letterbox.newest(siv), language);
    }

    @Test
    void an_ended_right_gets_nothing() {
        World.act(() -> PersonalLink.update("endedOn = ?1 where id = ?2", World.today(), link.id));
        asked(siv.email).seesOther("/new-link/sent");
        done();
        assertEquals(List.of(), Letterbox.of(siv));
    }

    @Test
    void nobody_fills_a_mailbox_with_it() {
        for (int i = 0; i < 6; i++) asked(siv.email).seesOther("/new-link/sent");
        done();
        assertEquals(3, Letterbox.of(siv).size());
    }

    @Test
    void what_was_typed_lies_sealed_and_goes_when_it_was_looked_at() {
        String typed = "typed-" + UUID.randomUUID() + "@post.example";
        asked(typed).is(303);
        assertFalse(Dump.taken().rows("link_wish").toString().contains(typed));
        done();
        assertEquals(0, Dump.taken().rows("link_wish").stream().filter(row -> !row.get("sealed").equals("null")).count());
    }

    @Test
    void what_is_no_address_is_told_beside_the_field() {
        List<String> wrong = new ArrayList<>(List.of("", "siv", "siv at post.example", "a@b c@d"));
        for (String one : wrong) asked(one).refuses("email");
        asked("x".repeat(260) + "@post.example").refuses("email");
    }

    @Test
    void a_useless_link_leads_here() {
        assertEquals("/new-link", nobody().get("/link/" + "a".repeat(26)).follow().is(404).document()
                .select("main a.govuk-button").attr("href"));
    }
}
