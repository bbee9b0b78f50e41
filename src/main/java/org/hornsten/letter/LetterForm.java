package org.hornsten.letter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.kit.Refused;
import org.hornsten.project.Membership;
import org.jboss.resteasy.reactive.RestForm;

/** To whom letters go and until when an answer is hoped for, as chosen: by the members' numbers, and a day. */
public record LetterForm(@RestForm List<String> member, @RestForm String dueOn, @RestForm String submission) {

    List<Membership> chosen(List<Membership> offered) {
        List<Membership> chosen = offered.stream().filter(one -> member != null && member.contains("" + one.number))
                .collect(Collectors.toList());
        if (chosen.isEmpty()) throw new Refused("member", "letter:to_missing");
        return chosen;
    }

    Optional<LocalDate> due() {
        try {
            return Optional.ofNullable(dueOn).map(String::strip).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeParseException unreadable) {
            throw new Refused("dueOn", "letter:due_unreadable");
        }
    }
}
