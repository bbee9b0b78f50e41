package org.hornsten.recruitment;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.MailAddress;
import org.hornsten.kit.OneLine;
import org.hornsten.kit.Refused;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;

/**
 * What somebody says who applies; null where nothing was said.
 *
 * @param language  in which the person wants to be spoken to
 * @param consents  whether the areas may be kept
 * @param mayApply  whether the person says to be old enough and none of those who cannot apply
 */
public record Applicant(String name, String email, String phone, String street, String postcode, String town,
        String language, AgeGroup ageGroup, String municipality, Set<Area> areas, boolean consents, String why,
        boolean mayApply) {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{4,38}");

    public Applicant {
        name = line(name);
        email = line(email);
        phone = line(phone);
        street = line(street);
        postcode = line(postcode);
        town = line(town);
        language = line(language);
        municipality = line(municipality);
        areas = areas == null ? Set.of() : areas.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        why = text(why);
    }

    private static String line(String typed) {
        return typed == null ? null : text(OneLine.of(typed));
    }

    private static String text(String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty()).orElse(null);
    }

    /** @param reached whether an address is known already, because a letter was sent there */
    void check(OpenCall call, boolean reached) {
        if (name == null) throw new Refused("name", "recruitment:name_missing");
        lines();
        if (email == null && phone == null && !addressed() && !reached)
            throw new Refused("email", "recruitment:contact_missing");
        if (email != null && !MailAddress.possible(email)) throw new Refused("email", "web:mail_wrong");
        if (phone != null && !PHONE.matcher(phone).matches()) throw new Refused("phone", "recruitment:phone_wrong");
        if (language == null || !Multilingual.LANGUAGES.contains(language))
            throw new Refused("language", "recruitment:language_missing");
        if (ageGroup == null) throw new Refused("ageGroup", "recruitment:age_missing");
        if (!call.asks(ageGroup)) throw call.oldest == null
                ? new Refused("ageGroup", "recruitment:age_outside", call.youngest)
                : new Refused("ageGroup", "recruitment:age_outside_both", call.youngest, call.oldest);
        if (municipality == null) throw new Refused("municipality", "recruitment:municipality_missing");
        if (!areas.isEmpty() && !consents) throw new Refused("consents", "recruitment:consent_missing");
        if (!mayApply) throw new Refused("mayApply", "recruitment:may_apply_missing");
    }

    private void lines() {
        most("name", name, 200);
        most("email", email, 254);
        most("street", street, 200);
        most("postcode", postcode, 20);
        most("town", town, 200);
        most("municipality", municipality, 100);
        most("why", why, 2000);
    }

    private static void most(String field, String said, int most) {
        if (said != null && said.length() > most) throw new Refused(field, "web:too_long", most);
    }

    private boolean addressed() {
        return street != null && (postcode != null || town != null);
    }

    /**
     * What tells that somebody applies a second time: the e-mail address, else the number of the phone, else name and
     * street.
     */
    String contact() {
        if (email != null) return email.toLowerCase(Locale.ROOT);
        if (phone != null) return phone.replaceAll("[^0-9]", "").replaceFirst("^(00)?358", "0");
        return (name + " " + street + " " + postcode).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
