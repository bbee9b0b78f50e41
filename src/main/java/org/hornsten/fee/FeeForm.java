package org.hornsten.fee;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** A fee or none: for which work and how long, or the amount somebody agreed on where no rule is written. */
public record FeeForm(@RestForm String fee, @RestForm @Size(max = 20) String hours,
                      @RestForm @Size(max = Item.LONGEST_NOTE) String why, @RestForm @Size(max = 40) String agreed) {

    /** Nothing for "no, thank you". */
    Optional<Item> item(Terms terms) {
        return switch (text(fee)) {
            case "declined" -> Optional.empty();
            case "agreed" -> Optional.of(agreedOn(terms));
            case "taking_part" -> Optional.of(terms.fee(Task.TAKING_PART, time(terms), text(why)));
            case "talk" -> Optional.of(terms.fee(Task.TALK, time(terms), text(why)));
            default -> throw new Refused("fee", "fee:answer_missing");
        };
    }

    private Item agreedOn(Terms terms) {
        if (!terms.fees().isEmpty()) throw new Refused("fee", "fee:answer_missing");
        return Item.cost(Item.Kind.FEE, Cents.typed("agreed", text(agreed), Item.Kind.FEE.most), "");
    }

    private Hours time(Terms terms) {
        return text(hours).isEmpty() ? terms.attended() : Hours.typed("hours", text(hours));
    }

    static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
