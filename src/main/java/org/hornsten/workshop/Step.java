package org.hornsten.workshop;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;

/**
 * One step of a workshop's programme. Its clock time is not kept: it follows from the steps before it.
 *
 * @param key      what notes and votes of this step are known by; stays when the programme changes
 * @param minutes  how long it takes
 * @param question what is asked in it; empty for steps that ask nothing
 */
@Schema(name = "ProgrammeStep")
public record Step(String key, Kind kind, Multilingual title, int minutes, Multilingual question) {
    public static final int MOST = 30;
    private static final int LONGEST_MINUTES = 24 * 60;

    @Schema(name = "ProgrammeStepKind")
    public enum Kind { TALK, NOTES, GROUPING, VOTES, RATING, QUESTION }

    public Step {
        if (key == null || key.isBlank()) key = PublicId.random().substring(0, 8);
        if (title == null) title = Multilingual.none();
        if (question == null) question = Multilingual.none();
    }

    /** A step with the moment it begins at. */
    public record Timed(Step step, Instant at) {}

    static List<Timed> timed(List<Step> steps, Instant starts) {
        List<Timed> timed = new ArrayList<>();
        Instant at = starts;
        for (Step step : steps) {
            timed.add(new Timed(step, at));
            at = at.plus(Duration.ofMinutes(step.minutes));
        }
        return timed;
    }

    static void check(List<Step> steps, Instant starts, Instant ends) {
        if (steps.size() > MOST) throw new Refused("programme", "workshop:steps_many", MOST);
        steps.forEach(Step::check);
        if (steps.stream().map(Step::key).collect(Collectors.toSet()).size() < steps.size())
            throw new Refused("programme", "workshop:step_key");
        long taken = steps.stream().mapToLong(Step::minutes).sum();
        long there = Duration.between(starts, ends).toMinutes();
        if (taken > there) throw new Refused("programme", "workshop:programme_longer", (int) taken, (int) there);
    }

    private void check() {
        if (kind == null) throw new Refused("programme", "workshop:step_kind_missing");
        if (title.isEmpty()) throw new Refused("programme", "workshop:step_untitled");
        if (minutes < 1 || minutes > LONGEST_MINUTES) throw new Refused("programme", "workshop:step_minutes");
        if (!key.matches("[A-Za-z0-9_-]{1,22}")) throw new Refused("programme", "workshop:step_key");
        Stream.of(title, question).forEach(text -> Rules.text("programme", text, Rules.LONGEST_TITLE));
    }

    @Immutable
    @Converter
    static class Column extends Json<List<Step>> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
