package org.hornsten.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.link.Destinations;
import org.hornsten.web.Tongue;
import org.hornsten.web.When;

/** The letters of a batch as they are printed, each in its receiver's language. */
@ApplicationScoped
class Sheets {
    private static final int ON_A_PAGE = 6;

    private final Letters letters;
    private final Destinations destinations;
    private final Tongue tongue;
    private final When when;

    Sheets(Letters letters, Destinations destinations, Tongue tongue, When when) {
        this.letters = letters;
        this.destinations = destinations;
        this.tongue = tongue;
        this.when = when;
    }

    @CheckedTemplate(basePath = "letter")
    record paper(String language, String title, List<Sheet> sheets) implements TemplateInstance {}

    @CheckedTemplate(basePath = "letter")
    record cards(String language, String title, List<List<Sheet>> pages) implements TemplateInstance {}

    /** Nothing unless the batch is ready to be fetched. */
    Optional<List<Sheet>> of(LetterBatch batch, UriInfo here) {
        Destinations.Destination to = destinations.find(batch.about()).orElseThrow(Missing::new);
        return letters.read(batch).map(plain -> plain.stream()
                .map(letter -> Sheet.of(letter, batch, to, here, tongue, when)).toList());
    }

    Optional<Response> pdf(LetterBatch batch, UriInfo here) {
        return of(batch, here).map(sheets -> Response.ok(Paper.of(page(batch, sheets)), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"letters.pdf\"").build());
    }

    /** The same on cards to be cut apart and handed out, without names: who hands them out knows to whom. */
    Optional<Response> cards(LetterBatch batch, UriInfo here) {
        return of(batch, here).map(sheets -> Response.ok(Paper.of(cards(batch, sheets)), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"cards.pdf\"").build());
    }

    private static String cards(LetterBatch batch, List<Sheet> sheets) {
        String language = Multilingual.plain(batch.project.languageList().get(0));
        List<List<Sheet>> pages = IntStream.range(0, (sheets.size() + ON_A_PAGE - 1) / ON_A_PAGE)
                .mapToObj(page -> sheets.subList(page * ON_A_PAGE, Math.min((page + 1) * ON_A_PAGE, sheets.size())))
                .toList();
        return new cards(language, batch.project.title.in(language), pages).render();
    }

    /** The file as a whole speaks the language most of the project's drafts are written in. */
    private static String page(LetterBatch batch, List<Sheet> sheets) {
        String language = Multilingual.plain(batch.project.languageList().get(0));
        return new paper(language, batch.project.title.in(language), sheets).render();
    }
}
