package org.hornsten.invitation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Envelope;
import org.hornsten.notice.Letterbox;
import org.hornsten.notice.Mail;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Profile;
import org.hornsten.panel.Seat;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.publishing.Publication;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Inviting by e-mail, letter and card, and reminding, from the lead's pages to the receiver's first click. */
@QuarkusTest
class InvitePagesTest {
    @Inject Invitations invitations;

    private static Person meets(Draft draft, String name, String language, boolean mail) {
        return World.act(() -> {
            Person met = Person.withoutAccount(name, null, PersonKind.CUSTOMER, language,
                    mail ? UUID.randomUUID() + "@post.example" : null);
            Membership.of(Project.findById(draft.project.id), met, Membership.Role.PARTICIPANT, met.kind);
            return met;
        });
    }

    private static String number(Draft draft, Person person) {
        return World.act(() -> "" + Membership.<Membership>find("project.id = ?1 and person = ?2", draft.project.id,
                person).<Membership>singleResult().number);
    }

    private static String pages(Draft draft) {
        return draft.project.path() + "/invitations";
    }

    private static Browser.Page previewed(Browser lena, Draft draft, String how, String due, Person... people) {
        List<String> numbers = new ArrayList<>();
        for (Person person : people) numbers.add(number(draft, person));
        return lena.post(pages(draft) + "/new", pages(draft) + "/new/preview", "about", draft.ref().toString(),
                "member", numbers, "how", how, "dueOn", due);
    }

    private static void invite(Draft draft, Person... people) {
        previewed(as(World.lena()), draft, "email", day(10), people).is(200)
                .submit("form[action$=/invitations/new]", Map.of()).is(303);
    }

    private static String day(int ahead) {
        return World.today().plusDays(ahead).toString();
    }

    private static List<Invitation> of(Draft draft) {
        return World.act(() -> Invitation.list("aboutId = ?1 order by id", draft.publicId));
    }

    @Test
    void a_lead_sees_what_will_be_read_sends_it_and_the_receiver_comes_in_by_it() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv Ström", "sv", true);
        Person satu = meets(draft, "Satu Sand", "fi", true);
        Browser lena = as(World.lena());
        Browser.Page preview = previewed(lena, draft, "email", day(10), siv, satu).is(200)
                .shows("Mejl: 2").shows("Säg vad du tycker: En modell på prov").shows("Kerro mielipiteesi");
        assertEquals(List.of("fi", "sv"), preview.document().select("section .card").eachAttr("lang"));
        assertEquals(List.of(), Letterbox.of(siv));
        preview.submit("form[action$=/invitations/new]", Map.of()).is(303).follow().shows("Inbjudna: 2")
                .shows("På väg").hides("Siv Ström");
        Envelope mail = Letterbox.newest(siv);
        assertTrue(mail.subject().startsWith("Säg vad du tycker: En modell"), mail.subject());
        assertTrue(mail.text().startsWith("Hörnsten skriver till dig för att du deltar i Provprojekt."), mail.text());
        assertTrue(Letterbox.newest(satu).text().startsWith("Hörnsten kirjoittaa sinulle"));
        assertFalse(mail.text().contains("Siv"), "a link may be in other hands");

