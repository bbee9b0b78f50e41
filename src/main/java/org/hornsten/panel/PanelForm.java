package org.hornsten.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** A panel as typed. */
public record PanelForm(@RestForm String kind, @RestForm String nameSv, @RestForm String nameFi,
                        @RestForm String nameEn, @RestForm String from, @RestForm String to, @RestForm String size,
                        @RestForm String minimumAge, @RestForm String loadCap, @RestForm List<String> excludes,
                        @RestForm String edition, @RestForm String submission) {

    static Optional<Panel.Kind> kind(String typed) {
        return Arrays.stream(Panel.Kind.values()).filter(one -> one.name().equalsIgnoreCase(typed)).findFirst();
    }

    Panel.Kind wantedKind() {
        return kind(kind).orElseThrow(() -> new Refused("kind", "panel:kind_missing"));
    }

    int seen() {
        return edition != null && edition.matches("\\d{1,9}") ? Integer.parseInt(edition) : -1;
    }

    /** @param target what is wished for is typed on a page of its own */
    Panel.Plan plan(Panel.Kind kind, Target target) {
        Multilingual name = Multilingual.of(said(nameSv), said(nameFi), said(nameEn));
        if (name.isEmpty()) throw new Refused("nameSv", "panel:name_missing");
        return new Panel.Plan(kind, name, new Term(day("from", from), day("to", to)),
                number("size", size, Panel.MOST_SEATS), target, excluded(),
                number("minimumAge", minimumAge, Panel.OLDEST), number("loadCap", loadCap, Panel.MOST_A_YEAR));
    }

    private Set<Panel.Exclusion> excluded() {
        return Arrays.stream(Panel.Exclusion.values())
                .filter(one -> excludes != null && excludes.contains(Target.key(one)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Panel.Exclusion.class)));
    }

    /** Null where nothing is typed, for the rules to ask for. */
    static LocalDate day(String field, String typed) {
        if (typed == null || typed.isBlank()) return null;
        return Term.day(typed.strip()).orElseThrow(() -> new Refused(field, "panel:day_unreadable"));
    }

    /** Null where nothing is typed. */
    static Integer number(String field, String typed, int most) {
        if (typed == null || typed.isBlank()) return null;
        if (!typed.strip().matches("\\d{1,6}")) throw new Refused(field, "panel:number_wrong", most);
        return Integer.valueOf(typed.strip());
    }

    static String said(String typed) {
        return Objects.toString(typed, "");
    }
}
