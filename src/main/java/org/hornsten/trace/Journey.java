package org.hornsten.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.decision.Answered;
import org.hornsten.decision.ChangeLink;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.input.Contribution;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;

/**
 * Where somebody's words went: received, split, decided, changed, told, and when a matter comes back.
 *
 * @param steps in the order of their days; the first is always {@code received}
 */
public record Journey(LocalDate received, List<Step> steps, List<Fate> viewpoints) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(Kind step, LocalDate on, Integer version, Contribution.Deflection to) {
        public enum Kind { RECEIVED, SPLIT, DEFLECTED, DECIDED, CHANGED, TOLD, RETURNS }

        static Step of(Kind kind, LocalDate on) {
            return new Step(kind, on, null, null);
        }
    }

    /** What became of one viewpoint; disposition and reason are null while it waits. */
    public record Fate(String id, String exact, Disposition disposition, Multilingual reason, LocalDate decidedOn,
                       LocalDate reviewOn, List<Changed> changes) {}

    public record Changed(String change, String draft, int version, String language, String section, String passage,
                          String before, String after, LocalDate publishedOn) {}

    /** Four statements, whatever the number of viewpoints. */
    public static Journey of(Contribution contribution) {
        Map<Viewpoint, Decision> decisions = new HashMap<>();
        if (!contribution.viewpoints.isEmpty()) Answered.<Answered>list("""
                from Answered a join fetch a.decision where a.viewpoint in ?1 and a.current = true""",
                contribution.viewpoints).forEach(a -> decisions.put(a.viewpoint, a.decision));
        Map<Decision, List<Changed>> changes = new HashMap<>();
        if (!decisions.isEmpty()) ChangeLink.of(decisions.values()).stream()
                .filter(link -> link.change.language.equals(link.change.version.draft.language))
                .forEach(link -> changes.computeIfAbsent(link.decision, d -> new ArrayList<>()).add(changed(link)));
        List<Fate> fates = contribution.viewpoints.stream().sorted(Comparator.comparingInt(v -> v.fromChar))
                .map(v -> fate(v, decisions.get(v), changes)).toList();
        return new Journey(contribution.receivedOn, steps(contribution, fates), fates);
    }

    private static Fate fate(Viewpoint viewpoint, Decision decision, Map<Decision, List<Changed>> changes) {
        return decision == null
                ? new Fate(viewpoint.publicId, viewpoint.exact(), null, null, null, null, List.of())
                : new Fate(viewpoint.publicId, viewpoint.exact(), decision.disposition, decision.reason,
                        decision.decidedOn, decision.reviewOn, changes.getOrDefault(decision, List.of()));
    }

    private static Changed changed(ChangeLink link) {
        return new Changed(link.change.publicId, link.change.version.draft.publicId, link.change.version.number,
                link.change.language, link.change.section, link.change.passage, link.change.beforeText,
                link.change.afterText, LocalDate.ofInstant(link.change.version.publishedAt, ZoneOffset.UTC));
    }

    private static List<Step> steps(Contribution said, List<Fate> fates) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Step.Kind.RECEIVED, said.receivedOn));
        if (fates.size() > 1) steps.add(Step.of(Step.Kind.SPLIT, null));
        if (said.deflectedTo != null)
            steps.add(new Step(Step.Kind.DEFLECTED, said.deflectedOn, null, said.deflectedTo));
        fates.stream().map(Fate::decidedOn).filter(on -> on != null).distinct().sorted()
                .forEach(on -> steps.add(Step.of(Step.Kind.DECIDED, on)));
        fates.stream().flatMap(f -> f.changes().stream()).sorted(Comparator.comparingInt(Changed::version))
                .map(c -> new Step(Step.Kind.CHANGED, c.publishedOn(), c.version(), null)).distinct().forEach(steps::add);
        // The answer stands here, for whoever opens the journey, from the day it was given.
        fates.stream().map(Fate::decidedOn).filter(on -> on != null).max(Comparator.naturalOrder())
                .ifPresent(on -> steps.add(Step.of(Step.Kind.TOLD, on)));
        fates.stream().map(Fate::reviewOn).filter(on -> on != null).distinct().sorted()
                .forEach(on -> steps.add(Step.of(Step.Kind.RETURNS, on)));
        return steps;
    }

    public boolean waiting() {
        return viewpoints.stream().anyMatch(fate -> fate.disposition() == null);
    }
}
