package org.hornsten.fault;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.ledger.Entry;
import org.hornsten.letter.LetterBatch;
import org.hornsten.link.PersonalLink;
import org.hornsten.link.Speaking;
import org.hornsten.project.Membership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One link or one code in many browsers at the same moment is one right, opened once, and ends once. */
@QuarkusTest
class OneRightTest {
    private static final int MANY = 200;
    /** To stretch a code takes some 50 ms of a processor on purpose. */
    private static final int SOME = 40;

    private Draft draft;
    private String pass;

    @BeforeEach
    void open() {
        pass = Browser.token(World.lena());
        draft = World.openDraft();
    }

    @Test
    void two_hundred_browsers_press_the_button_of_one_link_and_are_one_person_who_came_once() throws Exception {
        Response made = handedOut();
        List<Caller.Answer> answers = pressed(many(MANY, () -> byLink(made)));
        allIn(answers);
        assertEquals(1, used(made));
    }

    @Test
    void browsers_that_type_one_code_at_once_are_all_led_on_and_came_once() throws Exception {
        Response letters = Browser.api(World.lena()).body(Map.of("about", draft.ref(), "channel", "letter", "to",
                List.of(somebody()))).post("/api/v1/invitations");
        String code = Browser.api(World.lena()).get("/api/v1/invitations/letters/" + letters.path("batch")
                + "?format=csv").then().statusCode(200).extract().asString().lines().toList().get(1)
                .replaceFirst(".*,\"(.*)\"", "$1");
        PageForm form = PageForm.on(stranger().get("/code").is(200), "/code").with("letter", code);
        List<Caller.Answer> led = Crowd.atOnce(many(SOME, OneRightTest::stranger), (browser, who) ->
                browser.postForm(form.action(), form.fields()));
        List<Caller> proven = new ArrayList<>();
        for (Caller.Answer answer : led)
            proven.add(stranger().with("Cookie", "link=" + answer.is(303).cookie("link").orElseThrow()));
        allIn(pressed(proven));
        assertEquals(1, used(letters));
    }

    @RepeatedTest(3)
    void two_browsers_on_one_link_say_who_answers_and_one_of_them_is_kept() throws Exception {
        Response made = handedOut();
        List<Caller> two = many(2, () -> byLink(made));
        List<String> said = List.of("supported", "for_somebody");
        PageForm form = PageForm.on(two.get(0).get("/link").is(200), "/link");
        allIn(Crowd.atOnce(two, (browser, who) ->
                browser.postForm(form.action(), form.with("speaking", said.get(who)).fields())));
        assertEquals(1, used(made));
        Speaking kept = World.act(() -> PersonalLink.<PersonalLink>find("publicId", id(made)).singleResult().speaking);
        assertTrue(Set.of(Speaking.SUPPORTED, Speaking.FOR_SOMEBODY).contains(kept), "" + kept);
    }

    @RepeatedTest(3)
    void who_comes_while_the_link_is_ended_is_in_or_told_so_and_out_right_after() throws Exception {
        Response made = handedOut();
        PageForm form = PageForm.on(byLink(made).get("/link").is(200), "/link");
        List<Caller> browsers = new ArrayList<>(many(SOME, () -> byLink(made)));
        browsers.add(lena());
        PageForm ending = PageForm.on(lena().get(draft.project.path() + "/people").is(200), id(made) + "/ending");
        List<Caller.Answer> answers = Crowd.atOnce(browsers, (browser, who) -> who < SOME
                ? browser.postForm(form.action(), form.with("speaking", "myself").fields())
                : browser.postForm(ending.action(), ending.fields()).is(303));
        for (Caller.Answer answer : answers.subList(0, SOME)) {
            assertTrue(Set.of(303, 404).contains(answer.status()), answer.text());
            if (answer.status() == 303) session(answer).get(draft.path()).is(303);
        }
        assertTrue(used(made) <= 1);
        assertEquals(1, Entry.count("verb = 'ended' and aboutId = ?1", id(made)));
    }

    @RepeatedTest(3)
    void of_links_made_for_one_person_at_once_one_works() throws Exception {
        Response first = handedOut();
        PersonalLink link = World.act(() -> PersonalLink.<PersonalLink>find(
                "from PersonalLink l join fetch l.person where l.publicId = ?1", id(first)).singleResult());
        int number = World.act(() -> Membership.<Membership>find("project = ?1 and person = ?2", draft.project,
                link.person).singleResult().number);
        PageForm form = PageForm.on(lena().get(draft.project.path() + "/people").is(200), "/people/links")
                .with("member", "" + number);
        for (Caller.Answer answer : Crowd.atOnce(many(SOME, this::lena), (browser, who) ->
                browser.postForm(form.action(), form.fields()))) answer.is(303);
        assertEquals(1, PersonalLink.count("person = ?1 and endedOn is null", link.person));
        assertEquals(SOME + 1, PersonalLink.count("person", link.person));
        assertEquals(SOME, Entry.count("verb = 'ended' and aboutId in ?1", PersonalLink.<PersonalLink>list("person",
                link.person).stream().map(one -> one.publicId).toList()));
    }

    @Test
    void one_form_for_letters_sent_many_times_at_once_writes_them_once() throws Exception {
        handedOut();
        PageForm form = PageForm.on(lena().get(draft.project.path() + "/letters").is(200), "/letters");
        int number = World.act(() -> Membership.<Membership>find("project = ?1 and person.userName is null",
                draft.project).<Membership>firstResult().number);
        List<Caller.Answer> answers = Crowd.atOnce(many(20, this::lena), (browser, who) ->
                browser.postForm(form.action(), form.with("member", "" + number).fields()));
        String batch = answers.get(0).is(303).header("Location").orElseThrow();
        for (Caller.Answer answer : answers) assertEquals(batch, answer.is(303).header("Location").orElseThrow());
        assertEquals(1, LetterBatch.count("project", draft.project));
    }

    private List<Caller.Answer> pressed(List<Caller> browsers) throws Exception {
        PageForm form = PageForm.on(browsers.get(0).get("/link").is(200), "/link").with("speaking", "myself");
        return Crowd.atOnce(browsers, (browser, who) -> browser.postForm(form.action(), form.fields()));
    }

    private void allIn(List<Caller.Answer> answers) throws IOException {
        for (Caller.Answer answer : answers) answer.is(303);
        session(answers.get(0)).get(draft.path()).is(200);
        session(answers.get(answers.size() - 1)).get(draft.path()).is(200);
    }

    private Response handedOut() {
        Response made = Browser.api(World.lena()).body(Map.of("about", draft.ref(), "channel", "handed_out", "to",
                List.of(somebody()))).post("/api/v1/invitations");
        made.then().statusCode(201);
        return made;
    }

    private static Map<String, Object> somebody() {
        return Map.of("kind", "customer", "language", "sv", "name", "Satu");
    }

    private static String id(Response made) {
        return made.path("items[0].id");
    }

    private static long used(Response made) {
        return Entry.count("verb = 'used' and aboutId = ?1", id(made));
    }

    private static List<Caller> many(int many, Supplier<Caller> who) {
        return Stream.generate(who).limit(many).toList();
    }

    private static Caller stranger() {
        return new Caller(RestAssured.port);
    }

    private static Caller byLink(Response made) {
        return stranger().with("Cookie", "link=" + made.path("items[0].token"));
    }

    private Caller lena() {
        return stranger().with("Cookie", "hornsten=" + pass);
    }

    private static Caller session(Caller.Answer entered) {
        return stranger().with("Cookie", "hornsten=" + entered.cookie("hornsten").orElseThrow());
    }
}
