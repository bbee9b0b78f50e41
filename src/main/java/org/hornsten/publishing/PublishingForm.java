package org.hornsten.publishing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hornsten.draft.Round.Criterion;
import org.hornsten.draft.Round;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The round to be opened, as typed.
 *
 * @param key     of each criterion, in the order of its labels; empty for one that is new
 * @param labelSv one for each key, empty where none was written, and so for the other languages
 */
public record PublishingForm(@RestForm String opensAt, @RestForm String closesAt, @RestForm String anonymity,
                             @RestForm String k, @RestForm List<String> key, @RestForm("label-sv") List<String> labelSv,
                             @RestForm("label-fi") List<String> labelFi, @RestForm("label-en") List<String> labelEn,
                             @RestForm String overrideReason) {
    private static final int EMPTY_ROWS = 2;

    /** One row of the table of criteria. */
    public record Row(String key, Multilingual label) {
        public String in(String language) {
            return label.exactly(language).orElse("");
        }
    }

    static PublishingForm begin(List<Criterion> criteria, Anonymity anonymity, int k) {
        return new PublishingForm("", "", anonymity.name(), "" + k, criteria.stream().map(Criterion::key).toList(),
                labels(criteria, "sv"), labels(criteria, "fi"), labels(criteria, "en"), "");
    }

    private static List<String> labels(List<Criterion> criteria, String language) {
        return criteria.stream().map(criterion -> criterion.label().exactly(language).orElse("")).toList();
    }

    /** What was typed, with room for more. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int typed = Math.max(Math.max(all(labelSv).size(), all(labelFi).size()),
                Math.max(all(labelEn).size(), all(key).size()));
        for (int i = 0; i < typed; i++)
            rows.add(new Row(at(key, i), Multilingual.of(at(labelSv, i), at(labelFi, i), at(labelEn, i))));
        rows.removeIf(row -> row.key().isEmpty() && row.label().isEmpty());
        for (int i = 0; i < EMPTY_ROWS; i++) rows.add(new Row("", Multilingual.none()));
        return rows;
    }

    /** @throws Refused naming the field that cannot be read */
    Round.Terms terms(ZoneId zone) {
        List<Criterion> criteria = new ArrayList<>();
        for (Row row : rows()) if (!row.label().isEmpty())
            criteria.add(new Criterion(row.key().isEmpty() ? "own_" + (criteria.size() + 1) : row.key(), row.label()));
        Anonymity level = Arrays.stream(Anonymity.values()).filter(one -> one.name().equals(anonymity)).findFirst()
                .orElseThrow(() -> new Refused("anonymity", "publishing:anonymity_missing"));
        return Criteria.checked(new Round.Terms(moment("opensAt", opensAt, zone), moment("closesAt", closesAt, zone),
                criteria, level, smallest()));
    }

    private Integer smallest() {
        if (k == null || !k.matches("\\d{1,4}")) throw new Refused("k", "publishing:k_missing");
        return Integer.valueOf(k);
    }

    String reason() {
        return overrideReason == null ? "" : overrideReason.strip();
    }

    public String opens() {
        return opensAt == null ? "" : opensAt;
    }

    public String closes() {
        return closesAt == null ? "" : closesAt;
    }

    private static Instant moment(String field, String typed, ZoneId zone) {
        if (typed == null || typed.isBlank()) return null;
        try {
            return LocalDateTime.parse(typed.strip(), DateTimeFormatter.ISO_LOCAL_DATE_TIME).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new Refused(field, "publishing:moment_wrong");
        }
    }

    private static List<String> all(List<String> values) {
        return values == null ? List.of() : values;
    }

    private static String at(List<String> values, int i) {
        return i < all(values).size() && values.get(i) != null ? values.get(i).strip() : "";
    }
}
