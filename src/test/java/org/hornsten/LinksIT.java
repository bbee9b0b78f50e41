package org.hornsten;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Follows every link of the demo world, as everybody, in three languages. */
class LinksIT {
    private static final List<String> PEOPLE = List.of("", "outsider", "panelist", "lead", "admin");
    private static final List<String> LANGUAGES = List.of("sv", "fi", "en");

    @TestFactory
    Stream<DynamicTest> every_link_leads_to_a_page() {
        return crawls().map(crawl -> dynamicTest(crawl.toString(), () -> none(crawl.pages().values().stream()
                .filter(page -> page.status() >= 400 || page.status() != 200 && page.links().isEmpty())
                .map(page -> page.status() + " " + page.path() + " from " + page.from()))));
    }

    @TestFactory
    Stream<DynamicTest> every_fragment_is_a_place_on_its_page() {
        return crawls().map(crawl -> dynamicTest(crawl.toString(), () -> none(crawl.pages().values().stream()
                .flatMap(page -> page.links().stream().filter(link -> link.contains("#"))
                        .filter(link -> dead(crawl.pages().get(link.replaceFirst("#.*", "")),
                        link.replaceFirst(".*?#", ""))).map(link -> link + " on " + page.path())))));
    }

    @TestFactory
    Stream<DynamicTest> titles_tell_pages_apart() {
        return crawls().map(crawl -> dynamicTest(crawl.toString(), () -> {
            Map<String, String> titles = new HashMap<>();
            Map<String, String> twins = new TreeMap<>();
            pages(crawl).sorted(Comparator.comparing(Crawl.Page::path)).forEach(page -> {
                String other = titles.putIfAbsent(page.title(), page.route());
                if (other != null && !same(other, page.route()))
                    twins.putIfAbsent(kind(other) + " and " + kind(page.route()),
                            page.title() + ": " + other + " and " + page.route());
            });
            none(twins.values().stream());
        }));
    }

    // A draft's own address shows its newest version. What people said is in no title: titles stay in the browser's
    // history.
    private static boolean same(String one, String other) {
        return one.equals(other) || ofTwoDrafts(one, other) || other.matches(Pattern.quote(one) + "/versions/\\d+")
                || one.startsWith("/contributions/") && kind(one).equals(kind(other));
    }

    // Two drafts may be called the same; the way above the heading tells whose each is.
    private static boolean ofTwoDrafts(String one, String other) {
        return one.startsWith("/drafts/") && kind(one).equals(kind(other))
                && !one.split("/")[2].equals(other.split("/")[2]);
    }

    private static String kind(String path) {
        return Routes.of(path).map(Routes.Route::template).orElse(path);
    }

    @TestFactory
    Stream<DynamicTest> pages_say_their_language_and_the_product() {
        return LANGUAGES.stream().flatMap(language -> PEOPLE.stream().map(who -> Crawl.sample(who, language))
                .map(crawl -> dynamicTest(crawl.toString(), () -> none(pages(crawl)
                        .filter(page -> !page.language().equals(language) || !page.title().endsWith(" – Hörnsten"))
                        .map(page -> page.language() + " " + page.title() + " " + page.path())))));
    }

    @Test
    void a_link_to_nowhere_would_be_found() {
        assertEquals(404, Reader.of("", "sv").open("/no-such-page").status());
        assertTrue(dead(new Crawl.Page("/", "", 200, true, "", "sv", Set.of("main"), List.of()), "elsewhere"));
    }

    private static boolean dead(Crawl.Page page, String fragment) {
        return page != null && page.html() && !fragment.isEmpty() && !page.ids().contains(fragment);
    }

    private static Stream<Crawl.Page> pages(Crawl crawl) {
        return crawl.pages().values().stream().filter(page -> page.html() && page.status() == 200);
    }

    private static Stream<Crawl> crawls() {
        return LANGUAGES.stream().flatMap(language -> PEOPLE.stream()
                .map(who -> language.equals("sv") ? Crawl.whole(who, language) : Crawl.sample(who, language)));
    }

    private static void none(Stream<String> faults) {
        assertEquals("", String.join("\n", faults.toList()));
    }
}
