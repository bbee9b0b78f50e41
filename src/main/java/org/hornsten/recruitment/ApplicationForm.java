package org.hornsten.recruitment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.jboss.resteasy.reactive.RestForm;

/** An application as typed; {@code way} by staff only. */
public record ApplicationForm(@RestForm String name, @RestForm String email, @RestForm String phone,
                              @RestForm String street, @RestForm String postcode, @RestForm String town,
                              @RestForm String language, @RestForm String ageGroup, @RestForm String municipality,
                              @RestForm List<String> areas, @RestForm String consents, @RestForm String why,
                              @RestForm String mayApply, @RestForm String way, @RestForm String submission) {

    /** @param known as whom the letter was sent, where one was */
    Applicant said(OpenCall call, Optional<String> known) {
        return new Applicant(known.orElse(name), email, phone, street, postcode, town, language,
                one(AgeGroup.values(), ageGroup).orElse(null), municipality, call.asksAreas ? chosen() : Set.of(),
                "yes".equals(consents), call.asksWhy ? why : null, "yes".equals(mayApply));
    }

    private Set<Area> chosen() {
        return Optional.ofNullable(areas).orElse(List.of()).stream().flatMap(typed -> one(Area.values(),
                typed).stream())
                .collect(Collectors.toSet());
    }

    Application.Way wayIn() {
        return one(Application.Way.values(), way).orElse(Application.Way.WEB);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] words, String typed) {
        return Arrays.stream(words).filter(word -> word.name().equalsIgnoreCase(typed)).findFirst();
    }
}
