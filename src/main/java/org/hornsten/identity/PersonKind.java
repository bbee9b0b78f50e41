package org.hornsten.identity;

/** As whom a person speaks. */
public enum PersonKind {
    PANEL_MEMBER, COUNCIL_REPRESENTATIVE, EXPERT_BY_EXPERIENCE, CUSTOMER, FAMILY_MEMBER, YOUNG_PERSON, PROFESSIONAL
}
