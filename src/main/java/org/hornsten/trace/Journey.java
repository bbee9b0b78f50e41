package org.hornsten.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.decision.Answered;
import org.hornsten.decision.ChangeLink;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Time;

/**
 * Where somebody's words went: received, split, decided, changed, told, and when a matter comes back.
 *
 * @param steps in the order of their days; the first is always {@code received}
 */
public record Journey(LocalDate received, List<Step> steps, List<Fate> viewpoints) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JourneyStep")
    public record Step(Kind step, LocalDate on, Integer version, Contribution.Deflection to, String note) {
        @Schema(name = "JourneyStepKind")
        public enum Kind { RECEIVED, MIXING, HELD, KEPT_BACK, SPLIT, DEFLECTED, DECIDED, TOLD, CHANGED, RETURNS }

        static Step of(Kind kind, LocalDate on) {
            return new Step(kind, on, null, null, null);
        }

        public boolean named(String kind) {
            return step.name().equals(kind);
        }

        public String deflectionKey() {
            return "trace:deflected_" + to.name().toLowerCase(Locale.ROOT);
        }
    }

    /** What became of one viewpoint; disposition and reason are null while it waits. */
    @Schema(name = "JourneyViewpoint")
    public record Fate(String id, String exact, Disposition disposition, Multilingual reason, LocalDate decidedOn,
                       LocalDate reviewOn, List<Changed> changes) {
        public String dispositionKey() {
            return "trace:disposition_" + disposition.name().toLowerCase(Locale.ROOT);
        }

        /** Each change once: in the reader's language where that text was changed too, else as it was written. */
        public List<Changed> changesIn(String language) {
            Map<String, Changed> shown = new LinkedHashMap<>();
            changes.forEach(change -> shown.merge(change.place(), change,
                    (one, other) -> other.language().equals(language) ? other : one));
            return List.copyOf(shown.values());
        }
    }

    @Schema(name = "JourneyChange")
    public record Changed(String change, String draft, int version, String language, String section, String passage,
                          String before, String after, LocalDate publishedOn) {
        public Difference difference() {
            return Difference.of(before, after);
        }

        String place() {
            return draft + " " + version + " " + section + " " + passage;
        }
    }

    /** What this person said or, as staff of its project, works with. An anonymous one has no author to be asked by. */
    public static Contribution followedBy(Me me, String id) {
        return Contribution.<Contribution>list("""
                from Contribution c join fetch c.project p left join fetch c.viewpoints
                where c.publicId = ?1 and (c.author.id = ?2 and ?3 in (0, p.id) or exists (select 1 from Membership m
                  where m.project = p and m.person.id = ?2 and m.role in ('LEAD', 'FACILITATOR')))""",
                id, me.id(), me.within())
                .stream().findFirst().orElseThrow(me::nothing);
    }

    /** Two statements, whatever the number of viewpoints. */
    public static Journey of(Contribution contribution) {
        Map<Viewpoint, List<Answered>> answers = contribution.viewpoints.isEmpty() ? Map.of()
                : Answered.<Answered>list("from Answered a join fetch a.decision where a.viewpoint in ?1 order by a.id",
                contribution.viewpoints).stream().collect(Collectors.groupingBy(a -> a.viewpoint));
        List<Decision> decisions = answers.values().stream().flatMap(List::stream)
                .map(a -> a.decision).distinct().toList();
        List<ChangeLink> links = decisions.isEmpty() ? List.of() : ChangeLink.of(decisions);
        List<Fate> fates = contribution.viewpoints.stream().sorted(Comparator.comparingInt(v -> v.fromChar))
                .map(v -> fate(v, answers.getOrDefault(v, List.of()), links)).toList();
        return new Journey(contribution.receivedOn, steps(contribution, fates), fates);
    }

    // What an answer has changed stays changed, also after the answer was revised.
    private static Fate fate(Viewpoint viewpoint, List<Answered> answers, List<ChangeLink> links) {
        List<Decision> ever = answers.stream().map(a -> a.decision).toList();
        List<Changed> changes = links.stream().filter(link -> ever.contains(link.decision)).map(Journey::changed)
                .distinct().toList();
        return answers.stream().filter(a -> a.current != null).map(a -> a.decision).findFirst()
                .map(now -> new Fate(viewpoint.publicId, viewpoint.exact(), now.disposition, now.reason, now.decidedOn,
                        now.reviewOn, changes))
                .orElseGet(() -> new Fate(viewpoint.publicId, viewpoint.exact(), null, null, null, null, changes));
    }

    private static Changed changed(ChangeLink link) {
        return new Changed(link.change.publicId, link.change.version.draft.publicId, link.change.version.number,
                link.change.language, link.change.section, link.change.passage, link.change.beforeText,
                link.change.afterText, Time.day(link.change.version.publishedAt));
    }

    private static List<Step> steps(Contribution said, List<Fate> fates) {
        List<LocalDate> decided = fates.stream().map(Fate::decidedOn).filter(Objects::nonNull).distinct().toList();
        List<Step> steps = new ArrayList<>();
        if (said.deflectedTo != null)
            steps.add(new Step(Step.Kind.DEFLECTED, said.deflectedOn, null, said.deflectedTo,
                    said.deflectionNote.isBlank() ? null : said.deflectionNote));
        if (said.moderation.keptBack())
            steps.add(new Step(Step.Kind.KEPT_BACK, said.moderation.on, null, null, said.moderation.note));
        decided.forEach(on -> steps.add(Step.of(Step.Kind.DECIDED, on)));
        // The answer stands here, for whoever opens the journey, from the day it was given.
        decided.stream().max(Comparator.naturalOrder()).ifPresent(on -> steps.add(Step.of(Step.Kind.TOLD, on)));
        fates.stream().flatMap(f -> f.changes().stream())
                .map(c -> new Step(Step.Kind.CHANGED, c.publishedOn(), c.version(), null, null)).distinct()
                .forEach(steps::add);
        fates.stream().map(Fate::reviewOn).filter(Objects::nonNull).distinct()
                .forEach(on -> steps.add(Step.of(Step.Kind.RETURNS, on)));
        steps.sort(Comparator.comparing(Step::on).thenComparing(Step::step));
        if (fates.size() > 1) steps.add(0, Step.of(Step.Kind.SPLIT, null));
        if (said.moderation.waits() && !said.settled()) steps.add(0, Step.of(Step.Kind.HELD, null));
        steps.add(0, Step.of(Step.Kind.RECEIVED, said.receivedOn));
        return steps;
    }

    public boolean waiting() {
        return steps.stream().noneMatch(s -> s.step() == Step.Kind.DEFLECTED)
                && viewpoints.stream().anyMatch(fate -> fate.disposition() == null);
    }

    /** What was answered that day. */
    public List<Fate> decidedOn(LocalDate day) {
        return viewpoints.stream().filter(fate -> day.equals(fate.decidedOn())).toList();
    }

    public List<Fate> returningOn(LocalDate day) {
        return viewpoints.stream().filter(fate -> day.equals(fate.reviewOn())).toList();
    }

    /** What changed in that version, each change once. */
    public List<Changed> changedIn(int version, String language) {
        return viewpoints.stream().flatMap(fate -> fate.changesIn(language).stream())
                .filter(change -> change.version() == version).distinct().toList();
    }

    public List<Fate> open() {
        return viewpoints.stream().filter(fate -> fate.disposition() == null).toList();
    }
}
