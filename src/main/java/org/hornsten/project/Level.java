package org.hornsten.project;

import java.util.Locale;

/** How much the participants decide: the five steps of the IAP2 spectrum of public participation. */
public enum Level {
    INFORM, CONSULT, INVOLVE, COLLABORATE, EMPOWER;

    /** As templates, forms and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
