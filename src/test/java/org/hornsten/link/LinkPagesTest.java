package org.hornsten.link;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hornsten.Browser;
import org.hornsten.Post;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class LinkPagesTest {
    private static final int MANY = 300;
    private static final long ALIKE_MICROS = 3_000;

    @Test
    void one_button_leads_from_the_link_to_the_draft() {
        Draft draft = World.openDraft();
        Browser satu = nobody();
        Browser.Page shown = satu.get("/link/" + token(draft)).follow();
        assertEquals(1, shown.document().select("main form").size());
        shown.submit("main form", Map.of()).seesOther(draft.path());
        satu.get(draft.path()).is(200);
        satu.get("/me").shows("S.").hides("Satu");
    }

    @Test
    void opening_uses_nothing_and_signs_nobody_in() {
        Draft draft = World.openDraft();
        String token = token(draft);
        for (int i = 0; i < 5; i++) RestAssured.given().redirects().follow(false).head("/link/" + token);
        for (String path : List.of("/link/" + token, "/link")) {
            RestAssured.given().redirects().follow(false).cookie("link", token).options(path);
            for (Map<String, String> early : List.of(Map.of("Sec-Purpose", "prefetch"), Map.of("Purpose", "prefetch"),
                    Map.of("Sec-Purpose", "prefetch;prerender"), Map.of("X-Moz", "prefetch")))
                RestAssured.given().redirects().follow(false).cookie("link", token).headers(early).get(path);
            for (int i = 0; i < 5; i++) RestAssured.given().redirects().follow(false).cookie("link", token).head(path);
        }
        Browser checker = nobody();
        checker.get("/link/" + token).follow().is(200);
        checker.get("/me").is(303);
        assertEquals(0, PersonalLink.count("used = true and aboutId = ?1", draft.publicId));
        nobody().get("/link/" + token).follow().submit("main form", Map.of()).seesOther(draft.path());
        assertEquals(1, PersonalLink.count("used = true and aboutId = ?1", draft.publicId), "what was looked for");
    }

    @Test
    void the_token_leaves_the_address_at_once_and_no_other_site_sees_it() {
        Browser.Page opened = nobody().get("/link/" + token(World.openDraft()));
        opened.seesOther("/link");
        assertEquals("no-referrer", opened.response.header("Referrer-Policy"));
        assertTrue(opened.response.getDetailedCookie("link").isHttpOnly());
    }

    /** Expired, ended, replaced, blocked, put out, given an account, unknown, scribbled: on the page, for programs. */
    @Test
    void every_link_that_does_not_work_looks_the_same() {
        Map<String, String> pages = new TreeMap<>();
        Map<String, String> answers = new TreeMap<>();
        deadLinks().forEach((why, token) -> {
            Browser satu = nobody();
            Browser.Page opened = satu.get("/link/" + token).seesOther("/link");
            pages.put(why, Post.told(opened.follow().is(404).response, token));
            answers.put(why, Post.told(Post.access(Map.of("token", token)), token));
        });
        assertEquals(1, pages.values().stream().distinct().count(), pages::toString);
        assertEquals(1, answers.values().stream().distinct().count(), answers::toString);
        assertTrue(answers.get("unknown").startsWith("404"), answers.get("unknown"));
        for (String wrong : List.of("rubbish", "%22%3Cscript%3E", "A".repeat(26), "a".repeat(25)))
            assertEquals(pages.get("unknown"), Post.told(nobody().get("/link/" + wrong).follow().response, wrong),
                    wrong);
        nobody().get("/link").is(404);
        Browser.Page live = nobody().get("/link/" + token(World.openDraft())).follow();
        assertNotEquals(pages.get("unknown"), Post.told(live.response, ""), "what was looked for");
    }

    @Test
    void every_refusal_takes_as_long() {
        List<String> dead = List.copyOf(deadLinks().values());
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            known.add(took(dead.get(i % (dead.size() - 1))));
            unknown.add(took(unknown(i)));
        }
        long difference = Math.abs(median(known) - median(unknown));
        assertTrue(difference < ALIKE_MICROS, median(known) + " µs and " + median(unknown) + " µs");
    }

    /** The last of them was never a link. */
    private static Map<String, String> deadLinks() {
        Draft draft = World.openDraft();
        Map<String, String> links = new LinkedHashMap<>();
        Ends.ALL.forEach((why, end) -> links.put(why, dead(draft, end)));
        links.put("unknown", unknown(0));
        return links;
    }

    private static String dead(Draft draft, Consumer<PersonalLink> end) {
        String token = token(draft);
        long id = PersonalLink.opened(token).orElseThrow().id;
        World.act(() -> {
            end.accept(PersonalLink.findById(id));
            return true;
        });
        return token;
    }

    private static String unknown(int number) {
        return ("unknown" + "a".repeat(19)).substring(0, 26 - 3) + (char) ('a' + number % 26)
                + (char) ('a' + number / 26 % 26) + "q";
    }

    private static long took(String token) {
        long began = System.nanoTime();
        Post.access(Map.of("token", token));
        return (System.nanoTime() - began) / 1000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @Test
    void the_page_shows_the_draft_but_names_nobody() {
        Browser.Page page = nobody().get("/link/" + token(World.openDraft())).follow();
        page.shows("En modell på prov").hides("Satu");
    }

    @Test
    void a_lead_makes_a_link_on_the_people_page_and_sees_it_once() {
        Project project = World.project();
        Browser lena = as(World.lena());
        lena.post(project.path() + "/people/new", project.path() + "/people/new", "kind", "customer", "language", "fi",
                "name", "Grannen Greta").seesOther("/people");
        Membership greta = Membership.of(project).stream().filter(m -> m.person.name.equals("Grannen Greta"))
                .findFirst().orElseThrow();
        Browser.Page once = lena.get(project.path() + "/people").shows("Grannen Greta")
                .submit("form:has(input[name=member][value=" + greta.number + "])", Map.of()).follow().shows("/link/");
        String address = once.document().select(".once").text();
        assertFalse(lena.get(project.path() + "/people").document().text().contains("/link/"));
        nobody().get(address.substring(address.indexOf("/link/"))).follow().submit("main form", Map.of())
                .seesOther(project.path());
        lena.get(project.path() + "/people").submit("form[action$=/ending]", Map.of()).seesOther("/people");
        nobody().get(address.substring(address.indexOf("/link/"))).follow().is(404);
    }

    @Test
    void people_are_added_by_user_name_and_an_unknown_one_is_told_beside_the_field() {
        Project project = World.project();
        String people = project.path() + "/people";
        as(World.lena()).post(people, people, "userName", "outsider", "role", "participant").seesOther(people);
        as(World.oskar()).get(project.path()).is(200);
        Browser.Page refused = as(World.lena()).post(people, people, "userName", "nåbådi", "role", "participant");
        refused.refuses("userName");
        assertEquals("nåbådi", refused.document().select("input[name=userName]").attr("value"));
        as(World.lena()).post(people + "/new", people + "/new", "name", "Utan roll").refuses("kind");
    }

    @Test
    void the_people_page_is_for_the_lead() {
        Project project = World.project();
        as(World.linus()).get(project.path() + "/people").is(404);
        as(World.fanny()).get(project.path() + "/people").is(404);
        nobody().get(project.path() + "/people").is(303);
    }

    private static String token(Draft draft) {
        return Browser.api(World.lena())
                .body(Map.of("about", Map.of("kind", "draft", "id", draft.publicId), "channel", "handed_out",
                "to", List.of(Map.of("kind", "customer", "language", "sv", "name", "Satu"))))
                .post("/api/v1/invitations").then().statusCode(201).extract().path("items[0].token");
    }
}
