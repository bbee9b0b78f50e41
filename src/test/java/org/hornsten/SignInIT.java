package org.hornsten;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Staff and councils sign in through a real Keycloak, in a real browser, and are out when they should be. */
class SignInIT {
    private static final Organisation HOUSE = Organisation.running();
    private static final Keycloak KEYCLOAK = HOUSE.keycloak;
    /** Longer than any limit one would expect, with signs that are often not allowed. */
    private static final String LONG = "en lång mening om havet & vinden, <b>åäö</b> \"utan\" gräns: 'ännu mer' 0123456";

    @Test
    void while_the_provider_is_away_all_that_needs_no_account_works() {
        Map<String, HttpResponse<String>> before = HOUSE.before;
        assertEquals(List.of(200, 200, 200, 503), List.of(before.get("/").statusCode(),
                before.get("/help").statusCode(), before.get("/sign-in").statusCode(),
                before.get("/sign-in/start").statusCode()));
        assertTrue(before.get("/sign-in/start").body().contains("Det går inte att logga in just nu"));
        assertEquals(302, HOUSE.get("/sign-in/start").statusCode(), "it came back, and nobody had to start again");
    }

    @Test
    void lena_signs_in_with_a_second_factor_in_swedish_and_in_finnish() {
        String id = KEYCLOAK.person("lena", "Lena", "", "lead");
        Authenticator phone;
        try (Worker lena = at("signin-lena-sv", "sv", Screen.Device.DESKTOP)) {
            lena.open("/sign-in?back=/preferences");
            lena.press("main a[href^='/sign-in/start']").isAt("http://127.0.0.1").sees("Lösenord").looks("password");
            lena.password("lena", "fel lösenord").sees("Användarnamnet eller lösenordet stämmer inte").looks("wrong");
            lena.page.fill("#password", Keycloak.PASSWORD);
            lena.press("#kc-login").sees("Skydda ditt konto med engångskoder").looks("codes");
            phone = lena.addCodes();
            lena.isAt("/sign-in/start").sees("Välkommen, Lena Lind").sees("projektledare").looks("arrival");
            lena.begin().isAt("/preferences");
            assertTrue(lena.signedIn());
            assertEquals(200, lena.open("/projects/new"));
            cookiesAreGuarded(lena.cookies());
            assertEquals("1", HOUSE.read("select count(*) from ledger_entry where verb = 'arrived'"));
            lena.signOut().isAt("/");
            assertFalse(lena.signedIn());
            assertEquals(0, KEYCLOAK.sessions(id), "signed out there, too");
        }
        try (Worker lena = at("signin-lena-fi", "fi", Screen.Device.PHONE.withoutScript())) {
            lena.open("/sign-in/start?back=/preferences");
            lena.sees("Käyttäjätunnus").password("lena", Keycloak.PASSWORD).sees("Kertakäyttökoodi");
            lena.oneTimeCode(phone.wrongCode()).sees("Koodi on väärin");
            lena.oneTimeCode(phone.code()).isAt("/preferences");
            assertTrue(lena.signedIn(), "no page of arrival the second time");
        }
        try (Worker lena = at("signin-lena-phone", "fi", Screen.Device.PHONE)) {
            lena.open("/sign-in/start");
            lena.looks("password").password("lena", Keycloak.PASSWORD).looks("code");
            lena.oneTimeCode(phone.wrongCode()).looks("wrong-code");
        }
    }

    @Test
    void a_lead_without_the_second_factor_gets_nowhere() {
        KEYCLOAK.person("lisa", "Lisa", "sv", "lead");
        try (Worker lisa = at("signin-lisa", "sv", Screen.Device.PHONE)) {
            lisa.open("/sign-in/start");
            lisa.password("lisa", Keycloak.PASSWORD).sees("Skydda ditt konto");
            lisa.open("/me");
            lisa.isAt("/sign-in");
            assertFalse(lisa.signedIn());
        }
        // as an organisation's provider that does not know what it is asked for
        KEYCLOAK.asks("browser");
        try (Worker lisa = at("signin-lisa-refused", "sv", Screen.Device.PHONE)) {
            lisa.open("/sign-in/start");
            lisa.password("lisa", Keycloak.PASSWORD).sees("Du loggar in som lisa");
            lisa.page.fill("#password", Keycloak.PASSWORD);
            lisa.press("#kc-login").sees("Engångskoden saknas").looks("factor");
            lisa.open("/projects/new");
            lisa.isAt("/sign-in");
            assertFalse(lisa.signedIn());
        } finally {
            KEYCLOAK.asks("hornsten browser");
        }
    }

