package org.hornsten.hearing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.rating.Rating;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.hamcrest.Matchers.hasItem;
import static org.hornsten.Browser.api;
import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is promised about names is said before one answers, and holds from the first answer on. */
@QuarkusTest
class TermsTest {
    private static final int MANY = 50;

    @Inject EntityManager db;

    private static Response changed(Draft draft, String level) {
        return api(lena()).body(Map.of("anonymity", level)).patch("/api/v1" + draft.path() + "/versions/1");
    }

    private static Round round(Draft draft) {
        return act(() -> World.again(draft).version(1).orElseThrow().round);
    }

    private void refusesPlainSql(Draft draft, String level) {
        Round round = round(draft);
        assertThrows(RuntimeException.class, () -> act(() -> db.createNativeQuery(
                "update round set anonymity = ?1 where id = ?2").setParameter(1, level).setParameter(2, round.id)
                .executeUpdate()));
    }

    @ParameterizedTest
    @EnumSource
    void a_level_cannot_change_after_the_first_answer_whoever_tries(Anonymity level) {
        String other = level == Anonymity.NAMED ? "anonymous" : "named";
        Crowd commented = Crowd.of(10, level);
        commented.said(0, "Nu är det lovat.");
        Crowd rated = Crowd.of(10, level);
        rated.by(rated.people().get(0)).header("Idempotency-Key", PublicId.random()).body(Map.of("version", 1, "scores",
                Map.of("clear", 3))).post("/api/v1" + rated.draft().path() + "/ratings").then().statusCode(201);
        for (Crowd crowd : List.of(commented, rated)) {
            changed(crowd.draft(), other).then().statusCode(409);
            refusesPlainSql(crowd.draft(), other.toUpperCase());
            assertEquals(level, round(crowd.draft()).anonymity);
        }
    }

    @Test
    void another_level_is_another_round_and_the_earlier_one_keeps_its_own() {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        crowd.said(0, "Nu är det lovat.");
        World.rewrite(crowd.draft(), "så snart vi hinner", "nästa vardag").forEach(change ->
                World.explain(crowd.draft(), change, Because.own(Because.OwnReason.EDITORIAL,
                        Multilingual.of("Tydligare.", "Selkeämpi.", "Clearer."))));
        World.publish(crowd.draft(), Anonymity.NAMED);
        assertEquals(Anonymity.ANONYMOUS, round(crowd.draft()).anonymity);
        refusesPlainSql(crowd.draft(), "NAMED");
    }

