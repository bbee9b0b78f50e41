package org.hornsten.minutes;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hornsten.input.Gate;
import org.hornsten.kit.Multilingual;
import org.hornsten.numbers.Figure;
import org.hornsten.numbers.RawTable;
import org.hornsten.web.Tongue;
import org.hornsten.workshop.Hours;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;
import org.hornsten.workshop.WorkshopMessages;

/** Begins the minutes of a workshop from what is known of it, so that nobody starts from an empty page. */
@ApplicationScoped
public class Minutes {
    private final List<MinutesPart> parts;
    private final Tongue tongue;
    private final Hours hours;

    Minutes(@All List<MinutesPart> parts, Tongue tongue, Hours hours) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(MinutesPart::place)).toList();
        this.tongue = tongue;
        this.hours = hours;
    }

    /** In the languages the workshop's title exists in. */
    Multilingual begun(Workshop workshop) {
        Map<String, String> texts = new LinkedHashMap<>();
        // asked once for all languages
        Figure there = attendance(workshop);
        workshop.title.texts().keySet().forEach(language -> texts.put(language, in(workshop, there, language)));
        return new Multilingual(texts);
    }

    private String in(Workshop workshop, Figure there, String language) {
        WorkshopMessages named = tongue.in(WorkshopMessages.class, language);
        MinutesMessages say = tongue.in(MinutesMessages.class, language);
        String where = workshop.place.isEmpty() ? named.online_place() : workshop.place.in(language).replace("\n", ", ");
        Stream<String> own = Stream.of(
                hours.span(workshop.startsAt, workshop.endsAt, language) + ". " + where + ".",
                "## " + say.attended_title() + "\n\n" + attended(workshop, there, say),
                programme(workshop, named, language));
        return Stream.concat(own, parts.stream().map(part -> part.of(workshop, language)))
                .filter(text -> !text.isBlank()).map(String::strip).reduce((a, b) -> a + "\n\n" + b).orElse("") + "\n";
    }

    private static String attended(Workshop workshop, Figure there, MinutesMessages say) {
        return there.suppressed() ? say.attended_few(workshop.project.k) : say.attended((int) there.count());
    }

    /** How many were there, where so many were that nobody is pointed out by the number. */
    static Figure attendance(Workshop workshop) {
        RawTable raw = RawTable.of(List.of("present"));
        raw.add("present", Registration.count("workshop = ?1 and present = true", workshop));
        return Gate.groups(workshop.project, raw).total();
    }

    private static String programme(Workshop workshop, WorkshopMessages named, String language) {
        if (workshop.programme.isEmpty()) return "";
        return "## " + named.programme() + "\n\n" + workshop.programme.stream()
                .map(step -> "- " + step.title().in(language) + question(step, language))
                .reduce((a, b) -> a + "\n" + b).orElse("");
    }

    private static String question(Step step, String language) {
        return step.question().isEmpty() ? "" : ": " + step.question().in(language);
    }
}