    @Test
    void an_account_without_a_task_here_is_told_so_and_nothing_is_written_down() {
        KEYCLOAK.person("nils", "Nils", "sv");
        try (Worker nils = at("signin-nils", "sv", Screen.Device.PHONE)) {
            nils.open("/sign-in/start");
            nils.password("nils", Keycloak.PASSWORD).sees("Vi känner dig inte ännu").looks("stranger");
            assertFalse(nils.signedIn());
            assertEquals("0", HOUSE.read("select count(*) from person where user_name = 'nils'"));
        }
    }

    @Test
    void after_five_wrong_passwords_the_right_one_waits_and_the_words_are_the_same() {
        KEYCLOAK.person("bertil", "Bertil", "sv", "facilitator");
        try (Worker bertil = at("signin-bertil", "sv", Screen.Device.PHONE)) {
            bertil.open("/sign-in/start");
            String wrong = "Användarnamnet eller lösenordet stämmer inte";
            for (int time = 0; time < 5; time++) bertil.password("bertil", "gissning " + time).sees(wrong);
            bertil.password("bertil", Keycloak.PASSWORD).sees(wrong);
            bertil.password("ingen-som-finns", Keycloak.PASSWORD).sees(wrong);
        }
    }

    @Test
    void signed_out_at_the_provider_is_signed_out_here_at_the_next_request_on_every_device() {
        String id = KEYCLOAK.person("fanny", "Fanny", "sv", "facilitator");
        try (Worker desk = at("signin-fanny", "sv", Screen.Device.DESKTOP);
                Worker phone = at("signin-fanny-phone", "sv", Screen.Device.PHONE)) {
            desk.open("/sign-in/start");
            desk.password("fanny", Keycloak.PASSWORD).begin();
            phone.open("/sign-in/start");
            phone.password("fanny", Keycloak.PASSWORD);
            assertTrue(desk.signedIn() && phone.signedIn());
            KEYCLOAK.signOut(id);
            for (Worker device : List.of(desk, phone)) {
                device.open("/me");
                device.isAt("/sign-in");
                assertFalse(device.signedIn());
            }
            desk.open("/sign-in/start");
            desk.isAt("http://127.0.0.1").password("fanny", Keycloak.PASSWORD);
            assertTrue(desk.signedIn(), "signing in anew is another sign-in");
        }
    }

    @Test
    void blocked_in_the_house_is_refused_at_the_next_request_and_at_the_door() {
        KEYCLOAK.person("bosse", "Bosse", "sv", "facilitator");
        KEYCLOAK.person("alva", "Alva", "sv", "administrator");
        try (Worker bosse = at("signin-bosse", "sv", Screen.Device.DESKTOP);
                Worker alva = at("signin-alva", "sv", Screen.Device.PHONE)) {
            bosse.open("/sign-in/start");
            bosse.password("bosse", Keycloak.PASSWORD).begin();
            assertEquals(200, bosse.open("/me"));
            alva.open("/sign-in/start?back=/administration/people");
            alva.password("alva", Keycloak.PASSWORD).addCodes();
            alva.begin().isAt("/administration/people");
            alva.page.fill("#who", "bosse");
            alva.press("main form button").looks("found").press("main ul a").looks("person");
            alva.page.check("input[name=reason][value=MISUSE]");
            alva.press("form[action$='/blocking'] button").sees("Spärrad av").looks("blocked");
            bosse.open("/me");
            bosse.isAt("/sign-in");
            assertEquals(403, bosse.open("/sign-in/start"));
            bosse.sees("Du är spärrad här").looks("blocked");
            alva.press("form[action$='/unblocking'] button");
            bosse.open("/sign-in/start");
            bosse.page.fill("#password", Keycloak.PASSWORD);
            assertTrue(bosse.press("#kc-login").signedIn(), "let in again, after the password once more");
        }
    }

