package org.hornsten.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One event as readers are told of it: what is on the screen then, whatever it was when it happened.
 *
 * @param kind  {@code note}, {@code gone} for one that is not to be seen (any more), {@code step}, {@code count}
 * @param about id of the note, or key of the step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BoardNews")
public record News(long number, String kind, String about, Card note) {

    /** A note as everybody in the room sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BoardNote")
    public record Card(String id, String language, String words, Integer table, String step, String heading) {
        static Card of(Note note) {
            return new Card(note.publicId, note.contribution.language, note.contribution.words, note.table,
                    note.step.isEmpty() ? null : note.step,
                    Optional.ofNullable(note.heading).map(heading -> heading.words).orElse(null));
        }
    }

    /** The next ones after a number, at most so many; two statements. */
    static List<News> after(long board, long number, int most) {
        List<Happening> happened = Happening.after(board, number, most);
        Map<String, Note> notes = Notes.shown(board, happened.stream()
                .filter(one -> one.kind() == Happening.Kind.NOTE).map(Happening::about).distinct().toList());
        return happened.stream().map(one -> of(one, notes)).toList();
    }

    private static News of(Happening one, Map<String, Note> notes) {
        Note note = notes.get(one.about());
        boolean gone = one.kind() == Happening.Kind.NOTE && note == null;
        return new News(one.number(), gone ? "gone" : one.kind().name().toLowerCase(Locale.ROOT), one.about(),
                note == null ? null : Card.of(note));
    }
}
