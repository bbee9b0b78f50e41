package org.hornsten.hearing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.hornsten.text.Quote;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A comment as a reader writes it.
 *
 * @param quote numbers of the ticked sentences, and {@code all} for the whole passage
 * @param promised the key of the promise that stood beside the button
 * @param exact words marked in the text; they go before ticked sentences
 */
public record CommentForm(@RestForm String language, @RestForm String passage, @RestForm String section,
                          @RestForm String exact, @RestForm String prefix, @RestForm String suffix,
                          @RestForm List<String> quote, @RestForm String kind,
                          @RestForm @NotBlank(message = "words_missing") @Size(max = Contribution.LONGEST) String words,
                          @RestForm String anonymity, @RestForm String promised, @RestForm String submission) {

    Saying.Kind spoken() {
        return word(Saying.Kind.class, kind).orElseThrow(() -> new Refused("kind", "hearing:kind_missing"));
    }

    /** Empty where the round leaves no choice. */
    Optional<Anonymity> level() {
        return word(Anonymity.class, anonymity);
    }

    List<String> ticked() {
        return quote == null ? List.of() : quote.stream().filter(number -> number.matches("\\d{1,4}")).toList();
    }

    Quote marked() {
        return new Quote(text(exact), text(prefix), text(suffix));
    }

    static <W extends Enum<W>> Optional<W> word(Class<W> vocabulary, String typed) {
        return Stream.of(vocabulary.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(typed)).findFirst();
    }

    static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