    /** Answers without a level of their own take what the round promises; whoever comes first decides for all. */
    @RepeatedTest(6)
    void of_fifty_first_answers_and_a_change_at_once_all_are_kept_by_one_promise() throws Exception {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        List<Callable<Response>> acts = new ArrayList<>();
        // made before, so that nothing but the act itself is left to do
        RequestSpecification lead = api(lena()).body(Map.of("anonymity", "named"));
        acts.add(() -> lead.patch("/api/v1" + crowd.draft().path() + "/versions/1"));
        for (int i = 0; i < MANY; i++) {
            RequestSpecification person = crowd.by(crowd.people().get(i % 10)).header("Idempotency-Key",
                    PublicId.random()).body(Map.of("version", 1, "language", "sv", "kind", "comment", "words", "Ord " + i));
            acts.add(() -> person.post("/api/v1" + crowd.draft().path() + "/contributions"));
        }
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService all = Executors.newFixedThreadPool(acts.size());
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Response> answer : all.invokeAll(acts.stream().<Callable<Response>>map(act -> () -> {
                start.await();
                return act.call();
            }).toList())) statuses.add(answer.get().statusCode());
        } finally {
            all.shutdownNow();
        }
        boolean changed = statuses.remove(0) == 200;
        assertEquals(Set.of(201), Set.copyOf(statuses));
        Round round = round(crowd.draft());
        assertEquals(changed ? Anonymity.NAMED : Anonymity.ANONYMOUS, round.anonymity);
        Set<Anonymity> kept = act(() -> Contribution.<Contribution>list("aboutId", crowd.draft().publicId)).stream()
                .map(said -> said.anonymity).collect(Collectors.toSet());
        assertEquals(changed ? Set.of(Anonymity.NAMED) : Set.of(), kept);
        assertEquals(changed ? 0L : MANY, act(() -> db.createNativeQuery(
                "select count(*) from sealed_answer where instrument = ?1", Long.class).setParameter(1, round.comments())
                .getSingleResult()));
    }

    @Test
    void below_ten_people_only_confidence_is_promised_and_the_words_are_read_at_once() {
        Crowd crowd = Crowd.of(7, Anonymity.ANONYMOUS);
        String receipt = crowd.said(0, "Vi är få.");
        assertEquals(List.of("Vi är få."), crowd.told());
        Browser.as(pekka()).get(crowd.draft().path()).shows("Emme näytä, kuka on vastannut");
        RestAssured.get("/api/v1/receipts/" + receipt).then().body("viewpoints.exact", hasItem("Vi är få."));
    }

    @ParameterizedTest
    @EnumSource
    void the_page_says_beside_the_button_what_is_promised_in_each_language(Anonymity level) {
        for (int people : List.of(7, 8)) {
            Crowd crowd = Crowd.of(people, level);
            // Pekka and Aino are asked too
            String key = level.told(people == 8).replace("input:", "");
            for (String language : List.of("sv", "fi", "en")) {
                String words = ResourceBundle.getBundle("messages/input", new java.util.Locale(
                        language.equals("en") ? "" : language), ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
                Browser pekka = Browser.as(pekka()).reading(language);
                pekka.get(crowd.draft().path() + "/versions/1/comments/new").shows(words);
                pekka.get(crowd.draft().path()).shows(words);
                if (key.equals("told_anonymous")) pekka.get(crowd.draft().path() + "/versions/1/rating").shows(words);
            }
        }
    }

    @Test
    void a_stale_form_is_shown_again_with_its_words_when_fewer_are_asked_now() {
        Crowd crowd = Crowd.of(8, Anonymity.ANONYMOUS);
        String comments = crowd.draft().path() + "/versions/1/comments";
        stale(crowd, comments, Browser.as(pekka()).get(comments + "/new"), () -> act(() -> db.createNativeQuery(
                "delete from membership where project_id = ?1 and person_id = ?2")
                .setParameter(1, crowd.draft().project.id).setParameter(2, crowd.people().get(0).id).executeUpdate()));
    }

    @Test
    void a_stale_form_is_shown_again_with_its_words_when_another_level_was_chosen() {
        Crowd crowd = Crowd.of(8, Anonymity.ANONYMOUS);
        String comments = crowd.draft().path() + "/versions/1/comments";
        stale(crowd, comments, Browser.as(pekka()).get(comments + "/new"),
                () -> changed(crowd.draft(), "named").then().statusCode(200));
    }

    private void stale(Crowd crowd, String comments, Browser.Page opened, Runnable change) {
        opened.shows("Kukaan ei saa tietää");
        change.run();
        Browser.Page again = opened.submit("form[action=" + comments + "]", Map.of("words", "Säästetyt sanat", "kind",
                "COMMENT")).is(422);
        String text = again.document().text();
        assertTrue(text.contains("mitä voimme luvata nimistä, on muuttunut"), text);
        assertEquals("Säästetyt sanat", again.document().select("textarea[name=words]").text());
        assertEquals(0, act(() -> Contribution.count("aboutId", crowd.draft().publicId)));
        assertEquals(0L, act(() -> db.createNativeQuery("select count(*) from sealed_answer where instrument = ?1",
                Long.class).setParameter(1, round(crowd.draft()).comments()).getSingleResult()));
        again.submit("form[action=" + comments + "]", Map.of("words", "Säästetyt sanat")).is(303);
        assertEquals(1, act(() -> Contribution.count("aboutId = ?1 and anonymity = ?2 and author is null",
                crowd.draft().publicId, Anonymity.ANONYMOUS)), "without a name, as the page now says: confidential");
    }

    @Test
    void a_stale_rating_is_shown_again_too() {
        Crowd crowd = Crowd.of(8, Anonymity.ANONYMOUS);
        String rating = crowd.draft().path() + "/versions/1/rating";
        Browser.Page opened = Browser.as(pekka()).get(rating).shows("Kukaan ei saa tietää");
        changed(crowd.draft(), "named").then().statusCode(200);
        Map<String, String> faces = Map.of("clear", "4", "useful", "2");
        Browser.Page again = opened.submit("form[action=" + rating + "]", faces).is(422);
        assertTrue(again.document().text().contains("mitä voimme luvata nimistä, on muuttunut"));
        assertEquals(0L, act(() -> Rating.count("version.draft.id", crowd.draft().id)));
        again.submit("form[action=" + rating + "]", faces).is(303);
        assertEquals(2L, act(() -> Rating.count("version.draft.id", crowd.draft().id)));
    }
}
