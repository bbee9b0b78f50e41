package org.hornsten.hearing;

import java.util.Map;
import org.hornsten.identity.PersonKind;

/** Somebody's scores of a version as they wait in the pool. */
record WaitingScores(Map<String, Integer> scores, PersonKind authorKind) {}
