package org.hornsten;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every page of the house that can be opened, read from the program itself, with an address in the demo world for
 * each.
 */
final class Routes {
    /** Roles in the order in which one of them is asked to show a page. */
    static final List<String> ROLES = List.of("lead", "", "panelist", "admin");

    /** Pages that are answers to a form and have no link to them; the journeys meet them. */
    static final Set<String> BEHIND_A_FORM = Set.of("/thanks", "/r/journey", "/r/withdrawal",
            "/r/withdrawn", "/me/erased", "/link", "/link/{token}", "/projects/{slug}/people/links", "/sign-in/start",
            "/projects/{slug}/letters/{batch}", "/projects/{slug}/letters/{batch}/sheets",
            "/projects/{slug}/letters/{batch}/codes", "/projects/{slug}/letters/{batch}/paper",
            // a file, a way on, and pages linked to only while there is something to explain, to close or to open
            "/projects/{project}/panels/{panel}/import/table", "/projects/{project}/panels/{panel}/import/jobs/{job}",
            "/workshops/{workshop}/handouts/{handout}", "/sbom", "/.well-known/security.txt", "/projects/{slug}/input/next",
            "/drafts/{id}/working-copy/changes", "/drafts/{id}/closing", "/drafts/{id}/extension",
            "/projects/{slug}/quotes",
            // of somebody's own application, of a call before it opens, and of one the lot decides on
            "/calls/applications/gone", "/calls/applications/mine", "/calls/applications/thanks", "/calls/{id}/mine",
            "/calls/{id}/draw", "/calls/{id}/draw/numbers", "/projects/{slug}/calls/{id}/edit",
            // of somebody found by a search that leaves no trace in an address
            "/administration/people/{person}",
            // what programs read of the public log, and the proof behind a receipt
            "/log/checkpoint", "/log/key", "/log/tile/entries/{position:.+}", "/log/tile/{level:\\d}/{position:.+}",
            "/r/journey/proof",
            // an address nobody links to, and a code that hangs in a room
            "/calendar/{token}.ics", "/workshops/{workshop}/here/{key}",
            // of a board that somebody has opened, and what one joins it by
            "/w", "/w/{code}", "/workshops/{id}/board", "/workshops/{id}/board/desk", "/workshops/{id}/board/desk/step",
            "/workshops/{id}/board/events", "/workshops/{id}/board/news", "/workshops/{id}/board/paper",
            "/workshops/{id}/board/phone",
            // of one's own claim, of what is paid, and of mail that came to the demo's letterbox
            "/workshops/{workshop}/claim", "/claims/{claim}", "/claims/{claim}/fee", "/claims/{claim}/travel",
            "/claims/{claim}/meals", "/claims/{claim}/tax-card", "/claims/{claim}/check",
            "/projects/{slug}/claims/{claim}", "/projects/{slug}/payroll/{number}", "/demo/mail/{mail}",
            "/demo/mail/{mail}/page", "/new-link/sent", "/projects/{slug}/letters/{batch}/cards",
            "/workshops/{workshop}/calendar.ics", "/workshops/{workshop}/needs/{kind}",
            // only of somebody young
            "/guardian", "/guardian/{token}", "/projects/{slug}/members/{number}/guardian/link",
            "/contributions/{id}/moderation");

    private static final List<Route> ALL = read();
    private static Map<Route, Example> examples;

    private Routes() {}

    /** An address with names in braces, as it stands at the resource. */
    record Route(String template) {
        private static final Pattern NAME = Pattern.compile("\\{[^{}]*}");

        boolean fits(String path) {
            String wanted = NAME.splitAsStream(template).map(Pattern::quote).reduce((a, b) -> a + "[^/]+" + b)
                    .orElse("");
            return path.matches(wanted + (template.endsWith("}") ? "[^/]+" : ""));
        }

        /** Signs that are not names: the more, the nearer. */
        int literal() {
            return NAME.matcher(template).replaceAll("").length();
        }

        @Override
        public String toString() {
            return template;
        }
    }

    /** Somebody who may open the page, and its address in the demo world. */
    record Example(Route route, String who, String path) {}

    static List<Route> all() {
        return ALL;
    }

    /** The route that answers a path. */
    static Optional<Route> of(String path) {
        return ALL.stream().filter(route -> route.fits(path)).max(Comparator.comparingInt(Route::literal));
    }

    /**
     * One address for each page, found by following links from the first page on: a page without a way to it has
     * none.
     */
    static synchronized Map<Route, Example> examples() {
        if (examples == null) {
            examples = new LinkedHashMap<>();
            for (String role : ROLES) Crawl.sample(role, "sv").pages().values().stream().filter(Crawl.Page::html)
                    .forEach(page -> of(page.route()).ifPresent(route ->
                            examples.putIfAbsent(route, new Example(route, role, page.path()))));
        }
        return examples;
    }

    private static List<Route> read() {
        JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.hornsten");
        return classes.stream().filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(GET.class)).map(Routes::template)
                .filter(template -> !template.startsWith("/api/")).distinct().sorted().map(Route::new).toList();
    }

    private static String template(JavaMethod method) {
        String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String whole = "/" + method.getOwner().getAnnotationOfType(Path.class).value() + "/" + own;
        return whole.replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    }
}
