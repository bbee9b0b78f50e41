package org.hornsten;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hornsten.guard.Forgery;
import org.hornsten.guard.Unguarded;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Lena is signed in and opens a stranger's page in the same browser. Whatever that page sends in her name, by form or
 * by script, is refused, and no row of any table and no cookie is another one after it.
 */
@QuarkusTest
class ForgeryIT {
    /** What a script may send to anybody without asking, and what it has to ask for first. */
    private static final String SCRIPT = """
            async tries => {
              for (const [verb, address] of tries) {
                const all = (mode, type, body) => fetch(address, {method: verb, mode, credentials: 'include',
                    headers: type ? {'Content-Type': type} : {}, body}).catch(() => 0);
                if (verb === 'POST') {
                  await all('no-cors', 'text/plain', '{"words":"forged"}');
                  await all('no-cors', 'application/x-www-form-urlencoded', 'words=forged');
                  const parts = new FormData(); parts.append('words', 'forged');
                  await all('no-cors', null, parts);
                  navigator.sendBeacon(address, 'words=forged');
                }
                await all('cors', 'application/json', '{"words":"forged"}');
              }
            }""";

    private static final List<Posted> FORMS = new ArrayList<>();

    /** A form as it stands on one of our pages, with its fields filled in. */
    private record Posted(String action, String enctype, Map<String, String> fields) {}

    @Test
    void no_form_on_a_strangers_page_changes_anything() {
        try (Visit visit = new Visit()) {
            List<Posted> forms = forms(nobodysToken());
            assertTrue(forms.size() > 30, "forms: " + forms.size());
            assertEquals("", faults(visit, () -> forms.forEach(visit::send)));
            assertEquals(List.of(forms.size(), 0), List.of(visit.refused(), visit.withCookie()));
        }
    }

    /** From a browser that knows no SameSite, and with a proof that was found out: where it comes from is enough. */
    @Test
    void nor_does_one_that_carries_the_cookies_and_the_proof() {
        try (Visit visit = new Visit()) {
            visit.carryEverywhere();
            List<Posted> forms = forms(visit.token());
            assertEquals("", faults(visit, () -> forms.forEach(visit::send)));
            assertEquals(List.of(forms.size(), forms.size()), List.of(visit.refused(), visit.withCookie()));
        }
    }

    @Test
    void no_script_of_a_stranger_reaches_a_form_or_the_api() {
        Example example = Example.made();
        List<List<String>> tries = AccessTest.TABLE.values().stream().flatMap(String::lines)
                .map(row -> row.replace(" *", "")).filter(row -> !row.startsWith("GET "))
                .map(row -> List.of(Example.verb(row), house() + example.path(row))).toList();
        int posts = 4 * (int) tries.stream().filter(one -> one.get(0).equals("POST")).count();
        try (Visit visit = new Visit()) {
            assertEquals("", faults(visit, () -> {
                visit.page.navigate(visit.stranger.address());
                visit.page.evaluate(SCRIPT, tries);
                visit.await(posts + tries.size());
            }));
            // JSON, PUT, PATCH and DELETE need our leave: it is the question that is refused
            assertEquals(posts + tries.size(), visit.refused());
        }
    }

    @Test
    void a_guard_that_sleeps_would_be_found() {
        QuarkusMock.installMockForType(Unguarded.made(), Forgery.class);
        try (Visit visit = new Visit()) {
            visit.carryEverywhere();
            List<Posted> forms = forms("").stream()
                    .filter(form -> form.action.matches(".*(/versions/1/comments|/projects/new|/sign-out)"))
                    .sorted(Comparator.comparing(form -> form.action.endsWith("/sign-out"))).toList();
            String faults = faults(visit, () -> forms.forEach(visit::send));
            for (String fault : List.of("contribution", "project", "cookies", "303"))
                assertTrue(faults.contains(fault), fault + " in " + faults);
        }
    }

    /** What was let through, and what is another one afterwards. */
    private static String faults(Visit visit, Runnable attack) {
        Map<String, String> tables = Tables.now();
        String cookies = visit.cookies();
        attack.run();
        List<String> faults = new ArrayList<>(visit.let());
        Map<String, String> after = Tables.now();
        after.keySet().stream().filter(name -> !after.get(name).equals(tables.get(name))).forEach(faults::add);
        if (!visit.cookies().equals(cookies)) faults.add("cookies: " + visit.cookies());
        return String.join("\n", faults);
    }

    /** All forms of all pages Lena may open, each once, with that proof. */
    private static List<Posted> forms(String token) {
        if (FORMS.isEmpty()) FORMS.addAll(found());
        FORMS.forEach(form -> form.fields.put("token", token));
        return FORMS;
    }

