package org.hornsten.recruitment;

import static org.hamcrest.Matchers.equalTo;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.lot.Draw;
import org.hornsten.notice.Arrived;
import org.hornsten.notice.Letterbox;
import org.hornsten.notice.Mail;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Seat;
import org.hornsten.panel.Target;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

/** From those who applied to those who sit: by lot or by choice, with yes and no, and what is forgotten afterwards. */
@QuarkusTest
class OutcomeTest {
    /** So many with an e-mail address, of every age group, of three towns and two languages by turns. */
    static void apply(OpenCall call, int many) {
        List<String> towns = List.of("Vasa", "Närpes", "Korsholm");
        List<AgeGroup> ages = List.of(AgeGroup.FROM_18, AgeGroup.FROM_30, AgeGroup.FROM_45, AgeGroup.FROM_65,
                AgeGroup.FROM_75);
        World.act(() -> {
            OpenCall here = OpenCall.findById(call.id);
            for (int i = 0; i < many; i++) {
                String language = i % 3 == 0 ? "fi" : "sv";
                Applicant said = new Applicant("Sökande " + i, "a" + i + "@example.org", null, null, null, null,
                        language,
                        ages.get(i % 5), towns.get(i % 7 % 3), i % 4 == 0 ? Set.of(Area.MEMORY) : Set.of(), true, null,
                        true);
                Person person = Person.named(said.name(), null, Role.PARTICIPANT, PersonKind.PANEL_MEMBER, language);
                person.isReachedAt(said.email());
                Application.received(here, person, said, Application.Way.WEB, null, mark("r" + here.id + "-" + i),
                        mark("c" + here.id + "-" + i), World.today());
            }
            return many;
        });
    }

    private static byte[] mark(String text) {
        return Secrets.fingerprint(text);
    }

    static void close(OpenCall call) {
        World.act(() -> OpenCall.update("closesAt = ?1 where id = ?2", Instant.now().minusSeconds(1), call.id));
    }

    static List<Application> in(OpenCall call, Application.State state) {
        return World.act(() -> Application.list("from Application a left join fetch a.person where a.call = ?1 and"
                + " a.state = ?2 order by a.place, a.number", call, state));
    }

    private static Target twoLanguages() {
        return new Target(null, null, Map.of("fi", 3, "sv", 3), null);
    }

    private static void draw(OpenCall call) {
        api(World.lena()).body(Map.of()).post("/api/v1/calls/" + call.publicId + "/draw").then().statusCode(200)
                .body("state", equalTo("decided"));
    }

    @Test
    void the_lot_decides_once_and_anybody_can_draw_again() {
        OpenCall call = World.openCall(World.panel(World.project(), 20, twoLanguages()), OpenCall.Method.DRAW, 6);
        apply(call, 30);
        nobody().reading("sv").get(call.path() + "/draw").shows("Platserna är inte lottade än").shows(call.promise);
        api(World.lena()).body(Map.of()).post("/api/v1/calls/" + call.publicId + "/draw").then().statusCode(422);
        close(call);
        draw(call);
        JsonPath told = RestAssured.get("/api/v1/calls/" + call.publicId + "/draw").jsonPath();
        assertEquals(call.promise, Draw.promise(told.getString("seed")), "the seed is the one that was promised");
        assertEquals(Draw.of(told.getString("seed"), IntStream.rangeClosed(1, 30).boxed().toList()).stream()
                .map(Draw.Lot::number).toList(), told.getList("numbers"));
        assertEquals(6, told.getList("chosen").size());
        assertEquals(3, told.getList("reserves").size());
        List<Application> asked = in(call, Application.State.ASKED);
        assertEquals(3, asked.stream().filter(one -> one.profile().language().equals("fi")).count());
        nobody().reading("fi").get(call.path() + "/draw").shows(told.getString("seed")).hides("Sökande");
        assertEquals(30, nobody().get(call.path() + "/draw/numbers").response.asString().lines().count());
        draw(call);
        assertEquals(asked.stream().map(one -> one.number).toList(),
                in(call, Application.State.ASKED).stream().map(one -> one.number).toList());
        assertEquals(1, World.act(() -> Entry.count("verb = 'drawn' and aboutId = ?1", call.publicId)));
    }

