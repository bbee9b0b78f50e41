package org.hornsten.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the organisation's provider says of the one who asks, read from its signed token at each request.
 *
 * @param subject the provider's own name for the person, which is never given to anybody else
 * @param role the highest task in the house that the provider grants; empty: none
 * @param session the sign-in at the provider; empty when it tells none
 * @param since when the person showed who they are
 * @param proven whether a second factor was shown where the task asks for one
 * @param bearer whether it is a token for programs
 */
public record Badge(String subject, String userName, String name, String language, Optional<Role> role, String session,
                    Instant since, boolean proven, boolean bearer) {

    static Optional<Role> highest(Set<String> granted) {
        return Stream.of(Role.values()).filter(role -> granted.contains(called(role))).findFirst();
    }

    /** As the provider calls it; of those who take part, only councils sign in there. */
    private static String called(Role role) {
        return role == Role.PARTICIPANT ? "council" : role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public PersonKind kind() {
        return role.filter(Role.PARTICIPANT::equals).isPresent() ? PersonKind.COUNCIL_REPRESENTATIVE
                : PersonKind.PROFESSIONAL;
    }
}
