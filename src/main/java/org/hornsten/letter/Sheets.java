package org.hornsten.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.link.Destinations;
import org.hornsten.web.Tongue;
import org.hornsten.web.When;

/** The letters of a batch as they are printed, each in its receiver's language. */
@ApplicationScoped
class Sheets {
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

    /** The file as a whole speaks the language most of the project's drafts are written in. */
    private static String page(LetterBatch batch, List<Sheet> sheets) {
        String language = Multilingual.plain(batch.project.languageList().get(0));
        return new paper(language, batch.project.title.in(language), sheets).render();
    }
}