    @Test
    void pressed_in_four_browsers_at_once_it_is_drawn_once() {
        OpenCall call = World.openCall(World.project());
        apply(call, 12);
        close(call);
        String desk = call.panel.project.path() + "/calls/" + call.publicId;
        List<Browser.Page> pages = IntStream.range(0, 4).mapToObj(i -> as(World.lena()).get(desk)).toList();
        List<CompletableFuture<Integer>> all = pages.stream().map(page -> CompletableFuture.supplyAsync(() ->
                page.submit("form[action$=/draw]", Map.of()).response.statusCode())).toList();
        all.forEach(one -> assertEquals(303, one.join()));
        assertEquals(1, World.act(() -> Entry.count("verb = 'drawn' and aboutId = ?1", call.publicId)));
        assertEquals(5, in(call, Application.State.ASKED).size());
        assertEquals(3, in(call, Application.State.RESERVE).size());
        assertEquals(4, in(call, Application.State.NOT_CHOSEN).size());
    }

    /** Whoever presses send while the lead draws is in the draw or is told that it is over. */
    @Test
    void who_applies_while_it_closes_is_in_or_is_told() {
        OpenCall call = World.openCall(World.project());
        apply(call, 8);
        World.act(() -> OpenCall.update("closesAt = ?1 where id = ?2", Instant.now().plus(400, ChronoUnit.MILLIS),
                call.id));
        List<CompletableFuture<Integer>> late = IntStream.range(0, 12).mapToObj(i ->
                CompletableFuture.supplyAsync(() -> {
            pause(i * 60);
            return ApplicationTest.api(call, "late " + call.id + " " + i,
                    ApplicationTest.britta()).extract().statusCode();
        })).toList();
        pause(450);
        draw(call);
        long in = late.stream().filter(one -> one.join() == 201).count();
        late.forEach(one -> assertTrue(Set.of(201, 422).contains(one.join())));
        List<Integer> drawn = RestAssured.get("/api/v1/calls/" + call.publicId + "/draw").jsonPath().getList("numbers");
        assertEquals(8 + in, drawn.size());
        assertTrue(in > 0 && in < 12, in + " of twelve");
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** By the link in the newest mail, in a browser that was never here. */
    private static Browser comes(Application one) {
        Browser browser = nobody();
        browser.get(Letterbox.link(Letterbox.newest(one.person))).follow()
                .submit("form[action=/link]", Map.of()).seesOther(one.call.path() + "/mine");
        return browser.reading("sv");
    }

    @Test
    void each_mail_that_arrived_opens_the_own_application_and_an_earlier_one_goes_on_doing_so() {
        OpenCall call = World.openCall(World.panel(World.project(), 20, twoLanguages()), OpenCall.Method.DRAW, 1);
        try (Arrived post = new Arrived()) {
            List<Person> people = IntStream.range(0, 6).mapToObj(i -> applies(call)).toList();
            people.forEach(one -> Arrived.opened(post.newest(one)).shows("Ingenting är avgjort än"));
            close(call);
            draw(call);
            Arc.container().instance(Telling.class).get().others();
            Application asked = in(call, Application.State.ASKED).get(0);
            Application reserve = in(call, Application.State.RESERVE).get(0);
            Arrived.opened(post.newest(asked.person)).shows("Du har blivit vald")
                    .submit("form:has(input[value=no])", Map.of()).follow().shows("Du tackade nej");
            assertEquals(3, post.all(reserve.person).size(), "received, in reserve, asked");
            Arrived.opened(post.all(reserve.person).get(0)).shows("Du har blivit vald")
                    .submit("form:has(input[value=yes])", Map.of()).follow().shows("Du är med. Välkommen!");
            Arrived.opened(post.newest(in(call, Application.State.NOT_CHOSEN).get(0).person))
                    .shows("Tack för att du ville vara med");
            assertEquals(1, post.all(reserve.person).stream().map(Arrived::way).distinct().count());
        }
    }

    private static Person applies(OpenCall call) {
        Map<String, Object> said = ApplicationTest.britta();
        nobody().get(call.path() + "/applications/new").submit("form[action$=/applications]", said).is(303);
        return World.act(() -> Person.<Person>find("email", said.get("email")).singleResult());
    }

    @Test
    void who_has_no_e_mail_keeps_the_letter_that_opens_the_application() {
        OpenCall call = World.openCall(World.project());
        apply(call, 6);
        Application one = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).get(0));
        String letter = World.act(() -> {
            Person.update("email = null where id = ?1", one.person.id);
            return PersonalLink.forGuest(Project.findById(call.panel.project.id), Person.findById(one.person.id),
                    call.ref(), null, World.today()).token();
        });
        World.act(() -> OpenCall.update("places = 6 where id = ?1", call.id));
        close(call);
        draw(call);
        nobody().get("/link/" + letter).follow().submit("form[action=/link]", Map.of())
                .seesOther(call.path() + "/mine");
        assertEquals(1, World.act(() -> PersonalLink.count("person", one.person)));
    }

    @Test
    void who_says_yes_sits_in_the_panel_and_the_same_link_opens_the_project() {
        OpenCall call = World.openCall(World.project());
        apply(call, 12);
        close(call);
        draw(call);
        Application one = World.act(() -> Application.<Application>find("""
                from Application a join fetch a.person join fetch a.call c join fetch c.panel p join fetch p.project
                where c = ?1 and a.state = 'ASKED' order by a.place""", call).firstResult());
        Browser person = comes(one);
        person.get(call.panel.project.path()).is(404);
        person.get(call.path() + "/mine").shows("Du har blivit vald").submit("form:has(input[value=yes])", Map.of())
                .follow().shows("Du är med. Välkommen!");
        person.get(call.panel.project.path()).is(200);
        List<Seat> seats = World.act(() -> Seat.everOf(one.person));
        assertEquals(1, seats.size());
        assertEquals(one.profile(), seats.get(0).profile());
        assertEquals(!one.areas().isEmpty(), World.act(() -> !Experience.everOf(one.person).isEmpty()));
        assertEquals(1, World.act(() -> Membership.count("person", one.person)));
        assertEquals(1, World.act(() -> Entry.count("verb = 'accepted' and aboutId = ?1", one.publicId)));
        as(World.lena()).reading("sv").get(call.panel.project.path() + "/calls/"
                + call.publicId).shows("1 av 5 har sagt ja");
    }

    @Test
    void when_somebody_declines_the_reserve_who_fits_the_gap_is_asked() {
        OpenCall call = World.openCall(World.panel(World.project(), 20, twoLanguages()), OpenCall.Method.DRAW, 6);
        apply(call, 30);
        close(call);
        draw(call);
        World.act(() -> Application.update("""
                state = 'RESERVE', mark = 'RESERVE' where call = ?1 and state = 'NOT_CHOSEN'""", call));
        Application finnish = World.act(() -> Application.<Application>find("""
                from Application a join fetch a.person join fetch a.call c join fetch c.panel p join fetch p.project
                where c = ?1 and a.state = 'ASKED' and a.profile.language = 'fi' order by a.place""",
                        call).firstResult());
        Application first = in(call, Application.State.RESERVE).stream()
                .filter(one -> one.profile().language().equals("fi")).findFirst().orElseThrow();
        comes(finnish).get(call.path() + "/mine").submit("form:has(input[value=no])", Map.of()).follow()
                .shows("Du tackade nej");
        Application next = World.act(() -> Application.findById(first.id));
        assertEquals(Application.State.ASKED, next.state);
        assertEquals(6, in(call, Application.State.ASKED).size());
        assertEquals(0, World.act(() -> Seat.everOf(finnish.person)).size());
        assertEquals(ApplicationTest.mails(1), World.act(() -> Mail.count("receiver", next.person)));
    }

    @Test
    void the_lead_writes_down_what_was_said_by_phone_after_opening_the_name() {
        OpenCall call = World.openCall(World.project());
        apply(call, 12);
        close(call);
        draw(call);
        String desk = call.panel.project.path() + "/calls/" + call.publicId;
        Application one = in(call, Application.State.ASKED).get(0);
        Browser lena = as(World.lena()).reading("sv");
        lena.get(desk).hides("Sökande");
        String people = desk + "/people/" + one.number;
        lena.get(desk).submit("form[action=" + people + "/opening]", Map.of()).follow().shows(one.person.name)
                .shows(one.person.email);
        lena.get(desk).submit("form[action=" + people + "/answer]:has(input[value=yes])", Map.of()).is(303);
        assertEquals(422, lena.smuggled(people + "/answer", Map.of("answer", "no")));
        assertEquals(1, World.act(() -> Seat.everOf(one.person)).size());
        Application not = in(call, Application.State.NOT_CHOSEN).get(0);
        assertEquals(404, lena.tried("POST", desk + "/people/" + not.number + "/opening"));
        Application lapsed = in(call, Application.State.ASKED).get(0);
        lena.get(desk).submit("form[action=" + desk + "/people/" + lapsed.number
                + "/answer]:has(input[value=lapse])", Map.of()).is(303);
        assertEquals(4, in(call, Application.State.ASKED).size());
        assertEquals(2, in(call, Application.State.RESERVE).size());
    }

    /** Those who wait for an answer are told of it by the panel's lead; nobody is asked for what is no more. */
    @Test
    void to_a_panel_that_has_ended_nobody_applies_and_nobody_is_drawn() {
        OpenCall call = World.openCall(World.project());
        apply(call, 6);
        World.act(() -> {
            Panel ended = Panel.findById(call.panel.id);
            return ended.end(World.today());
        });
        ApplicationTest.api(call, "ended " + call.publicId, ApplicationTest.britta()).statusCode(422);
        close(call);
        api(World.lena()).body(Map.of()).post("/api/v1/calls/" + call.publicId + "/draw").then().statusCode(422);
        assertEquals(6, in(call, Application.State.RECEIVED).size());
    }

    @Test
    void when_its_panel_ends_who_applied_is_told_and_forgotten_as_was_promised() {
        OpenCall call = World.openCall(World.project());
        apply(call, 4);
        String desk = call.panel.path() + "/ending";
        as(World.lena()).post(desk, desk).is(303);
        assertEquals(4, in(call, Application.State.CALLED_OFF).size());
        RestAssured.get("/api/v1/calls/" + call.publicId).then().statusCode(200).body("state", equalTo("called_off"));
        nobody().reading("sv").get(call.path()).shows("Klientrådet har avslutats. Ingen kan söka längre.");
        ApplicationTest.api(call, "off " + call.publicId, ApplicationTest.britta()).statusCode(422);
        Telling telling = Arc.container().instance(Telling.class).get();
        telling.others();
        telling.others();
        Application one = in(call, Application.State.CALLED_OFF).get(1);
        assertEquals(1, Letterbox.of(one.person).size());
        assertEquals("Ansökan har avbrutits", Letterbox.newest(one.person).subject());
        api(World.lena()).body(Map.of()).post("/api/v1/calls/" + call.publicId + "/draw").then().statusCode(422);
        as(World.lena()).get(call.desk()).shows("Avbruten").hides("Mer tid");
        OldApplications old = Arc.container().instance(OldApplications.class).get();
        World.act(() -> old.end(World.today().plusDays(29)));
        assertEquals(4, World.act(() -> Application.count("call = ?1 and emptiedOn is null", call)));
        World.act(() -> old.end(World.today().plusDays(32)));
        assertEquals(0, World.act(() -> Application.count("call = ?1 and emptiedOn is null", call)));
    }

    @Test
    void a_call_nobody_decides_on_ends_after_a_year() {
        OpenCall call = World.openCall(World.project());
        apply(call, 2);
        World.act(() -> OpenCall.update("opensAt = ?1, closesAt = ?2 where id = ?3",
                Instant.now().minus(Duration.ofDays(380)), Instant.now().minus(Duration.ofDays(364)), call.id));
        OldApplications old = Arc.container().instance(OldApplications.class).get();
        World.act(() -> old.end(World.today()));
        assertEquals(0, in(call, Application.State.CALLED_OFF).size());
        World.act(() -> old.end(World.today().plusDays(2)));
        assertEquals(2, in(call, Application.State.CALLED_OFF).size());
        assertEquals(2, World.act(() -> Application.count("call = ?1 and emptiedOn is null", call)));
        nobody().reading("sv").get(call.path()).shows("Ingen har valts till Klientrådet inom ett år")
                .hides("har avslutats");
        as(World.lena()).reading("sv").get(call.desk()).shows("Ingen har valts inom ett år");
        assertEquals("recruitment:called_off", assertThrows(Refused.class, () -> World.act(() ->
                OpenCall.<OpenCall>findById(call.id).prolong(Instant.now().plus(Duration.ofDays(9)), Instant.now())))
                .key);
    }

    @Test
    void who_was_asked_when_the_panel_ends_cannot_say_yes_to_nothing() {
        OpenCall call = World.openCall(World.project());
        apply(call, 8);
        close(call);
        draw(call);
        Application asked = World.act(() -> Application.<Application>find("""
                from Application a join fetch a.person join fetch a.call c join fetch c.panel p join fetch p.project
                where a.call = ?1 and a.state = 'ASKED' order by a.id""", call).firstResult());
        Browser hers = comes(asked);
        Browser.Page open = hers.get(call.path() + "/mine").shows("Du har blivit vald");
        String desk = call.panel.path() + "/ending";
        as(World.lena()).post(desk, desk).is(303);
        open.submit("form:has(input[value=yes])", Map.of()).is(422);
        hers.get(call.path() + "/mine").is(200);
        assertEquals(0, World.act(() -> Seat.count("panel", call.panel)));
        assertEquals(0, in(call, Application.State.ASKED).size() + in(call, Application.State.RESERVE).size());
    }

    @Test
    void who_leaves_the_house_is_not_drawn_and_whoever_is_next_is_asked() {
        OpenCall call = World.openCall(World.panel(World.project(), 20, Target.NONE), OpenCall.Method.DRAW, 2);
        apply(call, 5);
        leaves(in(call, Application.State.RECEIVED).get(0));
        assertEquals(4, in(call, Application.State.RECEIVED).size());
        close(call);
        draw(call);
        assertEquals(2, in(call, Application.State.ASKED).size());
        Application asked = in(call, Application.State.ASKED).get(0);
        leaves(asked);
        List<Application> now = in(call, Application.State.ASKED);
        assertEquals(2, now.size(), "no place is lost");
        assertTrue(now.stream().noneMatch(one -> one.id.equals(asked.id)));
    }

    private static void leaves(Application one) {
        Application known = World.act(() -> Application.<Application>find("""
                from Application a join fetch a.person join fetch a.call c join fetch c.panel p join fetch p.project
                where a.id = ?1""", one.id).firstResult());
        String token = World.act(() -> PersonalLink.forGuest(Project.findById(known.call.panel.project.id),
                Person.findById(known.person.id), known.call.ref(), null, World.today())).token();
        String pass = RestAssured.given().contentType("application/json").body(Map.of("token", token))
                .post("/api/v1/access").then().statusCode(200).extract().path("token");
        assertTrue(RestAssured.given().header("Authorization", "Bearer " + pass).delete("/api/v1/me").statusCode() < 300);
    }

    @Test
    void nobody_is_drawn_among_nobody_and_fewer_than_there_are_places_are_all_asked() {
        OpenCall call = World.openCall(World.panel(World.project(), 20, Target.NONE), OpenCall.Method.DRAW, 5);
        close(call);
        String desk = call.desk();
        as(World.lena()).post(desk, desk + "/draw").is(422);
        assertEquals("closed", RestAssured.get("/api/v1/calls/" + call.publicId).path("state"));
        apply(call, 3);
        draw(call);
        assertEquals(3, in(call, Application.State.ASKED).size());
        assertEquals(0, in(call, Application.State.RESERVE).size());
    }

    @Test
    void everybody_is_told_in_her_or_his_language_once() {
        OpenCall call = World.openCall(World.project());
        apply(call, 12);
        close(call);
        draw(call);
        Telling telling = Arc.container().instance(Telling.class).get();
        telling.others();
        telling.others();
        List<Long> mails = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).stream()
                .map(one -> Mail.count("receiver", one.person)).toList());
        assertEquals(List.of(ApplicationTest.mails(1)), mails.stream().distinct().toList());
        assertEquals(12, World.act(() -> Application.count("call = ?1 and told = true", call)));
    }

    @Test
    void applications_without_a_place_are_forgotten_and_the_numbers_stay() {
        OpenCall call = World.openCall(World.project());
        apply(call, 12);
        close(call);
        draw(call);
        Application sits = in(call, Application.State.ASKED).get(0);
        Application asked = World.act(() -> Application.<Application>find("""
                from Application a join fetch a.person join fetch a.call c join fetch c.panel p join fetch p.project
                where a.id = ?1""", sits.id).firstResult());
        comes(asked).get(call.path() + "/mine").submit("form:has(input[value=yes])", Map.of()).is(303);
        List<Application> others = in(call, Application.State.NOT_CHOSEN);
        List<Application> reserves = in(call, Application.State.RESERVE);
        OldApplications old = Arc.container().instance(OldApplications.class).get();
        World.act(() -> old.end(World.today().plusDays(30)));
        assertEquals("Sökande", World.act(() -> Person.<Person>findById(others.get(0).person.id)).name.split(" ")[0]);
        World.act(() -> old.end(World.today().plusDays(31)));
        others.forEach(one -> assertNotNull(World.act(() -> Person.<Person>findById(one.person.id)).erasedAt));
        reserves.forEach(one -> assertNull(World.act(() -> Person.<Person>findById(one.person.id)).erasedAt));
        assertNull(World.act(() -> Person.<Person>findById(asked.person.id)).erasedAt, "who sits in the panel stays");
        Application emptied = World.act(() -> Application.findById(others.get(0).id));
        assertNull(emptied.profile().municipality());
        assertNotNull(emptied.number);
        for (int day = 0; day < 5; day++) World.act(() -> old.end(World.today().plusDays(181)));
        reserves.forEach(one -> assertNotNull(World.act(() -> Person.<Person>findById(one.person.id)).erasedAt));
        assertEquals(12, RestAssured.get("/api/v1/calls/" + call.publicId
                + "/draw").jsonPath().getList("numbers").size());
        assertEquals(0, World.act(() -> old.due(World.today().plusDays(181))));
    }

    /** The letters of practice: 5,000 in the sample, one in ten applies, forty are chosen and every wish is met. */
    @Test
    void of_five_thousand_letters_forty_are_chosen() {
        Project project = World.project();
        Map<String, Integer> ages = new HashMap<>();
        for (AgeGroup age : List.of(AgeGroup.FROM_18, AgeGroup.FROM_30, AgeGroup.FROM_45, AgeGroup.FROM_65,
                AgeGroup.FROM_75)) ages.put(Target.key(age), 8);
        Panel panel = World.panel(project, 40, new Target(ages, Map.of("Vasa", 13, "Närpes", 13, "Korsholm", 13),
                Map.of("sv", 20, "fi", 20), Map.of("memory", 10)));
        OpenCall call = World.openCall(panel, OpenCall.Method.DRAW, 40);
        StringBuilder csv = new StringBuilder("namn;gatuadress;postnummer;postanstalt;språk\n");
        for (int i = 0; i < 5_000; i++) csv.append("Mottagare ").append(i).append(";Storgatan ").append(i)
                .append(";65100;Vasa;").append(i % 2 == 0 ? "sv" : "fi").append('\n');
        Browser lena = as(World.lena()).reading("sv");
        String sample = project.path() + "/calls/" + call.publicId + "/sample";
        assertEquals(303, Upload.sent(lena, sample, csv.toString().getBytes(StandardCharsets.ISO_8859_1),
                Map.of("take", "yes")).statusCode());
        lena.get(sample).shows("Personer: 5000. Skrivna brev: 0.");
        assertEquals(5_000, World.act(() -> Addressee.count("call", call)));
        apply(call, 500);
        close(call);
        long began = System.nanoTime();
        draw(call);
        assertTrue(System.nanoTime() - began < 10_000_000_000L, "the lead does not wait");
        assertEquals(40, in(call, Application.State.ASKED).size());
        World.act(() -> {
            assertEquals(List.of(), Selection.of(OpenCall.findById(call.id)).gaps().stream().filter(gap ->
                    !gap.met()).toList());
            return 0;
        });
        api(World.lena()).get("/api/v1/calls/" + call.publicId + "/selection").then().statusCode(200)
                .body("gaps.lacking.unique()", equalTo(List.of(0))).body("candidates.size()", equalTo(500));
    }
}
