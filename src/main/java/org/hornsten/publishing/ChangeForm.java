package org.hornsten.publishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.draft.Because.OwnReason;
import org.hornsten.draft.Because.Part;
import org.hornsten.draft.Because.Reason;
import org.hornsten.draft.Because;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Why one change was made, as ticked and typed.
 *
 * @param words stretches of new words the reason is meant for, {@code from-to}; none for all of them
 * @param drop  stretches whose own reason is taken back
 */
public record ChangeForm(@RestForm String change, @RestForm List<String> because, @RestForm String ownReason,
                         @RestForm("text-sv") String textSv, @RestForm("text-fi") String textFi,
                         @RestForm("text-en") String textEn, @RestForm List<String> words,
                                 @RestForm List<String> drop) {

    String key() {
        return given(change);
    }

    /** What was said before, with this said instead or besides. */
    Because after(Because before) {
        List<Part> kept = before.parts().stream().filter(part -> !all(drop).contains(part.from() + "-" + part.to()))
                .toList();
        Optional<Reason> reason = reason();
        if (all(words).isEmpty()) return new Because(reason.orElse(NONE), kept);
        Reason meant = reason.orElseThrow(() -> new Refused("because", "publishing:because_missing"));
        List<Part> parts = new ArrayList<>();
        all(words).forEach(run -> parts.add(part(run, meant)));
        kept.stream().filter(part -> parts.stream().noneMatch(p -> p.from() < part.to() && part.from() < p.to()))
                .forEach(parts::add);
        // Given for some words only: what is ticked now was not meant for the whole, unless it was said so before.
        return new Because(before.whole(), parts);
    }

    private static final Reason NONE = Because.NOTHING.whole();

    private Optional<Reason> reason() {
        List<String> decisions = all(because);
        Optional<OwnReason> own = Arrays.stream(OwnReason.values()).filter(one -> one.name().equals(ownReason))
                .findFirst();
        if (own.isPresent() && !decisions.isEmpty()) throw new Refused("ownReason", "publishing:because_both");
        return own.map(one -> Reason.own(one, Multilingual.of(given(textSv), given(textFi), given(textEn))))
                .or(() -> decisions.isEmpty() ? Optional.empty() : Optional.of(Reason.decided(decisions)));
    }

    private static Part part(String run, Reason reason) {
        if (!run.matches("\\d{1,6}-\\d{1,6}")) throw new Refused("words", "publishing:words_outside");
        String[] ends = run.split("-");
        return new Part(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), reason);
    }

    private static List<String> all(List<String> values) {
        return values == null ? List.of() : values.stream().filter(value -> !value.isBlank()).distinct().toList();
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }
}
