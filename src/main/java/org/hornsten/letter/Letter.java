package org.hornsten.letter;

import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.project.Greeting;
import org.hornsten.project.Membership;

/**
 * One letter in plain words.
 *
 * @param name     as the envelope has it; empty where only the number is known
 * @param language the receiver's
 * @param greeting of whoever writes
 */
public record Letter(String name, int number, String language, String street, String postcode, String town, String code,
                     String token, Optional<Greeting> greeting) {

    static Letter to(Membership member, String code, String token, Optional<Greeting> greeting) {
        return to(member.person, member.number, code, token, greeting);
    }

    static Letter to(Person person, int number, String code, String token, Optional<Greeting> greeting) {
        return new Letter(person.name, number, person.language, text(person.street), text(person.postcode),
                text(person.town), code, token, greeting);
    }

    private static String text(String perhaps) {
        return perhaps == null ? "" : perhaps;
    }
}
