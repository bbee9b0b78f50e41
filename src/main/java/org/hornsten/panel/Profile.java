package org.hornsten.panel;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/**
 * What is known of somebody for composing a panel; any part may be missing (null). Experience is not in it: it is kept
 * by consent, see {@link Experience}.
 *
 * @param language plain tag, one of {@link Multilingual#LANGUAGES}
 */
@Embeddable
@Schema(name = "Profile")
public record Profile(@Enumerated(EnumType.STRING) AgeGroup ageGroup, String municipality, String language) {
    public static final Profile NONE = new Profile(null, null, null);
    private static final int LONGEST = 100;

    /** With what is blank missing. */
    public static Profile of(AgeGroup ageGroup, String municipality, String language) {
        return new Profile(ageGroup, text(municipality), text(language));
    }

    private static String text(String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty()).orElse(null);
    }

    void check() {
        if (municipality != null && municipality.length() > LONGEST)
            throw new Refused("municipality", "web:too_long", LONGEST);
        if (language != null && !Multilingual.LANGUAGES.contains(language))
            throw new Refused("language", "panel:language_unknown");
    }

    /** A profile with the areas that may be counted. */
    public record Known(Profile profile, Set<Area> areas) {

        /** In a dimension, as {@link Target} writes them: a person may have several areas of experience. */
        public Set<String> values(Dimension dimension) {
            return switch (dimension) {
                case AGE_GROUP -> Stream.ofNullable(profile.ageGroup).map(Target::key).collect(Collectors.toSet());
                case MUNICIPALITY -> Stream.ofNullable(profile.municipality).collect(Collectors.toSet());
                case LANGUAGE -> Stream.ofNullable(profile.language).collect(Collectors.toSet());
                case EXPERIENCE -> areas.stream().map(Target::key).collect(Collectors.toSet());
            };
        }
    }
}
