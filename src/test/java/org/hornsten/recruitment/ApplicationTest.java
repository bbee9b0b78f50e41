package org.hornsten.recruitment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Mail;
import org.hornsten.notice.Outbox;
import org.junit.jupiter.api.Test;

/** Applying: by anybody, once each, until the call closes, and taken back without a trace. */
@QuarkusTest
class ApplicationTest {
    static Map<String, Object> britta() {
        Map<String, Object> said = new HashMap<>();
        said.putAll(Map.of("name", "Britta Berg", "email", "britta-" + UUID.randomUUID() + "@example.org",
                "language", "sv",
                "ageGroup", "FROM_65", "municipality", "Vasa", "mayApply", "yes"));
        return said;
    }

    private static Browser.Page send(Browser browser, OpenCall call, Map<String, Object> said) {
        return browser.get(call.path() + "/applications/new").submit("form[action$=/applications]", said);
    }

    /** So many, where the house sends e-mail at all. */
    static long mails(long many) {
        return Arc.container().instance(Outbox.class).get().open() ? many : 0;
    }

    static long applied(OpenCall call) {
        return World.act(() -> Application.count("call = ?1 and number is not null", call));
    }

    @Test
    void anybody_applies_without_an_account_and_gets_a_code() {
        OpenCall call = World.openCall(World.project());
        Browser britta = nobody().reading("sv");
        britta.get(call.path()).shows("Kom med: Klientrådet").shows("Du som har fyllt 16 år")
                .shows("Säg hur vården borde bli.");
        Browser.Page thanks = send(britta, call, britta()).seesOther("/calls/applications/thanks").follow()
                .shows("Ansökan är framme");
        String code = thanks.document().select(".receipt-code").text();
        assertTrue(code.matches("([A-Z0-9]{4}-){3}[A-Z0-9]{4}"), code);
        Browser later = nobody().reading("fi");
        later.post("/calls/applications", "/calls/applications", "code", code.toLowerCase()).follow()
                .shows("Mitään ei ole vielä päätetty").shows("Numerosi on 1").hides("Britta");
        Application kept = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).get(0));
        assertEquals("Vasa", kept.profile().municipality());
        assertFalse(new String(kept.receipt).contains(code));
        assertEquals(1, World.act(() -> Entry.about(kept.ref())).size());
        assertEquals("Britta Berg", kept.person.name);
        assertEquals(mails(1), World.act(() -> Mail.count("receiver", kept.person)));
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_nothing_is_kept() {
        OpenCall call = World.openCall(World.project());
        Map<String, List<Object>> wrong = Map.of("name", List.of("", "  "), "email", List.of("britta", ""),
                "language", List.of("ru"), "ageGroup", List.of("", "OLD"), "municipality", List.of(""), "mayApply",
                List.of("no"), "phone", List.of("ring mig"), "why", List.of("x".repeat(2001)));
        wrong.forEach((field, values) -> values.forEach(value -> {
            Map<String, Object> said = britta();
            said.put(field, value);
            send(nobody(), call, said).refuses(field);
        }));
        Map<String, Object> sensitive = britta();
        sensitive.put("areas", List.of("MEMORY"));
        send(nobody(), call, sensitive).refuses("consents").document().select("#areas-MEMORY[checked]").first()
                .hasAttr("checked");
        assertEquals(0, applied(call));
    }

    @Test
    void by_phone_alone_or_by_letter_alone_one_can_be_reached_too() {
        OpenCall call = World.openCall(World.project());
        Map<String, Object> phone = britta();
        phone.put("email", "");
        phone.put("phone", "+358 40 123 4567");
        send(nobody(), call, phone).is(303);
        Map<String, Object> street = britta();
        street.put("email", "");
        street.putAll(Map.of("street", "Storgatan 1", "postcode", "65100", "town", "Vasa"));
        send(nobody(), call, street).is(303);
        assertEquals(2, applied(call));
    }

    @Test
    void a_double_tap_applies_once() {
        OpenCall call = World.openCall(World.project());
        Browser.Page form = nobody().get(call.path() + "/applications/new");
        Map<String, Object> said = britta();
        for (int i = 0; i < 2; i++) form.submit("form[action$=/applications]", said).is(303);
        String key = UUID.randomUUID().toString();
        Map<String, Object> other = britta();
        List<CompletableFuture<Integer>> taps = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                api(call, key, other).extract().statusCode())).toList();
        taps.forEach(tap -> assertEquals(201, tap.join()));
        assertEquals(2, applied(call));
        assertEquals(2, World.act(() -> Application.count("call", call)));
    }

    /** Whoever types somebody else's address learns nothing: page, code and state are the same. */
    @Test
    void a_person_applies_once_and_nobody_else_is_told_so() {
        OpenCall call = World.openCall(World.project());
        Map<String, Object> said = britta();
        send(nobody(), call, said).is(303);
        said.put("email", said.get("email").toString().toUpperCase());
        said.put("name", "Någon annan");
        Browser second = nobody().reading("sv");
        String code = send(second, call, said).follow().shows("Om du söker flera gånger räknas den första ansökan")
                .document().select(".receipt-code").text();
        assertFalse(code.isEmpty());
        second.get("/calls/applications/mine").shows("Vi har fått din ansökan").hides("Någon annan").hides("redan");
        assertEquals(1, applied(call));
        Application first = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).get(0));
        assertEquals(mails(2), World.act(() -> Mail.count("receiver", first.person)), "that it came, and again");
        Application again = World.act(() -> Application.<Application>find("call = ?1 and number is null",
                call).firstResult());
        assertNull(again.person);
        assertNull(again.contactMark);
    }

    @Test
    void what_is_taken_back_is_erased_and_its_number_stays_empty() {
        OpenCall call = World.openCall(World.project());
        Browser britta = nobody().reading("sv");
        send(britta, call, britta()).is(303);
        Person person = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).get(0).person);
        britta.get("/calls/applications/mine").submit("form:has(input[value=back])", Map.of())
                .seesOther("/calls/applications/gone");
        britta.get("/calls/applications/mine").seesOther("/calls/applications");
        Person gone = World.act(() -> Person.findById(person.id));
        assertEquals("", gone.name);
        assertNull(gone.email);
        assertEquals(1, World.act(() -> Entry.count("verb = 'left' and aboutId = ?1", person.publicId)));
        send(nobody(), call, britta()).is(303);
        assertEquals(2, World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).get(0).number));
    }

    @Test
    void before_it_opens_nobody_finds_it_and_after_it_closes_nobody_applies() {
        OpenCall call = World.openCall(World.project());
        Browser.Page form = nobody().get(call.path() + "/applications/new");
        World.act(() -> OpenCall.update("closesAt = ?1 where id = ?2", Instant.now().minusSeconds(1), call.id));
        form.submit("form[action$=/applications]", britta()).is(422);
        nobody().reading("sv").get(call.path() + "/applications/new").shows("Ansökningstiden är slut");
        assertEquals(0, applied(call));
        World.act(() -> OpenCall.update("opensAt = ?1, closesAt = ?2 where id = ?3", Instant.now().plusSeconds(600),
                Instant.now().plusSeconds(6000), call.id));
        nobody().get(call.path()).is(303);
        as(World.pekka()).get(call.path()).is(404);
        as(World.lena()).reading("sv").get(call.path()).shows("Inte öppen än");
    }

    @Test
    void many_at_the_same_moment_get_numbers_of_their_own() {
        OpenCall call = World.openCall(World.project());
        List<CompletableFuture<Integer>> all = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                api(call, "key " + UUID.randomUUID(), britta()).extract().statusCode())).toList();
        all.forEach(one -> assertEquals(201, one.join()));
        assertEquals(IntStream.rangeClosed(1, 8).boxed().toList(), World.act(() ->
                Application.of(OpenCall.<OpenCall>findById(call.id)).stream().map(one -> one.number).toList()));
    }

    @Test
    void staff_type_in_what_came_by_phone_also_after_the_end() {
        OpenCall call = World.openCall(World.project());
        World.act(() -> OpenCall.update("closesAt = ?1 where id = ?2", Instant.now().minusSeconds(1), call.id));
        Browser fanny = as(World.fanny()).reading("sv");
        String page = call.panel.project.path() + "/calls/" + call.publicId + "/typed-in";
        Map<String, Object> said = britta();
        fanny.get(page).submit("form[action=" + page + "]", said).refuses("way");
        said.put("way", "phone");
        fanny.get(page).submit("form[action=" + page + "]", said).follow().shows("Ansökan är framme");
        Application kept = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).get(0));
        assertEquals(Application.Way.PHONE, kept.way);
        assertEquals(World.fanny().id, kept.typedBy.id);
    }

    /** The code of a letter opens the page, which knows to whom it was sent and shows no more than initials. */
    @Test
    void by_a_letters_link_the_application_is_the_receivers() {
        OpenCall call = World.openCall(World.project());
        String token = World.act(() -> {
            OpenCall here = OpenCall.findById(call.id);
            Person siv = Person.withoutAccount("Siv Strand", null, World.pekka().kind, "sv", null);
            siv.livesAt("Strandgatan 2", "65100", "Vasa");
            Addressee.of(here, siv);
            return PersonalLink.forGuest(here.panel.project, siv, here.ref(), null, World.today()).token();
        });
        Browser siv = nobody().reading("sv");
        siv.get("/link/" + token).follow().shows("Klientrådet").submit("form[action=/link]", Map.of())
                .seesOther(call.path() + "/mine").follow().seesOther(call.path() + "/applications/new").follow()
                .shows("S. S.").hides("Siv").hides("Strandgatan");
        siv.get(call.panel.project.path()).is(404);
        Map<String, Object> said = britta();
        said.remove("name");
        said.put("email", "");
        send(siv, call, said).is(303);
        Application kept = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).get(0));
        assertEquals("Siv Strand", kept.person.name);
        assertEquals(Application.Way.LETTER, kept.way);
        siv.get(call.path() + "/mine").shows("Ditt nummer är 1").hides("Siv");
        send(siv, call, said).is(303);
        assertEquals(1, applied(call), "by another address, but the same person");
    }

    @Test
    void a_program_applies_with_a_key_and_is_answered_the_same_twice() {
        OpenCall call = World.openCall(World.project());
        Map<String, Object> said = britta();
        String key = UUID.randomUUID().toString();
        String code = api(call, key, said).statusCode(201).extract().path("receipt");
        api(call, key, said).statusCode(201).body("receipt", equalTo(code));
        said.put("municipality", "Närpes");
        api(call, key, said).statusCode(409);
        api(call, "other " + key, britta()).statusCode(201).body("receipt", not(equalTo(code)));
        RestAssured.given().contentType("application/json").body(said).post("/api/v1/calls/" + call.publicId
                + "/applications").then().statusCode(400);
        Map<String, Object> young = britta();
        young.put("experience", Set.of("memory"));
        api(call, "third " + key, young).statusCode(422).body("errors[0].field", equalTo("consents"));
        RestAssured.get("/api/v1/calls/" + call.publicId).then().statusCode(200).body("state", equalTo("open"))
                .body("places", equalTo(5));
        assertEquals(2, applied(call));
    }

    static ValidatableResponse api(OpenCall call, String key, Map<String, Object> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("ageGroup", said.get("ageGroup").toString().toLowerCase());
        body.put("mayApply", true);
        return RestAssured.given().contentType("application/json").header("Idempotency-Key", key).body(body)
                .post("/api/v1/calls/" + call.publicId + "/applications").then();
    }

    @Test
    void no_code_is_guessed_and_none_stands_in_an_address() {
        Browser britta = nobody().reading("sv");
        britta.post("/calls/applications", "/calls/applications", "code", "AAAA-AAAA-AAAA-AAAA").refuses("code");
        britta.post("/calls/applications", "/calls/applications", "code", "").refuses("code");
        britta.get("/calls/applications/thanks").seesOther("/calls/applications");
    }

    @Test
    void open_calls_stand_on_the_first_page_and_on_the_projects() {
        OpenCall call = World.openCall(World.project());
        List<String> there = new ArrayList<>(nobody().get("/").document().select("#calls + ul a").eachAttr("href"));
        assertFalse(there.isEmpty());
        as(World.pekka()).reading("fi").get(call.panel.project.path()).shows("Nyt voit hakea")
                .shows("Tule mukaan: Asiakasraati");
    }
}
