package org.hornsten.desk;

import org.hornsten.draft.WorkingText;
import org.hornsten.text.Section;
import org.jboss.resteasy.reactive.RestForm;

/**
 * A section as its author wrote it.
 *
 * @param edition of the whole text when the form was opened
 * @param seen    fingerprint of the section at that time: what others wrote elsewhere since then is no conflict
 */
public record SectionForm(@RestForm String language, @RestForm String markdown, @RestForm String edition,
                          @RestForm String seen, @RestForm String after, @RestForm String direction) {

    int editionFor(WorkingText text, String section) {
        boolean same = text.outline.section(section).map(Section::fingerprint).filter(f -> f.equals(seen)).isPresent();
        return same ? text.edition : number(edition);
    }

    /** @return -1 for what is no number, which no text has */
    static int number(String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}
