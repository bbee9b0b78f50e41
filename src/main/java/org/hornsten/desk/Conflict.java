package org.hornsten.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hornsten.diff.WordDiff.Piece;
import org.hornsten.diff.WordDiff;
import org.hornsten.draft.WorkingText;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;

/**
 * Two people wrote at the same place: both texts, so that nothing is lost and the second decides what holds.
 *
 * @param to     where the second one's text goes when it is sent again
 * @param theirs what is stored, with what the other text has not marked as removed; empty when it is gone
 * @param seen   fingerprint of what is stored, which the next sending has seen
 */
public record Conflict(WorkingText text, String to, String mine, List<Piece> theirs, String seen) {

    @CheckedTemplate(basePath = "desk")
    record conflict(Conflict conflict) implements TemplateInstance {}

    static Conflict section(WorkingText text, String section, String mine) {
        return text.outline.section(section).map(stored -> new Conflict(text, text.sectionPath(section), words(mine),
                theirs(new Outline("", List.of(stored)), words(mine)), stored.fingerprint()))
                .orElseGet(() -> gone(text, mine));
    }

    static Conflict whole(WorkingText text, String mine) {
        return new Conflict(text, text.previewPath(), words(mine), theirs(text.outline, words(mine)), "");
    }

    /** The section was removed meanwhile: what was written can become a new one. */
    static Conflict gone(WorkingText text, String mine) {
        return new Conflict(text, text.sectionsPath(), words(mine), List.of(), "");
    }

    private static List<Piece> theirs(Outline stored, String mine) {
        return WordDiff.between(Markdown.write(stored), mine.replace("\r\n", "\n")).stream()
                .filter(piece -> piece.op() != WordDiff.Op.ADDED).toList();
    }

    private static String words(String mine) {
        return mine == null ? "" : mine;
    }

    public boolean isGone() {
        return theirs.isEmpty();
    }

    Response answer() {
        return Response.status(Response.Status.CONFLICT).entity(new conflict(this).render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }
}
