package org.hornsten.workshop;

import java.time.Instant;
import java.util.List;
import org.hornsten.draft.Draft;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Reach;
import org.hornsten.kit.Refused;

/**
 * A workshop as its lead plans it.
 *
 * @param closes null for when it starts
 * @param seats  null for room for everybody
 * @param draft  null where it is about no text
 */
public record Plan(Multilingual title, Multilingual description, Workshop.Form form, Instant starts, Instant ends,
                   Instant closes, Multilingual place, String link, Integer seats, List<Step> programme,
                   Accessibility accessibility, List<Material> materials, Draft draft) {
    static final int MOST_SEATS = 10_000;

    /** What is left out is empty. */
    public Plan {
        title = title == null ? Multilingual.none() : title;
        description = description == null ? Multilingual.none() : description;
        place = place == null ? Multilingual.none() : place;
        link = link == null || link.isBlank() ? null : link.strip();
        programme = programme == null ? List.of() : List.copyOf(programme);
        accessibility = accessibility == null ? Accessibility.UNTOLD : accessibility;
        materials = materials == null ? List.of() : List.copyOf(materials);
        closes = closes == null ? starts : closes;
    }

    void check() {
        Rules.title(title);
        Rules.text("description", description, Rules.LONGEST_TEXT);
        if (form == null) throw new Refused("form", "workshop:form_missing");
        if (starts == null) throw new Refused("starts", "workshop:starts_missing");
        if (ends == null) throw new Refused("ends", "workshop:ends_missing");
        Reach.check("starts", starts);
        Reach.check("ends", ends);
        Reach.check("closes", closes);
        if (!ends.isAfter(starts)) throw new Refused("ends", "workshop:ends_before_it_starts");
        if (closes.isAfter(ends)) throw new Refused("closes", "workshop:closes_after_it_ends");
        Rules.text("place", place, Rules.LONGEST_TEXT);
        if (form != Workshop.Form.ONLINE && place.isEmpty()) throw new Refused("place", "workshop:place_missing");
        if (link != null) Rules.link("link", link);
        if (link != null && form == Workshop.Form.IN_PERSON) throw new Refused("link", "workshop:link_in_person");
        if (seats != null && (seats < 1 || seats > MOST_SEATS))
            throw new Refused("seats", "workshop:seats_wrong", MOST_SEATS);
        Step.check(programme, starts, ends);
        Rules.text("accessibility", accessibility.note(), Rules.LONGEST_TEXT);
        Material.check(materials);
    }
}
