package org.hornsten.home;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;
import org.hornsten.identity.SignOut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tokens of the organisation's provider at the API: it says who somebody is and with what task. */
@QuarkusTest
@TestProfile(ProviderTest.WithProvider.class)
class ProviderTest {
    private static final Instant SOON = Instant.now().plusSeconds(1800);
    private static final KeyPair KEYS = keys();
    private static final KeyPair OTHERS = keys();

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.application-type", "service",
                    "quarkus.oidc.public-key", Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
        }
    }

    @BeforeEach
    void everybody_has_arrived() {
        QuarkusTransaction.requiringNew().run(() -> {
            Person.update("subject = userName where userName is not null");
            Person.update("blockedAt = null where userName is not null");
        });
    }

    @Test
    void a_known_person_is_let_in() {
        me(lead().sign(KEYS.getPrivate())).then().statusCode(200).body("name", is("Lena"));
    }

    @Test
    void somebody_the_house_does_not_know_is_nobody() {
        me(token("stranger", "facilitator", SOON).sign(KEYS.getPrivate())).then().statusCode(401);
        me(token("stranger", "facilitator", SOON).preferredUserName("lead").sign(KEYS.getPrivate()))
                .then().statusCode(401);
    }

    @Test
    void a_token_that_is_over_forged_or_meant_for_somebody_else_is_refused() {
        Instant past = Instant.now().minusSeconds(3600);
        me(token("lead", "lead", past).sign(KEYS.getPrivate())).then().statusCode(401);
        me(lead().sign(OTHERS.getPrivate())).then().statusCode(401);
        me(lead().audience("another").sign(KEYS.getPrivate())).then().statusCode(401);
        me(lead().claim("typ", "ID").sign(KEYS.getPrivate())).then().statusCode(401);
        me(lead().claim("typ", "Logout").sign(KEYS.getPrivate())).then().statusCode(401);
    }

    @Test
    void who_signed_in_longer_ago_than_a_working_day_does_so_again() {
        long nineHours = Instant.now().minusSeconds(9 * 3600).getEpochSecond();
        long elevenHours = Instant.now().minusSeconds(11 * 3600).getEpochSecond();
        me(lead().claim("auth_time", nineHours).sign(KEYS.getPrivate())).then().statusCode(200);
        me(lead().claim("auth_time", elevenHours).sign(KEYS.getPrivate())).then().statusCode(401);
    }

    @Test
    void a_lead_shows_a_second_factor_and_a_facilitator_need_not() {
        me(token("lead", "lead", SOON).sign(KEYS.getPrivate())).then().statusCode(403);
        me(token("lead", "lead", SOON).claim("amr", List.of("pwd", "otp")).sign(KEYS.getPrivate()))
                .then().statusCode(200);
        me(token("facilitator", "facilitator", SOON).sign(KEYS.getPrivate())).then().statusCode(200);
    }

    @Test
    void a_task_taken_away_at_the_provider_is_gone_at_the_next_token() {
        found(lead().sign(KEYS.getPrivate())).then().statusCode(201);
        found(token("lead", "facilitator", SOON).sign(KEYS.getPrivate())).then().statusCode(404);
        found(token("lead", "something else", SOON).sign(KEYS.getPrivate())).then().statusCode(401);
        found(token("outsider", "council", SOON).sign(KEYS.getPrivate())).then().statusCode(404);
        Role written = QuarkusTransaction.requiringNew().call(() -> Person.knownAs("lead").orElseThrow().role);
        assertEquals(Role.LEAD, written, "reading a token writes nothing");
    }

    @Test
    void a_person_blocked_in_the_house_is_refused_at_the_next_request() {
        String token = lead().sign(KEYS.getPrivate());
        me(token).then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() ->
                Person.update("blockedAt = ?1 where userName = 'lead'", Instant.now()));
        me(token).then().statusCode(401);
    }

    @Test
    void a_sign_out_at_the_provider_counts_for_that_sign_in_only() {
        QuarkusTransaction.requiringNew().run(() -> SignOut.told("lead", "one", Instant.now()));
        me(lead().claim("sid", "one").sign(KEYS.getPrivate())).then().statusCode(401);
        me(lead().claim("sid", "two").sign(KEYS.getPrivate())).then().statusCode(200);
    }

    @Test
    void a_sign_out_of_all_counts_for_what_came_before_it() {
        QuarkusTransaction.requiringNew().run(() -> SignOut.told("lead2", null, Instant.now()));
        long before = Instant.now().minusSeconds(20).getEpochSecond();
        long after = Instant.now().plusSeconds(20).getEpochSecond();
        JwtClaimsBuilder token = token("lead2", "lead", SOON).claim("acr", "second-factor").claim("sid", "three");
        me(token.claim("auth_time", before).sign(KEYS.getPrivate())).then().statusCode(401);
        me(token.claim("auth_time", after).sign(KEYS.getPrivate())).then().statusCode(200);
    }

    @Test
    void only_a_logout_token_of_the_provider_ends_a_sign_in() {
        JwtClaimsBuilder logout = Jwt.subject("lead").audience("hornsten").expiresAt(Instant.now().plusSeconds(60))
                .claim("typ", "Logout").claim("sid", "four").claim("events",
                Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        signedOut(logout.sign(OTHERS.getPrivate())).then().statusCode(400);
        signedOut(lead().claim("sid", "four").sign(KEYS.getPrivate())).then().statusCode(400);
        for (String nonsense : List.of("", "x", "a.b.c", "ey.ey.x", "eyA.eyA.eyA", "...",
                logout.sign(KEYS.getPrivate()) + "x"))
            signedOut(nonsense).then().statusCode(400);
        me(lead().claim("sid", "four").sign(KEYS.getPrivate())).then().statusCode(200);
        signedOut(logout.sign(KEYS.getPrivate())).then().statusCode(200);
        me(lead().claim("sid", "four").sign(KEYS.getPrivate())).then().statusCode(401);
    }

    @Test
    void pages_take_no_bearer_tokens() {
        RestAssured.given().redirects().follow(false)
                .header("Authorization", "Bearer " + lead().sign(KEYS.getPrivate())).get("/me").then().statusCode(303);
    }

    @Test
    void our_own_passes_work_beside_it() {
        String own = RestAssured.given().contentType("application/json").body(Map.of("person", "lead"))
                .post("/api/v1/demo/sign-in").then().statusCode(200).extract().path("token");
        me(own).then().statusCode(200);
    }

    private static JwtClaimsBuilder lead() {
        return token("lead", "lead", SOON).claim("acr", "second-factor");
    }

    private static JwtClaimsBuilder token(String subject, String role, Instant until) {
        return Jwt.preferredUserName(subject).subject(subject).audience("hornsten").groups(role).claim("typ", "Bearer")
                .issuedAt(until.minusSeconds(3600)).expiresAt(until);
    }

    private static Response found(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType("application/json")
                .header("Idempotency-Key", "provider-" + System.nanoTime())
                .body("{\"title\":{\"sv\":\"Mitt " + System.nanoTime() + "\"}}").post("/api/v1/projects");
    }

    private static Response signedOut(String token) {
        return RestAssured.given().formParam("logout_token", token).post("/sign-out/provider");
    }

    private static Response me(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/me");
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