    private static List<Posted> found() {
        Example example = Example.made();
        Browser lena = Browser.as(World.lena());
        Map<String, Posted> forms = new LinkedHashMap<>();
        AccessTest.TABLE.values().stream().flatMap(String::lines).map(row -> row.replace(" *", ""))
                .filter(row -> row.startsWith("GET ") && !row.contains("/api/")).forEach(row ->
                lena.get(example.path(row)).document().select("form[method=post]").forEach(form -> {
                    Posted posted = posted(form);
                    forms.putIfAbsent(posted.action + " " + new TreeSet<>(posted.fields.keySet()), posted);
                }));
        return List.copyOf(forms.values());
    }

    private static Posted posted(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name], button[name]")) {
            String held = field.is("select") ? field.select("option").last().attr("value") : field.val();
            boolean words = field.is("textarea, input[type=text], input:not([type])");
            fields.put(field.attr("name"), words && held.isEmpty() ? "Forged words" : held);
        }
        String enctype = form.hasAttr("enctype") ? form.attr("enctype") : "application/x-www-form-urlencoded";
        return new Posted(house() + form.attr("action"), enctype, fields);
    }

    private static String nobodysToken() {
        return Browser.nobody().get("/privacy").document().select("input[name=token]").val();
    }

    private static String house() {
        return "http://localhost:" + RestAssured.port;
    }

    /**
     * Lena's browser, signed in with us and looking at the stranger's page. What was sent and answered is read off the
     * wire: a script of the stranger, and whoever watches it, is not shown our answers.
     */
    private static final class Visit implements AutoCloseable {
        final Stranger stranger = Stranger.open();
        final BrowserContext context = Chromium.browser().newContext();
        final Page page = context.newPage();
        /** By the number of a request: what it asked, its headers, what it was answered with. */
        private final Map<String, String> writes = new HashMap<>();
        private final Map<String, String> headers = new HashMap<>();
        private final Map<String, Integer> answers = new HashMap<>();

        Visit() {
            // nobody looks at the pages
            context.route("**/assets/**", Route::abort);
            page.navigate(house() + "/demo?back=/help");
            page.locator("button[name=person][value=lead]").click();
            page.waitForURL("**/help");
            CDPSession wire = context.newCDPSession(page);
            wire.on("Network.requestWillBeSent", event -> sent(id(event), event.getAsJsonObject("request")));
            // a redirect goes on under the same number: the first counts
            wire.on("Network.requestWillBeSentExtraInfo", event ->
                    headers.putIfAbsent(id(event), event.get("headers").toString()));
            wire.on("Network.responseReceivedExtraInfo", event ->
                    answers.putIfAbsent(id(event), event.get("statusCode").getAsInt()));
            wire.send("Network.enable");
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }

        private void sent(String id, JsonObject request) {
            String verb = request.get("method").getAsString();
            String address = request.get("url").getAsString();
            if (address.startsWith(house()) && !List.of("GET", "HEAD", "OPTIONS").contains(verb))
                writes.putIfAbsent(id, verb + " " + address);
        }

        /** Writes that were answered, but not with a refusal. */
        List<String> let() {
            return writes.keySet().stream().filter(answers::containsKey)
                    .filter(id -> answers.get(id) < 400 || answers.get(id) >= 500)
                    .map(id -> writes.get(id) + " → " + answers.get(id)).sorted().toList();
        }

        int refused() {
            return (int) writes.keySet().stream().filter(answers::containsKey).count() - let().size();
        }

        int withCookie() {
            return (int) writes.keySet().stream().filter(id -> headers.getOrDefault(id, "").contains("hornsten="))
                    .count();
        }

        /** Her cookies go along to us from whatever page. */
        void carryEverywhere() {
            List<Cookie> cookies = context.cookies(house());
            context.clearCookies();
            context.addCookies(cookies.stream().map(c -> new Cookie(c.name, c.value).setDomain("localhost")
                    .setPath("/").setSecure(true).setHttpOnly(true).setSameSite(SameSiteAttribute.NONE)).toList());
        }

        String cookies() {
            return context.cookies(house()).stream().map(c -> c.name + "=" + c.value).sorted()
                    .collect(Collectors.joining("; "));
        }

        String token() {
            page.navigate(house() + "/privacy");
            return page.locator("input[name=token]").first().inputValue();
        }

        void send(Posted form) {
            stranger.sendsForm(page, form.action, form.enctype, form.fields);
        }

        /** Until so many are answered. */
        void await(int answers) {
            for (int i = 0; i < 200 && refused() + let().size() < answers; i++) page.waitForTimeout(50);
        }

        @Override
        public void close() {
            context.close();
            stranger.close();
        }
    }
}
