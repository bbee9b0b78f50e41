package org.hornsten.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.privacy.Basis;
import org.jboss.resteasy.reactive.RestForm;

/** A project's description as typed; phases are rows of equally long lists. */
public record PlanForm(@RestForm String titleSv, @RestForm String titleFi, @RestForm String titleEn,
                       @RestForm String summarySv, @RestForm String summaryFi, @RestForm String summaryEn,
                       @RestForm String promiseSv, @RestForm String promiseFi, @RestForm String promiseEn,
                       @RestForm String level, @RestForm String stage, @RestForm List<String> languages,
                       @RestForm String open, @RestForm List<String> phaseSv, @RestForm List<String> phaseFi,
                       @RestForm List<String> phaseEn, @RestForm List<String> phaseFrom, @RestForm List<String> phaseTo,
                       @RestForm String basis, @RestForm String contactDays, @RestForm String wordsMonths,
                       @RestForm String ageLimit,
                       @RestForm String edition, @RestForm String more, @RestForm String submission) {

    /** As a person would fill it in for this plan. */
    static PlanForm of(Project.Plan plan, int edition) {
        return new PlanForm(in(plan.title(), "sv"), in(plan.title(), "fi"), in(plan.title(), "en"),
                in(plan.summary(), "sv"), in(plan.summary(), "fi"), in(plan.summary(), "en"),
                in(plan.promise(), "sv"), in(plan.promise(), "fi"), in(plan.promise(), "en"),
                plan.level().word(), plan.stage().word(), plan.languages(), plan.open() ? "yes" : "no",
                List.of(), List.of(), List.of(), List.of(), List.of(), plan.care().basis().name(),
                "" + plan.care().contactDays(), "" + plan.care().wordsMonths(), "" + plan.care().ageLimit(),
                "" + edition, null, null);
    }

    boolean wantsMoreRows() {
        return more != null;
    }

    int seen() {
        return edition != null && edition.matches("\\d{1,9}") ? Integer.parseInt(edition) : -1;
    }

    public List<PhaseRow> rows() {
        List<PhaseRow> rows = new ArrayList<>();
        for (int i = 0; i < phaseSv.size(); i++) rows.add(new PhaseRow(i + 1, phaseSv.get(i), at(phaseFi, i),
                at(phaseEn, i), at(phaseFrom, i), at(phaseTo, i)));
        return rows;
    }

    Project.Plan plan(String slug) {
        return new Project.Plan(slug, Multilingual.of(said(titleSv), said(titleFi), said(titleEn)),
                Multilingual.of(said(summarySv), said(summaryFi), said(summaryEn)),
                one("level", Level.values(), level), Multilingual.of(said(promiseSv), said(promiseFi), said(promiseEn)),
                one("stage", Stage.values(), stage), Optional.ofNullable(languages).orElse(List.of()),
                rows().stream().filter(row -> !row.empty()).map(PhaseRow::phase).toList(), "yes".equals(open), care());
    }

    /** A form without these fields, as another program may send it, means the usual care. */
    private Care care() {
        return new Care(basis == null ? Care.USUAL.basis() : one("basis", Basis.values(), basis),
                number(contactDays, Care.USUAL.contactDays()), number(wordsMonths, Care.USUAL.wordsMonths()),
                number(ageLimit, Care.USUAL.ageLimit()));
    }

    private static int number(String typed, int usual) {
        if (typed == null) return usual;
        return typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : -1;
    }

    private static <E extends Enum<E>> E one(String field, E[] words, String typed) {
        return Arrays.stream(words).filter(word -> word.name().equalsIgnoreCase(typed)).findFirst()
                .orElseThrow(() -> new Refused(field, "project:choose_one"));
    }

    private static String in(Multilingual text, String language) {
        return text.exactly(language).orElse("");
    }

    private static String at(List<String> column, int row) {
        return row < column.size() ? column.get(row) : "";
    }

    private static String said(String typed) {
        return Objects.toString(typed, "");
    }
}
