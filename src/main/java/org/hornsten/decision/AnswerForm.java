package org.hornsten.decision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/**
 * An answer as typed: bound as text, so that nothing typed is lost when something is wrong with it.
 *
 * @param viewpoints public ids of all it answers
 * @param phrase     public id of the reusable reason to fill in
 */
public record AnswerForm(@RestForm List<String> viewpoints, @RestForm String disposition,
                         @RestForm("reason-sv") String reasonSv, @RestForm("reason-fi") String reasonFi,
                         @RestForm("reason-en") String reasonEn, @RestForm String reviewOn,
                         @RestForm("action-sv") String actionSv, @RestForm("action-fi") String actionFi,
                         @RestForm("action-en") String actionEn, @RestForm String actionBy,
                         @RestForm String actionDueOn, @RestForm String phrase, @RestForm String submission) {

    static AnswerForm empty() {
        return new AnswerForm(List.of(), "", "", "", "", "", "", "", "", "", "", "", "");
    }

    static AnswerForm of(Decision decision) {
        return new AnswerForm(List.of(), decision.disposition.name(), text(decision.reason, "sv"),
                text(decision.reason, "fi"), text(decision.reason, "en"), day(decision.reviewOn),
                text(decision.action, "sv"), text(decision.action, "fi"), text(decision.action, "en"),
                decision.actionBy, day(decision.actionDueOn), "", "");
    }

    /** The same with a reusable reason in it, after what is written already. */
    AnswerForm with(Multilingual phrase) {
        return new AnswerForm(viewpoints, disposition, joined("sv", phrase), joined("fi", phrase), joined("en", phrase),
                reviewOn, actionSv, actionFi, actionEn, actionBy, actionDueOn, "", submission);
    }

    /** @throws Refused naming the field that cannot be read; the rules of a decision are its own */
    Decision.Answer answer() {
        Disposition chosen = Arrays.stream(Disposition.values()).filter(one -> one.name().equals(disposition))
                .findFirst().orElseThrow(() -> new Refused("disposition", "decision:disposition_missing"));
        return new Decision.Answer(chosen, of(reasonSv, reasonFi, reasonEn), day("reviewOn", reviewOn),
                new Decision.Action(of(actionSv, actionFi, actionEn), given(actionBy),
                day("actionDueOn", actionDueOn)));
    }

    List<String> ids() {
        return viewpoints == null ? List.of() : viewpoints.stream().distinct().toList();
    }

    /** All that is said with it, for telling the same form sent twice from another one. */
    String body() {
        return String.join("\n", ids()) + "\n" + answer();
    }

    public String reason(String language) {
        return given(Map.of("sv", given(reasonSv), "fi", given(reasonFi), "en", given(reasonEn)).get(language));
    }

    public String action(String language) {
        return given(Map.of("sv", given(actionSv), "fi", given(actionFi), "en", given(actionEn)).get(language));
    }

    public boolean has(String viewpoint) {
        return ids().contains(viewpoint);
    }

    /** Whether something is to be done outside the text. */
    public boolean acts() {
        return Stream.of(actionSv, actionFi, actionEn, actionBy, actionDueOn).anyMatch(text -> !given(text).isBlank());
    }

    private String joined(String language, Multilingual phrase) {
        return Stream.of(reason(language).strip(), phrase.exactly(language).orElse(""))
                .filter(text -> !text.isEmpty()).reduce((one, other) -> one + " " + other).orElse("");
    }

    private static Multilingual of(String sv, String fi, String en) {
        return Multilingual.of(given(sv), given(fi), given(en));
    }

    private static LocalDate day(String field, String typed) {
        try {
            return Optional.of(given(typed).strip()).filter(text -> !text.isEmpty()).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            throw new Refused(field, "decision:day_wrong");
        }
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String text(Multilingual text, String language) {
        return text.exactly(language).orElse("");
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }
}
