package org.hornsten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The realm as it is shipped: SignInIT starts Keycloak with this very file. */
class RealmTest {
    private static final JsonNode REALM = realm();
    private static final JsonNode CLIENT = REALM.at("/clients/0");

    @Test
    void a_password_is_long_of_any_signs_and_never_made_to_change_by_the_calendar() {
        String policy = REALM.path("passwordPolicy").asText();
        assertTrue(policy.contains("length(12)") && policy.contains("maxLength(128)"), policy);
        assertFalse(policy.matches(".*(digits|upperCase|lowerCase|specialChars|regexPattern|forceExpired).*"), policy);
        assertTrue(policy.contains("hashAlgorithm(argon2)"), policy);
    }

    @Test
    void nobody_gets_in_by_a_forgotten_password_past_the_second_factor() {
        assertFalse(REALM.path("resetPasswordAllowed").asBoolean(true));
        assertFalse(REALM.path("registrationAllowed").asBoolean(true));
    }

    @Test
    void a_one_time_code_lives_half_a_minute_counts_once_and_wrong_ones_are_counted() {
        assertEquals("totp", REALM.path("otpPolicyType").asText());
        assertEquals(30, REALM.path("otpPolicyPeriod").asInt());
        assertFalse(REALM.path("otpPolicyCodeReusable").asBoolean(true));
        assertTrue(REALM.path("bruteForceProtected").asBoolean());
        assertEquals(5, REALM.path("failureFactor").asInt());
    }

    @Test
    void a_stay_ends_after_half_an_hour_without_a_request_and_after_ten_hours_and_is_not_remembered() {
        assertEquals(30 * 60, REALM.path("ssoSessionIdleTimeout").asInt());
        assertEquals(10 * 60 * 60, REALM.path("ssoSessionMaxLifespan").asInt());
        assertEquals(5 * 60, REALM.path("accessTokenLifespan").asInt());
        assertFalse(REALM.path("rememberMe").asBoolean(true));
    }

    @Test
    void the_house_is_the_only_client_and_comes_by_code_with_proof_and_secret_from_one_address() {
        assertEquals(1, REALM.path("clients").size());
        assertTrue(CLIENT.path("standardFlowEnabled").asBoolean());
        for (String other : new String[] {"implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled",
            "publicClient"}) assertFalse(CLIENT.path(other).asBoolean(true), other);
        assertEquals("client-secret", CLIENT.path("clientAuthenticatorType").asText());
        assertEquals("S256", CLIENT.at("/attributes/pkce.code.challenge.method").asText());
        assertEquals("[\"${HORNSTEN_URL}/sign-in/start\"]", CLIENT.path("redirectUris").toString());
        assertEquals("${HORNSTEN_URL}/", CLIENT.at("/attributes/post.logout.redirect.uris").asText());
        assertTrue(REALM.path("accessCodeLifespan").asInt() <= 60);
    }

    @Test
    void the_house_asks_for_proof_and_a_word_of_its_own_at_each_sign_in() throws IOException {
        Properties house = new Properties();
        try (Reader settings = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            house.load(settings);
        }
        for (String asked : new String[] {"authentication.pkce-required", "authentication.nonce-required"})
            assertEquals("true", house.getProperty("quarkus.oidc." + asked), asked);
        assertEquals("${quarkus.oidc.client-id}", house.getProperty("quarkus.oidc.token.audience"));
    }

    @Test
    void no_secret_is_in_the_file() {
        assertEquals("${HORNSTEN_CLIENT_SECRET}", CLIENT.path("secret").asText());
        assertTrue(REALM.path("users").isMissingNode());
    }

    private static JsonNode realm() {
        try {
            return new ObjectMapper().readTree(new File("src/main/keycloak/realm.json"));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
