package org.hornsten;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What somebody finds who follows every link of the house from its first page on. */
final class Crawl {
    private static final int FEW = 6;
    private static final Map<String, Crawl> KNOWN = new ConcurrentHashMap<>();

    private final Reader reader;
    private final int most;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Integer> ofAKind = new HashMap<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    private Crawl(Reader reader, int most) {
        this.reader = reader;
        this.most = most;
    }

    /** What is remembered of a page. {@code from} is the page that led there, {@code links} keep their fragments. */
    record Page(String path, String from, int status, boolean html, String title, String language, Set<String> ids,
                List<String> links) {
        String route() {
            return path.replaceFirst("\\?.*", "");
        }
    }

    /** All pages. */
    static Crawl whole(String who, String language) {
        return KNOWN.computeIfAbsent("whole " + who + language,
                key -> new Crawl(Reader.of(who, language), Integer.MAX_VALUE).run());
    }

    /** A few of each kind of page, where the house has hundreds that differ in what is said only. */
    static Crawl sample(String who, String language) {
        return KNOWN.computeIfAbsent("sample " + who + language, key -> new Crawl(Reader.of(who, language), FEW).run());
    }

    Map<String, Page> pages() {
        return pages;
    }

    @Override
    public String toString() {
        return reader.toString();
    }

    private Crawl run() {
        Map<String, String> from = new HashMap<>();
        for (String first : List.of("/", "/sign-in", "/demo", "/me", "/r")) visit(first, "the beginning", from);
        // her own projects of the demo: they have of everything, whatever other tests have founded since
        if (reader.toString().startsWith("lead")) for (String first : List.of("/projects/servicestyrning-for-aldre",
                "/projects/familjecenter")) visit(first, "the beginning", from);
        while (!ahead.isEmpty()) {
            Page page = read(ahead.poll(), from);
            pages.put(page.path(), page);
            page.links().stream().map(link -> link.replaceFirst("#.*", "")).filter(link -> !link.isEmpty())
                    .forEach(link -> visit(link, page.path(), from));
        }
        return this;
    }

    private void visit(String path, String from, Map<String, String> origins) {
        // e-mails in the demo's letterbox are as they were sent: no pages of ours
        if (path.startsWith("/demo/mail/") || !seen.add(path)) return;
        if (ofAKind.merge(kind(path), 1, Integer::sum) > most) return;
        origins.put(path, from);
        ahead.add(path);
    }

    private static String kind(String path) {
        String query = path.contains("?") ? path.replaceFirst(".*?\\?", "") : "";
        String names = Arrays.stream(query.split("&")).map(part -> part.replaceFirst("=.*", "")).sorted()
                .collect(Collectors.joining(","));
        String bare = path.replaceFirst("\\?.*", "");
        return Routes.of(bare).map(Routes.Route::template).orElse(bare) + "?" + names;
    }

    private Page read(String path, Map<String, String> from) {
        Reader.Page answer = reader.open(path);
        if (!answer.html()) return new Page(path, from.get(path), answer.status(), false, "", "", Set.of(),
                answer.next().isEmpty() ? List.of() : List.of(answer.next()));
        Document page = answer.document();
        return new Page(path, from.get(path), answer.status(), true, page.title(), page.select("html").attr("lang"),
                Set.copyOf(page.select("[id]").eachAttr("id")), links(page, path));
    }

    private static List<String> links(Document page, String path) {
        return page.select("a[href], link[href], script[src], img[src]").stream().map(link -> target(link, path))
                .filter(target -> !target.isEmpty()).distinct().toList();
    }

    /** The path within the house, empty when the link leads out of it. */
    private static String target(Element link, String path) {
        String to = link.hasAttr("href") ? link.attr("href") : link.attr("src");
        if (to.startsWith("#")) return path + to;
        URI whole = URI.create(House.address() + path).resolve(to);
        return whole.toString().startsWith(House.address() + "/") ? whole.toString().substring(House.address().length())
                : "";
    }
}
