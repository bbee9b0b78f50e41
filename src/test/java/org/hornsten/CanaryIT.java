package org.hornsten;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hornsten.AccessTest.Who;
import org.hornsten.document.Docx;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No browser does what a script says that somebody wrote into a field, a file, its name or its properties. */
@QuarkusTest
class CanaryIT {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static Canary canary;

    @Test
    void no_browser_runs_what_was_written_into_a_field_whoever_looks() {
        Example example = canary().example;
        Map<Browser, List<Who>> readers = Map.of(
                Browser.as(World.lena()), List.of(Who.ALL, Who.KNOWN, Who.FOUNDER, Who.AUTHOR_OR_STAFF, Who.MEMBER,
                        Who.STAFF, Who.LEAD),
                Browser.as(World.pekka()), List.of(Who.KNOWN, Who.AUTHOR_OR_STAFF, Who.MEMBER),
                Browser.as(World.alva()), List.of(Who.ADMINISTRATOR),
                example.guest().browser(), List.of(Who.KNOWN, Who.MEMBER));
        int shown = 0;
        for (Map.Entry<Browser, List<Who>> reader : readers.entrySet()) try (Trap trap = new Trap(reader.getKey())) {
            for (Who who : reader.getValue()) for (String row : Canary.pages(who))
                if (trap.open(example.path(row)).contains("canary()")) shown++;
            assertEquals(Set.of(), trap.caught);
        }
        assertTrue(shown > 40, "the words are on " + shown + " pages only");
    }

    @Test
    void nor_what_is_in_a_file_its_name_or_its_properties() {
        Example example = Example.made();
        byte[] file = Docx.of(Docx.p("Title", Docx.r("Rubrik " + CanaryTest.SCRIPT))
                + Docx.p("", Docx.r(CanaryTest.SCRIPT))).part("docProps/core.xml", properties())
                .beside("comments", "<w:comment w:id=\"0\" w:author=\"" + escaped() + "\">" + Docx.p("",
                        Docx.r(CanaryTest.SCRIPT)) + "</w:comment>").bytes();
        try (Trap trap = new Trap(Browser.as(World.lena()))) {
            for (String ending : List.of(".exe", ".docx")) {
                trap.open("/projects/" + example.project().slug + "/drafts/new");
                trap.page.setInputFiles("input[name=file]",
                        new FilePayload("<img src=x onerror=canary()>" + ending, WORD, file));
                trap.send();
            }
            assertTrue(trap.page.content().contains("canary()"), "the preview");
            trap.send();
            assertTrue(trap.page.content().contains("canary()"), "the draft");
            assertEquals(Set.of(), trap.caught);
        }
    }

    @Test
    void a_page_that_shows_words_as_they_are_would_be_found() {
        try (Trap trap = new Trap(Browser.as(World.lena()))) {
            trap.unescaped(true);
            trap.open(canary().example.path("GET /projects/{project}"));
            assertTrue(trap.caught.toString().contains("Content Security Policy"), trap.caught::toString);
            trap.unescaped(false);
            trap.open(canary().example.path("GET /projects/{project}"));
            assertTrue(trap.caught.toString().contains("ran on"), trap.caught::toString);
            assertTrue(trap.caught.toString().contains("asked for"), trap.caught::toString);
        }
    }

    /** Made once: nobody changes what it left. */
    private static synchronized Canary canary() {
        if (canary == null) canary = Canary.singing(CanaryTest.SCRIPT);
        return canary;
    }

    private static String properties() {
        return "<cp:coreProperties "
                + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + escaped() + "</dc:title><dc:creator>"
                + escaped() + "</dc:creator></cp:coreProperties>";
    }

    private static String escaped() {
        return CanaryTest.SCRIPT.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Somebody's browser in which the script would be noticed, and so would what the policy kept from running. */
    private static final class Trap implements AutoCloseable {
        final Set<String> caught = new TreeSet<>();
        final Page page;
        private final BrowserContext context = Chromium.browser().newContext();

        Trap(Browser signedIn) {
            context.addCookies(Arrays.stream(signedIn.cookieLine().split("; "))
                    .map(cookie -> new Cookie(cookie.replaceFirst("=.*", ""), cookie.replaceFirst(".*?=", ""))
                            .setUrl(house())).toList());
            context.exposeBinding("canary", (source, nothing) -> caught.add("ran on " + source.page().url()));
            context.route(Pattern.compile(".*/assets/.*\\.(css|svg|woff2)"), Route::abort);
            page = context.newPage();
            page.onDialog(dialog -> {
                caught.add("dialog on " + page.url());
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) caught.add(page.url() + " " + message.text());
            });
            page.onRequest(request -> {
                if (request.url().contains("canary.example")) caught.add("asked for on " + page.url());
            });
        }

        /** @return the page as it stands in the browser; nothing when it is a file to keep */
        String open(String path) {
            try {
                page.navigate(house() + path);
                return page.content();
            } catch (PlaywrightException file) {
                if (file.getMessage().contains("Download is starting")) return "";
                throw file;
            }
        }

        /** The form of the page, by its main button. */
        void send() {
            page.waitForNavigation(() -> page.locator("main form button.govuk-button").first().click());
        }

        /** From now on pages hold what people wrote as it was written. */
        void unescaped(boolean policy) {
            context.unroute("**/projects/*");
            context.route("**/projects/*", route -> {
                var answer = route.fetch();
                Map<String, String> headers = new HashMap<>(answer.headers());
                if (!policy) headers.remove("content-security-policy");
                route.fulfill(new Route.FulfillOptions().setStatus(200).setHeaders(headers).setBody(answer.text()
                        .replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")));
            });
        }

        private static String house() {
            return "http://localhost:" + RestAssured.port;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
