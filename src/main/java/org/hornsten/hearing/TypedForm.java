package org.hornsten.hearing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** What somebody wrote in a letter or said by phone, as staff type it in. */
public record TypedForm(@RestForm String language, @RestForm String channel, @RestForm String receivedOn,
                        @RestForm String person, @RestForm @Size(max = 200) String name, @RestForm String about,
                        @RestForm String quote, @RestForm String kind,
                        @RestForm @NotBlank(message = "words_missing") @Size(max = Contribution.LONGEST) String words,
                        @RestForm String submission) {
    static final List<Channel> CHANNELS = List.of(Channel.LETTER, Channel.PHONE, Channel.EMAIL, Channel.WORKSHOP);

    Channel way() {
        return CommentForm.word(Channel.class, channel).filter(CHANNELS::contains)
                .orElseThrow(() -> new Refused("channel", "hearing:channel_missing"));
    }

    PersonKind who() {
        return CommentForm.word(PersonKind.class, person)
                .orElseThrow(() -> new Refused("person", "hearing:person_missing"));
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
