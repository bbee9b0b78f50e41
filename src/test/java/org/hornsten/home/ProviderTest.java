package org.hornsten.home;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.is;

/** Tokens of the organisation's provider at the API: it says who somebody is, the house says what they may do. */
@QuarkusTest
@TestProfile(ProviderTest.WithProvider.class)
class ProviderTest {
    private static final KeyPair KEYS = keys();
    private static final KeyPair OTHERS = keys();

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.application-type", "service",
                    "quarkus.oidc.public-key", Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
        }
    }

    @Test
    void a_known_person_is_let_in() {
        me(token("lead", Instant.now().plusSeconds(60), KEYS)).then().statusCode(200).body("name", is("Lena"));
    }

    @Test
    void somebody_the_house_does_not_know_is_nobody() {
        me(token("stranger", Instant.now().plusSeconds(60), KEYS)).then().statusCode(401);
    }

    @Test
    void a_token_that_is_over_or_signed_by_somebody_else_is_refused() {
        me(token("lead", Instant.now().minusSeconds(3600), KEYS)).then().statusCode(401);
        me(token("lead", Instant.now().plusSeconds(60), OTHERS)).then().statusCode(401);
    }

    @Test
    void roles_in_the_token_give_no_rights_here() {
        String token = Jwt.preferredUserName("outsider").groups("LEAD").expiresAt(Instant.now().plusSeconds(60))
                .sign(KEYS.getPrivate());
        RestAssured.given().header("Authorization", "Bearer " + token).contentType("application/json")
                .body("{\"title\":{\"sv\":\"Mitt\"}}").post("/api/v1/projects").then().statusCode(404);
    }

    @Test
    void our_own_passes_work_beside_it() {
        String own = RestAssured.given().contentType("application/json").body(Map.of("person", "lead"))
                .post("/api/v1/demo/sign-in").then().statusCode(200).extract().path("token");
        me(own).then().statusCode(200);
    }

    private static String token(String userName, Instant until, KeyPair keys) {
        return Jwt.preferredUserName(userName).issuedAt(until.minusSeconds(120)).expiresAt(until)
                .sign(keys.getPrivate());
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
