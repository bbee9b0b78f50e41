package org.hornsten.project;

import java.util.Locale;

/** How far the plan has come when somebody is asked about it. */
public enum Stage {
    IDEA, DRAFT, ALMOST_READY, DECIDED;

    /** As templates, forms and the API write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
