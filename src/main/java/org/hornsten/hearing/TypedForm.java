package org.hornsten.hearing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.hornsten.guard.Expected;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;

/** What somebody wrote in a letter or said by phone, as staff type it in; with a score for each criterion. */
public record TypedForm(String language, String channel, String receivedOn, String member, String person,
                        @Size(max = 200) String name, String about, String quote, String kind,
                        @NotBlank(message = "words_missing") @Size(max = Contribution.LONGEST) String words,
                        String submission) {
    static final List<Channel> CHANNELS = List.of(Channel.LETTER, Channel.PHONE, Channel.EMAIL, Channel.WORKSHOP);

    static TypedForm of(MultivaluedMap<String, String> sent) {
        return new TypedForm(sent.getFirst("language"), sent.getFirst("channel"), sent.getFirst("receivedOn"),
                sent.getFirst("member"), sent.getFirst("person"), sent.getFirst("name"), sent.getFirst("about"),
                sent.getFirst("quote"), sent.getFirst("kind"), sent.getFirst("words"),
                sent.getFirst(Expected.SUBMISSION));
    }

    Channel way() {
        return CommentForm.word(Channel.class, channel).filter(CHANNELS::contains)
                .orElseThrow(() -> new Refused("channel", "hearing:channel_missing"));
    }

    /** As whom somebody speaks who is no member. */
    Optional<PersonKind> who() {
        return CommentForm.word(PersonKind.class, person);
    }

    Saying.Kind spoken() {
        return CommentForm.word(Saying.Kind.class, kind).orElseThrow(() -> new Refused("kind", "hearing:kind_missing"));
    }

    LocalDate day(LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(CommentForm.text(receivedOn).strip());
            if (day.isAfter(today)) throw new Refused("receivedOn", "hearing:received_later");
            return day;
        } catch (DateTimeParseException unreadable) {
            throw new Refused("receivedOn", "hearing:received_wrong");
        }
    }

    /** The id after {@code passage:} or {@code section:}, else nothing. */
    String about(String what) {
        String chosen = CommentForm.text(about);
        return chosen.startsWith(what + ":") ? chosen.substring(what.length() + 1) : "";
    }
}
