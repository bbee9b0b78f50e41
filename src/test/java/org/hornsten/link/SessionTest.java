package org.hornsten.link;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.Post;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A stay by a link or a letter: what it opens, and when it ends. */
@QuarkusTest
class SessionTest {
    private static final int CROWD = 200;

    /** Somebody in by page and by token. */
    private record Guest(Draft draft, String link, Browser browser, String token) {
        static Guest in(Draft draft) {
            Response made = Browser.api(World.lena()).body(Map.of("about", draft.ref(), "channel", "handed_out",
                    "to", List.of(Post.somebody("Satu Sand", "sv")))).post("/api/v1/invitations");
            String link = made.path("items[0].token");
            Browser browser = entered(link);
            return new Guest(draft, link, browser, Post.access(Map.of("token", link)).path("token"));
        }

        static Browser entered(String link) {
            Browser browser = nobody();
            browser.get("/link/" + link).follow().submit("main form", Map.of()).is(303);
            return browser;
        }

        PersonalLink right() {
            return PersonalLink.opened(link).orElseThrow();
        }

        void mayRead() {
            browser.get(draft.path()).is(200);
            me().then().statusCode(200);
        }

        void isNobody() {
            browser.get(draft.path()).is(303);
            browser.get("/me").is(303);
            me().then().statusCode(401);
        }

        Response me() {
            return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/me");
        }
    }

    @Test
    void it_ends_on_the_next_request_when_the_right_does() {
        Map<String, Consumer<PersonalLink>> ends = Map.of(
                "ended", link -> link.end(World.today()),
                "expired", link -> link.lastOn = World.today().minusDays(1),
                "replaced", link -> PersonalLink.forPerson(link.project, link.person, link.about(), null,
                        World.today()),
                "blocked", link -> Person.update("blockedAt = ?1 where id = ?2", Instant.now(), link.person.id),
                "erased", link -> Person.<Person>findById(link.person.id).erase(Instant.now()),
                "left", link -> Membership.delete("person = ?1 and project = ?2", link.person, link.project),
                "account", link -> Person.update("userName = ?1 where id = ?2", "account-" + link.publicId,
                        link.person.id));
        Draft draft = World.openDraft();
        ends.forEach((why, end) -> {
            Guest satu = Guest.in(draft);
            satu.mayRead();
            PersonalLink right = satu.right();
            World.act(() -> {
                end.accept(PersonalLink.findById(right.id));
                return why;
            });
            satu.isNobody();
        });
    }

    @Test
    void two_browsers_on_one_link_are_the_same_person_until_it_ends() {
        Guest satu = Guest.in(World.openDraft());
        Browser second = Guest.entered(satu.link());
        second.get(satu.draft().path()).is(200);
        satu.mayRead();
        World.act(() -> satu.right().end(World.today()));
        second.get(satu.draft().path()).is(303);
        satu.isNobody();
    }

    @Test
    void a_second_browser_sees_nobody() {
        Guest satu = Guest.in(World.openDraft());
        Browser neighbour = nobody();
        neighbour.get("/link/" + satu.link()).follow().hides("Satu").hides("S. S.").submit("main form", Map.of());
        for (String page : List.of("/", "/me", "/me/erasure", satu.draft().path(),
                satu.draft().project.path())) {
            String shown = neighbour.get(page).is(200).response.asString();
            assertFalse(shown.contains("Satu") || shown.contains("Sand"), page);
        }
        neighbour.get("/me").shows("S. S.");
        String copy = neighbour.post("/me", "/me/copy").is(200).files().toString();
        assertFalse(copy.contains("Satu") || copy.contains("Sand"), copy);
    }

    @Test
    void only_the_project_of_the_link_is_seen_whatever_else_its_person_takes_part_in() {
        Guest satu = Guest.in(World.openDraft());
        Project other = World.project();
        World.act(() -> Membership.of(Project.findById(other.id), Person.findById(satu.right().person.id),
                Membership.Role.PARTICIPANT, PersonKind.CUSTOMER));
        satu.browser().get(other.path()).is(404);
        satu.browser().get(satu.draft().project.path()).is(200);
        satu.me().then().body("grants", hasSize(1)).body("grants[0].about.id", is(satu.draft().project.publicId));
        assertFalse(satu.browser().get("/projects").response.asString().contains(other.slug));
        satu.browser().post("/me/erasure", "/me/erasure").is(422);
        assertEquals(1, World.act(() -> PersonalLink.count("publicId = ?1 and person.erasedAt is null",
                satu.right().publicId)));
    }

    @Test
    void two_hundred_at_once_by_one_link_are_all_in_and_it_was_opened_once() throws Exception {
        Response made = Browser.api(World.lena()).body(Map.of("about", World.openDraft().ref(), "channel", "handed_out",
                "to", List.of(Post.somebody("Satu", "sv")))).post("/api/v1/invitations");
        allIn("{\"token\":\"" + made.<String>path("items[0].token") + "\"}", made.path("items[0].id"));
    }

    @Test
    void two_hundred_at_once_by_one_code_are_all_in_and_it_was_opened_once() throws Exception {
        Response letters = Post.letters(World.openDraft(), Post.somebody("Brita", "sv"));
        allIn("{\"code\":\"" + Post.code(letters) + "\",\"speaking\":\"myself\"}", letters.path("items[0].id"));
        assertEquals(Speaking.MYSELF, World.act(() -> Post.link(letters)).speaking);
    }

    private static void allIn(String body, String link) throws Exception {
        HttpClient crowd = HttpClient.newHttpClient();
        HttpRequest entering = HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/access"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, CROWD)
                .mapToObj(i -> crowd.sendAsync(entering, HttpResponse.BodyHandlers.ofString())).toList();
        for (CompletableFuture<HttpResponse<String>> answer : sent) assertEquals(200, answer.get().statusCode());
        assertEquals(1, World.act(() -> Entry.count("verb = 'used' and aboutId = ?1", link)));
    }

    @Test
    void a_pass_with_one_sign_changed_is_nobodys() {
        Guest satu = Guest.in(World.openDraft());
        String pass = satu.token();
        for (int i = 0; i < pass.length(); i += 3) {
            char other = pass.charAt(i) == 'A' ? 'B' : 'A';
            String forged = pass.substring(0, i) + other + pass.substring(i + 1);
            RestAssured.given().header("Authorization", "Bearer " + forged).get("/api/v1/me").then().statusCode(401);
            RestAssured.given().redirects().follow(false).cookie("hornsten", forged).get("/me").then().statusCode(303);
        }
        satu.mayRead();
    }

    @Test
    void no_token_no_code_and_no_name_comes_into_the_log() {
        StringBuilder log = new StringBuilder();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.append(line.getMessage()).append(line.getThrown()).append(line.getParameters() == null ? ""
                        : List.of(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(ear);
        try {
            Guest satu = Guest.in(World.openDraft());
            Response letters = Post.letters(satu.draft(), Post.somebody("Brita Berg", "sv"));
            String code = Post.code(letters);
            nobody().post("/code", "/code", "letter", code).is(303);
            nobody().get("/link/" + satu.link() + "?x=" + code).is(303);
            nobody().get("/link/" + satu.link() + "/" + code).is(404);
            Post.access(Map.of("token", satu.link(), "kode", code)).then().statusCode(400);
            for (String secret : List.of(satu.link(), satu.token(), code, "Satu", "Brita"))
                assertFalse(log.toString().contains(secret), log::toString);
            Logger.getLogger("org.hornsten").info("heard");
            assertTrue(log.toString().contains("heard"));
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
    }
}
