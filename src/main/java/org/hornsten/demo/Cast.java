package org.hornsten.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;

import static org.hornsten.identity.PersonKind.COUNCIL_REPRESENTATIVE;
import static org.hornsten.identity.PersonKind.CUSTOMER;
import static org.hornsten.identity.PersonKind.EXPERT_BY_EXPERIENCE;
import static org.hornsten.identity.PersonKind.PANEL_MEMBER;
import static org.hornsten.identity.PersonKind.PROFESSIONAL;
import static org.hornsten.identity.PersonKind.YOUNG_PERSON;

/** The people of the demo world. */
enum Cast {
    ADMIN("Alva", Role.ADMINISTRATOR, PROFESSIONAL, "sv"),
    LEAD("Lena", Role.LEAD, PROFESSIONAL, "sv"),
    LEAD2("Linus", Role.LEAD, PROFESSIONAL, "sv"),
    FACILITATOR("Fanny", Role.FACILITATOR, PROFESSIONAL, "sv"),
    OWNER("Sara", Role.UNIT_OWNER, PROFESSIONAL, "fi"),
    OWNER2("Olle", Role.UNIT_OWNER, PROFESSIONAL, "sv"),
    PANELIST("Pekka", Role.PARTICIPANT, PANEL_MEMBER, "fi"),
    COUNCIL("Aino", Role.PARTICIPANT, COUNCIL_REPRESENTATIVE, "sv"),
    EXPERT("Eva", Role.PARTICIPANT, EXPERT_BY_EXPERIENCE, "sv"),
    YOUTH("Yusuf", Role.PARTICIPANT, YOUNG_PERSON, "fi"),
    OUTSIDER("Oskar", Role.PARTICIPANT, CUSTOMER, "sv");

    final String called;
    final Role role;
    final PersonKind kind;
    final String language;

    Cast(String called, Role role, PersonKind kind, String language) {
        this.called = called;
        this.role = role;
        this.kind = kind;
        this.language = language;
    }

    String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cast> known(String userName) {
        return Arrays.stream(values()).filter(who -> who.userName().equals(userName)).findFirst();
    }

    /** Who reads large text from the start. */
    boolean readsLarge() {
        return this == COUNCIL;
    }
}
