package org.hornsten.panel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;

/** What somebody lets be known of what he or she has lived through, as ticked. */
public record ExperienceForm(@RestForm List<String> areas, @RestForm List<String> purposes,
                             @RestForm String consentOn, @RestForm String until, @RestForm String submission) {

    /** @param on the day where the form does not ask for it, null where it does */
    Experience.Consent consent(LocalDate on) {
        Set<Area> chosen = Arrays.stream(Area.values()).filter(area -> has(areas, area))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class)));
        Set<Experience.Purpose> uses = Arrays.stream(Experience.Purpose.values()).filter(one -> has(purposes, one))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Experience.Purpose.class)));
        return new Experience.Consent(chosen, uses, on == null ? PanelForm.day("consentOn", consentOn) : on,
                PanelForm.day("until", until));
    }

    private static boolean has(List<String> ticked, Enum<?> constant) {
        return ticked != null && ticked.contains(Target.key(constant));
    }
}
