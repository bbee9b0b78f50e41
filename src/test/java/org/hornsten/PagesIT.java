package org.hornsten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What holds for every page of the house, whatever it is about. */
class PagesIT {
    private static final List<String> LANGUAGES = List.of("sv", "fi", "en");

    @Test
    void every_route_is_a_page_one_can_come_to() {
        assertEquals(List.of(), Routes.all().stream().filter(route -> !Routes.examples().containsKey(route))
                .filter(route -> !Routes.BEHIND_A_FORM.contains(route.template())).toList());
    }

    @TestFactory
    Stream<DynamicTest> pages_are_in_order() {
        return LANGUAGES.stream().flatMap(language -> Routes.ROLES.stream().flatMap(role -> {
            Reader reader = Reader.of(role, language);
            return Routes.examples().values().stream().filter(example -> example.who().equals(role))
                    .map(example -> dynamicTest(language + " " + example.route(), () -> assertEquals("",
                            String.join("\n", faults(reader.open(example.path()), language)), example.path())));
        }));
    }

    @Test
    void a_page_in_disorder_would_be_found() {
        String page = """
                <!DOCTYPE html><html lang="fi"><head><title></title></head><body><h1>A</h1><h3 tabindex="2">B</h3>
                <p style="color:red">C<input name="x" placeholder="D"><script>alert(1)</script><li>E</body></html>""";
        List<String> found = new ArrayList<>(structure(Jsoup.parse(page), "sv"));
        found.addAll(fields(Jsoup.parse(page)));
        found.addAll(invalid(page));
        for (String fault : List.of("language", "skip link", "main", "heading", "placeholder", "tabindex", "style",
                "script", "no label", "title"))
            assertTrue(found.stream().anyMatch(words -> words.contains(fault)), fault + " in " + found);
    }

    static List<String> faults(Reader.Page page, String language) {
        if (page.status() != 200) return List.of("status " + page.status());
        List<String> faults = new ArrayList<>(structure(page.document(), language));
        faults.addAll(fields(page.document()));
        faults.addAll(headers(page));
        faults.addAll(invalid(page.answer().body()));
        return faults;
    }

    private static List<String> structure(Document page, String language) {
        List<String> faults = new ArrayList<>();
        wrong(faults, !page.select("html").attr("lang").equals(language),
                "language " + page.select("html").attr("lang"));
        wrong(faults, page.title().isBlank() || page.title().startsWith(" –"), "title: " + page.title());
        Element first = page.selectFirst("body a, body button, body input:not([type=hidden])");
        boolean skips = first != null && first.attr("href").startsWith("#") && first.attr("href").length() > 1
                && page.getElementById(first.attr("href").substring(1)) != null;
        wrong(faults, !skips, "skip link: " + first);
        for (String landmark : List.of("body > header", "header nav", "main", "body > footer"))
            wrong(faults, page.select(landmark).isEmpty(), landmark + " is missing");
        wrong(faults, page.select("main").size() != 1, "main: " + page.select("main").size());
        headings(page, faults);
        int deep = page.location().replaceFirst("https?://[^/]+/", "").replaceFirst("\\?.*", "").split("/").length;
        wrong(faults, deep > 1 && page.select("nav.crumbs a").isEmpty(), "breadcrumbs are missing");
        wrong(faults, !page.select("[style], style").isEmpty(), "inline style " + page.select("[style]").first());
        wrong(faults, !page.select("script:not([src])").isEmpty(), "inline script");
        wrong(faults, page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream())
                .anyMatch(a -> a.getKey().startsWith("on")), "inline handler");
        wrong(faults, !page.select("[tabindex]:not([tabindex=0]):not([tabindex=-1])").isEmpty(), "positive tabindex");
        wrong(faults, page.select("footer a[href=/help]").isEmpty(), "help is not in its place");
        wrong(faults, page.select("[target=_blank]").size() > 0, "a new tab");
        return faults;
    }

    private static void headings(Document page, List<String> faults) {
        wrong(faults, page.select("h1").size() != 1, "h1: " + page.select("h1").eachText());
        int before = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            wrong(faults, level > before + 1, "heading " + heading.outerHtml() + " after h" + before);
            wrong(faults, heading.text().isBlank(), "empty heading " + heading.outerHtml());
            before = level;
        }
    }

    private static List<String> fields(Document page) {
        List<String> faults = new ArrayList<>();
        wrong(faults, !page.select("[placeholder]").isEmpty(), "placeholder");
        for (Element field : page.select("input:not([type=hidden]):not([type=submit]), textarea, select")) {
            Element label = page.selectFirst("label[for=\"" + field.id() + "\"]");
            boolean named = !field.id().isEmpty() && label != null && !label.text().isBlank()
                    || field.closest("label") != null
                    || field.hasAttr("aria-labelledby") || !field.attr("aria-label").isBlank();
            wrong(faults, !named, "no label: " + field.outerHtml());
        }
        for (Element button : page.select("button:not([hidden]), a[href]"))
            wrong(faults, button.text().isBlank() && button.select("img[alt]:not([alt='']), [aria-label]").isEmpty(),
                    "no words: " + button.outerHtml());
        for (Element field : page.select("[aria-describedby], [aria-labelledby], [aria-controls]"))
            for (String name : List.of("aria-describedby", "aria-labelledby", "aria-controls"))
                for (String id : field.attr(name).split("\\s+"))
                    wrong(faults, !id.isEmpty() && page.getElementById(id) == null, name + " names nothing: " + id);
        return faults;
    }

    private static List<String> headers(Reader.Page page) {
        List<String> faults = new ArrayList<>();
        String policy = page.answer().headers().firstValue("Content-Security-Policy").orElse("");
        wrong(faults, !policy.contains("default-src 'none'") || policy.contains("unsafe"), "policy: " + policy);
        wrong(faults, page.answer().headers().firstValue("Cache-Control").filter("no-store"::equals).isEmpty(),
                "kept by caches");
        return faults;
    }

    /** What the validator of the W3C calls an error. */
    private static List<String> invalid(String page) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        // page and messages come in many languages; guessing them is none of its business
        validator.setNoLangDetect(true);
        try {
            JsonNode found = new ObjectMapper().readTree(validator.validate(
                    new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))));
            Set<String> faults = new HashSet<>();
            for (JsonNode message : found.path("messages")) if (!message.path("type").asText().equals("info"))
                faults.add(message.path("message").asText() + " "
                + message.path("extract").asText().replaceAll("\\s+", " "));
            return List.copyOf(faults);
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static void wrong(List<String> faults, boolean fault, String words) {
        if (fault) faults.add(words);
    }
}