    @Test
    void all_else_the_provider_shows_is_in_the_look_of_the_house_and_in_the_language_of_the_reader() {
        KEYCLOAK.mustDo(KEYCLOAK.person("pia", "Pia", "", "facilitator"), "UPDATE_PASSWORD", "UPDATE_PROFILE");
        try (Worker pia = at("signin-pia", "fi", Screen.Device.PHONE)) {
            pia.open("/sign-in/start");
            assertEquals("password", pia.page.getAttribute("#password", "type"));
            assertEquals("current-password", pia.page.getAttribute("#password", "autocomplete"));
            assertEquals(0, pia.page.locator("script").count(), "nothing hinders a password manager");
            String first = pia.page.url();
            String sent = pia.page.getAttribute("main form", "action");
            pia.password("pia", Keycloak.PASSWORD).sees("Täydennä tietosi").looks("profile");
            pia.page.fill("#lastName", "");
            pia.press("main form button").sees("Täytä tämä kenttä").looks("profile-empty");
            pia.page.fill("#lastName", "Lind");
            pia.press("main form button").sees("Salasana on vaihdettava").looks("new-password");
            pia.newPassword("lyhyt", "lyhyt").sees("vähintään 12 merkkiä").looks("too-short");
            pia.newPassword(LONG, LONG + "x").sees("Salasanat eivät ole samat").looks("not-the-same");
            pia.open(sent);
            pia.sees("Sivu on ollut auki liian kauan").looks("page-expired");
            pia.press("#loginContinueLink").newPassword(LONG, LONG).sees("Pia Lind").begin();
            assertTrue(pia.signedIn());
            String provider = first.replaceFirst("/protocol/.*", "/protocol/openid-connect");
            pia.open(provider + "/logout?client_id=hornsten");
            pia.sees("Haluatko kirjautua ulos").looks("sign-out");
            assertTrue(KEYCLOAK.open("pia"), "a strange page alone signs nobody out");
            pia.press("#kc-logout").sees("Olet kirjautunut ulos").looks("signed-out");
            pia.open(first.replaceFirst("redirect_uri=[^&]*", "redirect_uri=https%3A%2F%2Fevil.example%2F"));
            pia.isAt("http://127.0.0.1").sees("Osoite on virheellinen").looks("error");
            pia.open("/sign-in/start");
            pia.password("pia", LONG.toUpperCase()).sees("Käyttäjätunnus tai salasana on väärin");
            pia.password("pia", LONG.substring(0, 64)).sees("Käyttäjätunnus tai salasana on väärin");
            pia.password("pia", LONG);
            assertTrue(pia.signedIn());
        }
    }

    @Test
    void a_new_password_ends_the_stays_elsewhere() {
        KEYCLOAK.person("ronja", "Ronja", "sv", "facilitator");
        try (Worker desk = at("signin-ronja", "sv", Screen.Device.DESKTOP);
                Worker phone = at("signin-ronja-phone", "sv", Screen.Device.PHONE)) {
            desk.open("/sign-in/start");
            desk.password("ronja", Keycloak.PASSWORD).begin();
            phone.open("/sign-in/start");
            phone.open(phone.page.url() + "&kc_action=UPDATE_PASSWORD");
            phone.password("ronja", Keycloak.PASSWORD).sees("Välj ett nytt lösenord").looks("of-ones-own-will");
            phone.newPassword(LONG, LONG);
            assertTrue(phone.signedIn());
            desk.open("/me");
            assertFalse(desk.signedIn());
        }
    }

    /** Tokens live four seconds here and five minutes in the realm as it is shipped. */
    @Test
    void disabled_or_with_a_task_less_at_the_provider_is_so_here_within_the_life_of_a_token() {
        String doris = KEYCLOAK.person("doris", "Doris", "sv", "facilitator");
        String rune = KEYCLOAK.person("rune", "Rune", "sv", "facilitator", "council");
        KEYCLOAK.tokensLive(4);
        try (Worker first = at("signin-doris", "sv", Screen.Device.DESKTOP);
                Worker second = at("signin-rune", "sv", Screen.Device.DESKTOP)) {
            first.open("/sign-in/start");
            first.password("doris", Keycloak.PASSWORD).begin();
            second.open("/sign-in/start");
            second.password("rune", Keycloak.PASSWORD).begin();
            pause(Duration.ofSeconds(5));
            assertEquals(200, first.open("/me"), "a new token was fetched meanwhile");
            second.open("/");
            assertTrue(second.signedIn());
            KEYCLOAK.disable(doris);
            KEYCLOAK.take(rune, "facilitator");
            pause(Duration.ofSeconds(5));
            first.open("/me");
            first.isAt("/sign-in");
            assertFalse(first.signedIn());
            second.open("/sign-in/start");
            second.sees("företrädare för ett råd");
            KEYCLOAK.take(rune, "council");
            pause(Duration.ofSeconds(5));
            second.open("/me");
            assertFalse(second.signedIn());
        } finally {
            KEYCLOAK.tokensLive(300);
        }
    }

