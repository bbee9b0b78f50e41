package org.hornsten.fault;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.draft.VersionText;
import org.hornsten.input.Contribution;
import org.hornsten.kit.PublicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Sending twice counts once, however it comes to be sent twice. */
@QuarkusTest
class RaceTest {
    private static final int MANY = 200;
    private static final String WORDS = "Vem ringer vem, och när?";

    private Draft draft;
    private String passage;
    private String pass;

    @BeforeEach
    void open() {
        pass = Browser.token(World.pekka());
        draft = World.openDraft();
        passage = World.act(() -> VersionText.<VersionText>find("version.draft.id", draft.id).firstResult()
                .outline.passages().get(0).id());
    }

    @Test
    void a_double_click_counts_once() throws Exception {
        PageForm form = filled(page());
        List<Caller.Answer> answers = Crowd.atOnce(many(2, this::pekkasBrowser), (browser, who) ->
                browser.postForm(form.action(), form.fields()));
        assertEquals(Set.of(receiptAfter(answers.get(0))), receipts(answers));
        assertEquals(1, stored());
    }

    @Test
    void the_same_form_sent_from_two_tabs_counts_once() throws Exception {
        PageForm form = filled(page());
        String first = receiptAfter(pekkasBrowser().postForm(form.action(), form.fields()));
        assertEquals(first, receiptAfter(pekkasBrowser().postForm(form.action(), form.fields())));
        assertEquals(1, stored());
    }

    @Test
    void two_tabs_with_a_form_each_say_two_things() throws Exception {
        PageForm one = filled(page());
        PageForm other = filled(page());
        assertNotEquals(receiptAfter(pekkasBrowser().postForm(one.action(), one.fields())),
                receiptAfter(pekkasBrowser().postForm(other.action(), other.fields())));
        assertEquals(2, stored());
    }

    @Test
    void a_form_sent_again_because_no_answer_came_counts_once() throws Exception {
        PageForm form = filled(page());
        pekkasBrowser().postFormAndHangUp(form.action(), form.fields());
        String receipt = receiptAfter(pekkasBrowser().postForm(form.action(), form.fields()));
        assertEquals(receipt, receiptAfter(pekkasBrowser().postForm(form.action(), form.fields())));
        assertEquals(1, stored());
    }

    @RepeatedTest(5)
    void of_200_programs_sending_one_submission_at_once_one_stores_it_and_all_get_its_receipt() throws Exception {
        String key = PublicId.random();
        List<Caller.Answer> answers = Crowd.atOnce(many(MANY, this::pekkasProgram),
                (program, who) -> say(program, key, WORDS));
        assertEquals(Set.of(201), answers.stream().map(Caller.Answer::status).collect(Collectors.toSet()));
        assertEquals(1, answers.stream().map(Caller.Answer::text).distinct().count());
        assertEquals(1, stored());
    }

    @RepeatedTest(2)
    void of_200_browsers_sending_one_form_at_once_one_stores_it_and_all_get_its_receipt() throws Exception {
        PageForm form = filled(page());
        List<Caller.Answer> answers = Crowd.atOnce(many(MANY, this::pekkasBrowser), (browser, who) ->
                browser.postForm(form.action(), form.fields()));
        assertEquals(Set.of(303), answers.stream().map(Caller.Answer::status).collect(Collectors.toSet()));
        assertEquals(1, answers.stream().map(Caller.Answer::cookies).distinct().count());
        receiptAfter(answers.get(0));
        assertEquals(1, stored());
    }

    @Test
    void other_words_under_the_same_key_are_refused_and_not_stored() throws Exception {
        String key = PublicId.random();
        say(pekkasProgram(), key, WORDS).is(201);
        say(pekkasProgram(), key, "Något helt annat.").is(409);
        assertEquals(1, stored());
    }

    @Test
    void a_key_belongs_to_who_sends_it() throws Exception {
        String key = PublicId.random();
        Caller.Answer pekka = say(pekkasProgram(), key, WORDS).is(201);
        Caller.Answer aino = say(new Caller(RestAssured.port).bearing(Browser.token(World.aino())), key, WORDS).is(201);
        assertNotEquals(pekka.text(), aino.text());
        assertEquals(2, stored());
    }

    private static List<Caller> many(int many, Supplier<Caller> who) {
        return Stream.generate(who).limit(many).toList();
    }

    private Caller.Answer say(Caller program, String key, String words) throws IOException {
        return program.postJson("/api/v1/drafts/" + draft.publicId + "/contributions", Scene.json(Map.of("version", 1,
                "language", "sv", "passage", passage, "kind", "comment", "words", words)),
                Map.of("Idempotency-Key", key));
    }

    private PageForm page() throws IOException {
        return PageForm.on(pekkasBrowser()
                .get("/drafts/" + draft.publicId + "/versions/1/comments/new?passage=" + passage).is(200), "/comments");
    }

    private static PageForm filled(PageForm form) {
        return form.with("words", WORDS).with("kind", "comment");
    }

    private String receiptAfter(Caller.Answer sent) throws IOException {
        String thanks = sent.is(303).cookie("hornsten-thanks").orElseThrow();
        return PageForm.receipt(new Caller(RestAssured.port).with("Cookie", "hornsten-thanks=" + thanks).get("/thanks")
                .is(200));
    }

    private Set<String> receipts(List<Caller.Answer> sent) throws IOException {
        Set<String> receipts = new HashSet<>();
        for (Caller.Answer answer : sent) receipts.add(receiptAfter(answer));
        return receipts;
    }

    private Caller pekkasProgram() {
        return new Caller(RestAssured.port).bearing(pass);
    }

    private Caller pekkasBrowser() {
        return new Caller(RestAssured.port).with("Cookie", "hornsten=" + pass);
    }

    private long stored() {
        return World.act(() -> Contribution.count("aboutId", draft.publicId));
    }
}
