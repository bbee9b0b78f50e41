package org.hornsten.privacy;

/** Why the law lets a project keep what it keeps: GDPR, article 6 (1), letters e, a, c and f. */
public enum Basis { PUBLIC_TASK, CONSENT, LEGAL_OBLIGATION, LEGITIMATE_INTEREST }
