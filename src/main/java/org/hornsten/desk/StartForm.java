package org.hornsten.desk;

import jakarta.validation.constraints.Size;
import org.hornsten.kit.Multilingual;
import org.jboss.resteasy.reactive.RestForm;

/** A new draft as its lead begins it. */
public record StartForm(@RestForm @Size(max = 200) String title_sv, @RestForm @Size(max = 200) String title_fi,
                        @RestForm @Size(max = 200) String title_en, @RestForm String language,
                        @RestForm String markdown, @RestForm String submission) {

    public Multilingual title() {
        return Multilingual.of(title_sv, title_fi, title_en);
    }
}
