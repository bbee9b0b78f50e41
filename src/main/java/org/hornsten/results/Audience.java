package org.hornsten.results;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hornsten.identity.Person;
import org.hornsten.invitation.Invitation;
import org.hornsten.kit.Missing;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/** A group of people who had to do with a workshop, by what they have to be told in other words. */
public enum Audience {
    TOOK_PART,
    /** Who had answered and was not there: absent, without a seat, or with a no. */
    COULD_NOT_COME,
    /** Who was asked to come, and who answered without having been asked. */
    INVITED;

    static Audience called(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst().orElseThrow(Missing::new);
    }

    /** Everybody who had to do with it: read once for all groups. */
    record Known(List<Registration> answered, List<Person> asked) {
        static Known of(Workshop workshop) {
            return new Known(Registration.of(workshop), Invitation.asked(workshop.project, workshop.ref()));
        }

        /** Who came, as nobody has noted yet. */
        long unnoted() {
            return answered.stream().filter(one -> one.hasSeat() && one.present == null).count();
        }
    }

    /** Each once; nobody who is erased or blocked. */
    List<Person> among(Known known) {
        Stream<Person> people = switch (this) {
            case TOOK_PART -> known.answered().stream().filter(one -> Boolean.TRUE.equals(one.present))
                    .map(one -> one.person);
            case COULD_NOT_COME -> known.answered().stream()
                    .filter(one -> !one.hasSeat() || Boolean.FALSE.equals(one.present)).map(one -> one.person);
            case INVITED -> Stream.concat(known.asked().stream(), known.answered().stream().map(one -> one.person));
        };
        return people.filter(one -> one.erasedAt == null && one.blockedAt == null).distinct().toList();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