        Browser receiver = nobody();
        receiver.get(Letterbox.link(mail)).follow().shows("Vem svarar")
                .submit("main form", Map.of("speaking", "myself")).seesOther(draft.path());
        receiver.get(draft.path()).is(200);
        lena.get(pages(draft) + "?about=" + draft.ref()).shows("Öppnad");
        assertEquals(1, World.act(() -> Entry.count("verb = 'invited' and aboutId = ?1", draft.publicId)));
    }

    @Test
    void a_double_tap_sends_once_and_so_does_asking_the_same_again() throws Exception {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Browser lena = as(World.lena());
        Element form = previewed(lena, draft, "email", day(10), siv).document().selectFirst("form[action$=/new]");
        ExecutorService taps = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) answers.add(taps.submit(() -> lena.sentWith(form, Map.of()).statusCode()));
        for (Future<Integer> answer : answers) assertEquals(303, answer.get());
        taps.shutdown();
        assertEquals(1, Letterbox.of(siv).size());
        invite(draft, siv);
        assertEquals(1, Letterbox.of(siv).size());
        assertEquals(1, of(draft).size());
        previewed(lena, draft, "email", day(20), siv).submit("form[action$=/invitations/new]", Map.of()).is(303);
        assertEquals(2, Letterbox.of(siv).size());
        assertEquals(1, of(draft).stream().filter(one -> one.live != null).count());
        assertEquals(Letterbox.link(Letterbox.of(siv).get(0)), Letterbox.link(Letterbox.newest(siv)),
                "the first e-mail's link lives on");
    }

    @Test
    void whoever_has_no_address_gets_a_letter_and_cards_are_for_handing_out() throws Exception {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Person bo = meets(draft, "Bo", "sv", false);
        Browser lena = as(World.lena());
        Browser.Page done = previewed(lena, draft, "email", day(10), siv, bo).shows("Mejl: 1").shows("Brev: 1")
                .shows("öppnas namn och adresser").submit("form[action$=/invitations/new]", Map.of()).is(303).follow();
        String batch = done.document().selectFirst(".notice a[href*=/letters/]").attr("href");
        lena.get(batch).shows("Kort att lämna ut");
        byte[] cards = lena.get(batch + "/cards").is(200).response.asByteArray();
        assertEquals("%PDF", new String(cards, 0, 4));
        assertEquals(List.of(Invitation.Channel.EMAIL, Invitation.Channel.LETTER),
                of(draft).stream().map(one -> one.channel).toList());
        previewed(lena, draft, "handed_out", "", bo).shows("Kort: 1")
                .submit("form[action$=/invitations/new]", Map.of()).is(303).follow().shows("I handen");
        assertEquals(1, of(draft).stream().filter(one -> one.live != null && one.person.id.equals(bo.id)).count());
        lena.get(pages(draft)).shows("Inbjudna: 2");
    }

    @Test
    void the_leads_own_greeting_stands_in_mail_and_letter_as_it_was_typed() throws Exception {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Person satu = meets(draft, "Satu", "fi", true);
        Person bo = meets(draft, "Bo", "fi", false);
        Browser lena = as(World.lena());
        String form = pages(draft) + "/new";
        Map<String, Object> typed = new HashMap<>(Map.of("about", draft.ref().toString(), "member",
                List.of(number(draft, siv), number(draft, satu), number(draft, bo)), "how", "email", "dueOn", day(10),
                "greeting", "Hej!  Vi ses <b>snart</b>.\r\n\r\n\r\n– Lena", "greetingLanguage", "sv"));
        Browser.Page preview = lena.get(form).submit("form[action$=/preview]", typed);
        preview.shows("En hälsning från den som bjuder in:").shows("Kutsujan tervehdys:").shows("Din hälsning i breven");
        assertEquals(List.of("sv", "sv", "sv"), preview.document().select("main blockquote").eachAttr("lang"));
        Browser.Page done = preview.submit("form[action$=/invitations/new]", Map.of()).is(303).follow();

        String said = "Hej! Vi ses <b>snart</b>.\n\n– Lena";
        Envelope mail = Letterbox.newest(satu);
        Letterbox.reads(mail, "fi");
        assertTrue(mail.text().contains("Kutsujan tervehdys:\n\n" + said + "\n\n"), mail.text());
        Element quoted = Jsoup.parse(mail.html()).selectFirst("blockquote[lang=sv]");
        assertEquals(said, quoted.wholeText());
        assertEquals(0, quoted.children().size(), "never HTML");
        assertEquals(List.of(said, said, said), of(draft).stream().map(one -> one.greeting).toList());
        assertTrue(World.act(() -> Entry.<Entry>list("verb = 'invited' and aboutId = ?1", draft.publicId)).stream()
                .allMatch(entry -> entry.payload.contains("\"greeted\":true") && !entry.payload.contains("snart")));

        String batch = done.document().selectFirst(".notice a[href*=/letters/]").attr("href");
        Element sheet = lena.get(batch + "/sheets").shows("Kutsujan tervehdys:").document()
                .selectFirst("blockquote[lang=sv]");
        assertEquals("Hej! Vi ses <b>snart</b>. – Lena", sheet.text());
        try (PDDocument paper = Loader.loadPDF(lena.get(batch + "/paper").is(200).response.asByteArray())) {
            assertEquals(1, paper.getNumberOfPages());
            assertTrue(new PDFTextStripper().getText(paper).contains("Hej! Vi ses <b>snart</b>."));
        }

        lena.get(pages(draft) + "?about=" + draft.ref()).submit("form[action$=/reminding]", Map.of()).is(303);
        assertFalse(Letterbox.newest(siv).text().contains("snart"), "a reminder is the house's own");
        World.act(() -> {
            Invitation.forget(siv);
            return siv;
        });
        assertEquals(2, of(draft).stream().filter(one -> one.greeting().isPresent()).count());
    }

    @Test
    void a_greeting_is_short_and_in_a_language_and_stays_when_something_else_is_changed() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Browser lena = as(World.lena());
        String form = pages(draft) + "/new";
        Map<String, Object> typed = new HashMap<>(Map.of("about", draft.ref().toString(), "member",
                List.of(number(draft, siv)), "how", "email", "greeting", "x".repeat(501), "greetingLanguage", "sv"));
        lena.get(form).submit("form[action$=/preview]", typed).refuses("greeting");
        typed.put("greeting", "Ää".repeat(250));
        typed.put("greetingLanguage", "ru");
        lena.get(form).submit("form[action$=/preview]", typed).refuses("greetingLanguage");
        typed.put("greetingLanguage", "en");
        Browser.Page again = lena.get(form).submit("form[action$=/preview]", typed).is(200)
                .submit("form:has(input[name=change])", Map.of()).is(200);
        assertEquals("Ää".repeat(250), again.document().selectFirst("textarea[name=greeting]").wholeText().strip());
        assertEquals("en", again.document().selectFirst("select[name=greetingLanguage] option[selected]").attr("value"));
        typed.put("greeting", " \r\n ");
        typed.put("greetingLanguage", "");
        lena.get(form).submit("form[action$=/preview]", typed).is(200).hides("En hälsning från");
    }

    @Test
    void letters_from_their_own_page_and_links_handed_out_are_invitations_too() {
        Draft draft = World.openDraft();
        Person bo = meets(draft, "Bo", "sv", false);
        Browser lena = as(World.lena());
        lena.post(draft.project.path() + "/letters", draft.project.path() + "/letters", "member",
                List.of(number(draft, bo))).is(303);
        lena.post(draft.project.path() + "/people", draft.project.path() + "/people/links", "member",
                number(draft, bo)).is(303);
        List<Invitation> all = World.act(() -> Invitation.list("person = ?1 order by id", bo));
        assertEquals(List.of(Invitation.Channel.LETTER, Invitation.Channel.HANDED_OUT),
                all.stream().map(one -> one.channel).toList());
        assertEquals(1, all.stream().filter(one -> one.live != null).count());
        lena.get(pages(draft)).shows("Provprojekt");
    }

    @Test
    void what_is_missing_is_told_beside_its_field_and_the_choices_stay() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Browser lena = as(World.lena());
        String form = pages(draft) + "/new";
        Object[] right = {"about", draft.ref().toString(), "member", List.of(number(draft, siv)), "how", "email",
            "dueOn", day(3), "remindDays", "2"};
        for (String[] wrong : new String[][] {{"about", ""}, {"about", "draft:nothing"}, {"how", ""}, {"how", "pigeon"},
            {"dueOn", "snart"}, {"dueOn", "2020-01-01"}, {"remindDays", "många"}, {"remindDays", "31"},
            {"member", "999"}}) {
            Object[] fields = right.clone();
            for (int i = 0; i < fields.length; i += 2) if (fields[i].equals(wrong[0])) fields[i + 1] = wrong[1];
            lena.post(form, form + "/preview", fields).refuses(wrong[0]);
        }
        lena.post(form, form + "/preview", right).is(200);
        assertEquals(0, of(draft).size());
        Browser.Page back = lena.post(form, form + "/preview", right).submit("form:has(input[name=change])", Map.of());
        assertTrue(back.is(200).document().selectFirst("input[name=member][value=" + number(draft, siv) + "]")
                .hasAttr("checked"));
    }

    @Test
    void a_reminder_goes_to_who_has_not_answered_with_the_same_link_and_twice_at_most() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Person bo = meets(draft, "Bo", "sv", true);
        invite(draft, siv, bo);
        Contribution said = World.said(draft, "Ring mig.");
        World.act(() -> Contribution.update("author = ?1 where id = ?2", bo, said.id));
        Browser lena = as(World.lena());
        String page = pages(draft) + "?about=" + draft.ref();
        lena.get(page).hides("Besvarad");
        lena.get(page).submit("form[action$=/reminding]", Map.of()).is(303).follow().shows("Påminnelser: 1");
        assertEquals(1, Letterbox.of(bo).size());
        assertEquals(2, Letterbox.of(siv).size());
        Envelope again = Letterbox.newest(siv);
        assertTrue(again.subject().startsWith("Påminnelse: "), again.subject());
        assertTrue(again.text().contains("Vi har inte sett något svar från dig"), again.text());
        for (Envelope mail : Letterbox.of(siv)) nobody().get(Letterbox.link(mail)).follow().shows("Vem svarar");
        lena.get(page).submit("form[action$=/reminding]", Map.of()).is(422);
        assertEquals(2, Letterbox.of(siv).size());
        longAgo(draft);
        lena.get(page).submit("form[action$=/reminding]", Map.of()).is(303);
        longAgo(draft);
        lena.get(page).submit("form[action$=/reminding]", Map.of()).is(422);
        assertEquals(3, Letterbox.of(siv).size());
    }

    private static void longAgo(Draft draft) {
        World.act(() -> Invitation.update("remindedAt = ?1 where aboutId = ?2 and remindedAt is not null",
                Instant.now().minus(Duration.ofDays(1)), draft.publicId));
    }

    @Test
    void where_answers_are_anonymous_all_are_reminded_and_thanked() {
        Draft draft = World.openDraft(Anonymity.ANONYMOUS);
        Person siv = meets(draft, "Siv", "sv", true);
        invite(draft, siv);
        as(World.lena()).get(pages(draft) + "?about=" + draft.ref()).shows("Ingen kan veta vem som har svarat")
                .submit("form[action$=/reminding]", Map.of()).is(303);
        assertTrue(Letterbox.newest(siv).text().contains("Om du redan har svarat: tack!"));
    }

    @Test
    void the_house_reminds_by_itself_some_days_before_and_never_after_the_last_day_or_the_end_of_the_round() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Person bo = meets(draft, "Bo", "sv", true);
        invite(draft, siv, bo);
        while (invitations.remindDue() > 0) assertTrue(true);
        assertEquals(1, Letterbox.of(siv).size());
        Invitation first = of(draft).get(0);
        assertEquals(9, first.remindAt.atZone(ZoneId.of("Europe/Helsinki")).getHour());
        World.act(() -> Invitation.update("remindAt = ?1 where aboutId = ?2", Instant.now().minusSeconds(60),
                draft.publicId));
        World.act(() -> Invitation.update("dueAt = ?1 where aboutId = ?2 and person = ?3",
                Instant.now().minusSeconds(30), draft.publicId, bo));
        while (invitations.remindDue() > 0) assertTrue(true);
        while (invitations.remindDue() > 0) assertTrue(true);
        assertEquals(2, Letterbox.of(siv).size());
        assertEquals(1, Letterbox.of(bo).size());
        assertEquals(1, World.act(() -> Entry.count("verb = 'reminded' and aboutId = ?1", draft.publicId)));

        Draft closed = World.openDraft();
        Person eva = meets(closed, "Eva", "sv", true);
        invite(closed, eva);
        World.act(() -> Publication.close(World.again(closed), "", Clock.systemUTC()));
        World.act(() -> Invitation.update("remindAt = ?1 where aboutId = ?2", Instant.now().minusSeconds(60),
                closed.publicId));
        while (invitations.remindDue() > 0) assertTrue(true);
        assertEquals(1, Letterbox.of(eva).size());
        as(World.lena()).get(pages(closed) + "?about=" + closed.ref()).submit("form[action$=/reminding]", Map.of())
                .is(422);
    }

    @Test
    void who_was_put_out_of_use_is_reminded_of_nothing_and_all_links_end_together() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        invite(draft, siv);
        String link = Letterbox.link(Letterbox.newest(siv));
        PersonalLink known = World.act(() -> PersonalLink.<PersonalLink>find("person", siv).firstResult());
        Browser lena = as(World.lena());
        String people = draft.project.path() + "/people";
        lena.post(people, people + "/links/" + known.publicId + "/ending").is(303);
        nobody().get(link).follow().is(404);
        lena.get(pages(draft) + "?about=" + draft.ref()).shows("Tagen ur bruk")
                .submit("form[action$=/reminding]", Map.of()).is(422);
        assertEquals(1, Letterbox.of(siv).size());
    }

    @Test
    void a_letter_ends_what_came_by_mail_and_a_mail_ends_nothing() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        String handed = api(World.lena()).body(Map.of("about", draft.ref(), "channel", "handed_out", "to",
                List.of(siv.publicId))).post("/api/v1/invitations").then().statusCode(201).extract()
                .path("items[0].token");
        invite(draft, siv);
        String mailed = Letterbox.link(Letterbox.newest(siv));
        nobody().get("/link/" + handed).follow().is(200);
        nobody().get(mailed).follow().is(200);
        api(World.lena()).body(Map.of("about", draft.ref(), "channel", "letter", "to", List.of(siv.publicId)))
                .post("/api/v1/invitations").then().statusCode(201);
        nobody().get("/link/" + handed).follow().is(404);
        nobody().get(mailed).follow().is(404);
    }

    @Test
    void programs_invite_by_mail_people_or_a_panel_and_learn_no_link() {
        Draft draft = World.openDraft();
        Person siv = meets(draft, "Siv", "sv", true);
        Person bo = meets(draft, "Bo", "sv", false);
        Map<String, Object> wanted = Map.of("about", draft.ref(), "channel", "email", "to", List.of(siv.publicId));
        api(World.lena()).body(wanted).post("/api/v1/invitations").then().statusCode(201).body("items", hasSize(1))
                .body("items[0].person", equalTo(siv.publicId)).body("items[0].link", nullValue());
        api(World.lena()).body(wanted).post("/api/v1/invitations").then().statusCode(201).body("items", hasSize(0));
        assertEquals(1, Letterbox.of(siv).size());
        api(World.lena()).body(Map.of("about", draft.ref(), "channel", "email", "to", List.of(bo.publicId)))
                .post("/api/v1/invitations").then().statusCode(422).body("errors[0].field", equalTo("to"));
        Panel panel = World.act(() -> {
            Panel founded = Panel.founded(Project.findById(draft.project.id), new Panel.Plan(
                    Panel.Kind.REFERENCE_GROUP, Multilingual.of("Referensgrupp", "Ohjausryhmä", "Reference group"),
                    Panel.Plan.usual(Panel.Kind.REFERENCE_GROUP, World.today()).term(), null, null, null, null, null));
            founded.take(Person.findById(siv.id), Seat.Wanted.as(Seat.Kind.MEMBER, Profile.NONE), World.today());
            return founded;
        });
        api(World.lena()).body(Map.of("about", draft.project.ref(), "channel", "email", "panel", panel.publicId))
                .post("/api/v1/invitations").then().statusCode(201).body("items", hasSize(1));
        assertEquals(2, Letterbox.of(siv).size());
        assertNotEquals(Letterbox.link(Letterbox.of(siv).get(0)), Letterbox.link(Letterbox.newest(siv)),
                "each thing has its own link");
        for (Envelope mail : Letterbox.of(siv)) nobody().get(Letterbox.link(mail)).follow().is(200);
        Browser lena = as(World.lena());
        lena.post(pages(draft) + "/new", pages(draft) + "/new/preview", "about", draft.project.ref().toString(), "who",
                panel.publicId, "how", "letter", "dueOn", "").shows("Brev: 1");
        World.act(() -> Panel.<Panel>findById(panel.id).end(World.today()));
        api(World.lena()).body(Map.of("about", draft.ref(), "channel", "email", "panel", panel.publicId))
                .post("/api/v1/invitations").then().statusCode(422);
        api(World.linus()).body(Map.of("about", draft.ref(), "channel", "email", "panel", panel.publicId))
                .post("/api/v1/invitations").then().statusCode(404);
        lena.get(pages(draft) + "?about=" + draft.project.ref()).is(200);
    }

    @Test
    void inviting_is_fast_while_the_mail_server_is_away() {
        Draft draft = World.openDraft();
        List<Person> people = IntStream.range(0, 20).mapToObj(i -> meets(draft, "P" + i, "sv", true)).toList();
        List<Long> millis = new ArrayList<>();
        String token = Browser.token(World.lena());
        for (Person person : people) {
            long begun = System.nanoTime();
            RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + token)
                    .body(Map.of("about", draft.ref(), "channel", "email", "to", List.of(person.publicId)))
                    .post("/api/v1/invitations").then().statusCode(201);
            millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }
        millis.sort(Long::compare);
        assertTrue(millis.get(18) < 500, "p95: " + millis);
        assertEquals(20, World.act(() -> Mail.count("receiver in ?1 and state = 'WAITING'", people)));
    }
}