    @Test
    void new_keys_at_the_provider_hinder_nobody() {
        KEYCLOAK.person("karin", "Karin", "sv", "facilitator");
        try (Worker karin = at("signin-karin", "sv", Screen.Device.DESKTOP)) {
            karin.open("/sign-in/start");
            karin.password("karin", Keycloak.PASSWORD).begin();
            for (int time = 0; time < 2; time++) {
                KEYCLOAK.rotateKeys();
                assertEquals(200, karin.open("/help"), "an old session shows no fault");
                try (Worker anew = at("signin-keys", "sv", Screen.Device.DESKTOP)) {
                    anew.open("/sign-in/start");
                    anew.password("karin", Keycloak.PASSWORD);
                    assertTrue(anew.signedIn(), "the new key is known");
                }
                karin.open("/sign-in/start?back=/me");
                karin.isAt("/me");
                assertTrue(karin.signedIn(), "back without typing anything");
            }
        }
    }

    @Test
    void tokens_of_the_provider_open_the_api_when_they_are_for_us() {
        KEYCLOAK.person("petra", "Petra", "sv", "facilitator");
        KEYCLOAK.program("ours", true);
        KEYCLOAK.program("others", false);
        assertEquals(401, api(KEYCLOAK.token("ours", "petra")), "nobody has arrived yet");
        try (Worker petra = at("signin-petra", "sv", Screen.Device.DESKTOP)) {
            petra.open("/sign-in/start");
            petra.password("petra", Keycloak.PASSWORD).begin();
        }
        String good = KEYCLOAK.token("ours", "petra");
        assertEquals(200, api(good));
        assertEquals(401, api(KEYCLOAK.token("others", "petra")));
        assertEquals(401, api(good.substring(0, good.length() - 6) + "AAAAAA"));
        assertEquals(401, api("not.a.token"));
        KEYCLOAK.tokensLive(2);
        try {
            String brief = KEYCLOAK.token("ours", "petra");
            pause(Duration.ofSeconds(4));
            assertEquals(401, api(brief));
        } finally {
            KEYCLOAK.tokensLive(300);
        }
    }

    @Test
    void the_door_leads_back_to_our_own_pages_only_and_survives_nonsense() {
        KEYCLOAK.person("vera", "Vera", "sv", "facilitator");
        try (Worker vera = at("signin-vera", "sv", Screen.Device.PHONE)) {
            vera.open("/sign-in/start?back=https://evil.example/");
            vera.password("vera", Keycloak.PASSWORD).begin().isAt("/");
            for (String back : List.of("//evil.example", "/%5cevil.example", "/%2f%2fevil.example",
                    "https:evil.example", "javascript:alert(1)", "/x%0d%0aLocation:evil.example")) {
                vera.open("/sign-in/start?back=" + back);
                assertEquals(HOUSE.address + "/", vera.page.url(), back);
            }
            vera.open("/sign-in/start?back=/help");
            vera.isAt("/help");
        }
        for (String nonsense : List.of("?state=x&code=y", "?state=x&error=access_denied",
                "?state=x&state=y"))
            assertEquals(400, HOUSE.get("/sign-in/start" + nonsense).statusCode(), nonsense);
        assertEquals(302, HOUSE.get("/sign-in/start?state=").statusCode(), "an empty one is none: the door opens");
        assertEquals(400, HOUSE.get("/sign-in/start?state=x&code=y", "Cookie", "q_auth=broken; q_auth_x=x|y")
                .statusCode());
        assertEquals(200, HOUSE.get("/help", "Cookie", "q_session=broken").statusCode());
    }

    @Test
    void the_provider_alone_can_tell_that_somebody_signed_out() {
        HttpResponse<String> forged = HOUSE.post("/sign-out/provider", "{}", "Accept", "application/json");
        assertTrue(forged.statusCode() >= 400 && forged.statusCode() < 500, "status " + forged.statusCode());
    }

    private static int api(String token) {
        return HOUSE.get("/api/v1/me", "Authorization", "Bearer " + token).statusCode();
    }

    private static void cookiesAreGuarded(List<Cookie> cookies) {
        assertTrue(cookies.stream().anyMatch(cookie -> cookie.name.startsWith("q_session")), cookies.toString());
        for (Cookie cookie : cookies) {
            assertTrue(cookie.httpOnly && cookie.secure, cookie.name);
            assertTrue(cookie.name.startsWith("__Host-") || cookie.name.startsWith("q_session"), cookie.name);
            assertEquals("/", cookie.path, cookie.name);
            assertFalse(cookie.domain.startsWith("."), cookie.name);
            assertEquals(SameSiteAttribute.LAX, cookie.sameSite, cookie.name);
            assertFalse(cookie.value.contains("lena"), cookie.name);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static Worker at(String story, String language, Screen.Device device) {
        return new Worker(HOUSE, story, language, device);
    }
}
