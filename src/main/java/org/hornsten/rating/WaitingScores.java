package org.hornsten.rating;

import java.util.Map;
import org.hornsten.identity.PersonKind;

/** Somebody's scores of a version as they wait in the pool. */
public record WaitingScores(Map<String, Integer> scores, PersonKind authorKind) {}
