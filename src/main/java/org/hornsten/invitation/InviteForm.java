package org.hornsten.invitation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.invitation.Invitation.Channel;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.project.Greeting;
import org.jboss.resteasy.reactive.RestForm;

/**
 * An invitation as chosen.
 *
 * @param who    {@link #TICKED}, or the public id of a panel
 * @param member numbers of members, where ticked
 * @param how    by e-mail and the rest by letter, by letter, or on cards
 * @param change {@code yes} for going back to the choices
 */
public record InviteForm(@RestForm String about, @RestForm String who, @RestForm List<String> member,
                         @RestForm String how, @RestForm String dueOn, @RestForm String remindDays,
                         @RestForm String greeting, @RestForm String greetingLanguage, @RestForm String change,
                         @RestForm String submission) {
    static final String TICKED = "ticked";
    static final int USUAL_DAYS = 3;

    Ref thing() {
        if (about == null || about.isBlank()) throw new Refused("about", "invitation:about_missing");
        return Ref.parse(about);
    }

    Optional<String> panel() {
        return Optional.ofNullable(who).filter(one -> !one.isBlank() && !one.equals(TICKED));
    }

    /** Of the members that are ticked. */
    public List<String> numbers() {
        return member == null ? List.of() : member;
    }

    /** As the field offers it. */
    public String remindDaysShown() {
        return remindDays == null ? "" + USUAL_DAYS : remindDays;
    }

    public String greetingShown() {
        return greeting == null ? "" : greeting;
    }

    /** @param reading what the lead reads the page in, where nothing is chosen yet */
    public String greetingLanguageOr(String reading) {
        return greetingLanguage == null ? reading : greetingLanguage;
    }

    Channel channel() {
        return Arrays.stream(Channel.values()).filter(one -> one.name().equalsIgnoreCase(how)).findFirst()
                .orElseThrow(() -> new Refused("how", "invitation:how_missing"));
    }

    LocalDate due() {
        if (dueOn == null || dueOn.isBlank()) return null;
        try {
            return LocalDate.parse(dueOn.strip());
        } catch (DateTimeParseException unreadable) {
            throw new Refused("dueOn", "letter:due_unreadable");
        }
    }

    int days() {
        if (remindDays == null || remindDays.isBlank()) return USUAL_DAYS;
        if (!remindDays.strip().matches("\\d{1,3}"))
            throw new Refused("remindDays", "invitation:remind_days_wrong", Invitation.MOST_DAYS);
        return Integer.parseInt(remindDays.strip());
    }

    Optional<Greeting> said() {
        return Greeting.typed(greeting, greetingLanguage);
    }

    boolean changes() {
        return "yes".equals(change);
    }
}
