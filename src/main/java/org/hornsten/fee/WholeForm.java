package org.hornsten.fee;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** A whole claim on one page, as staff type it in from paper or the phone. */
public record WholeForm(@RestForm @Size(max = 40) String registration, @RestForm String fee,
                        @RestForm @Size(max = 20) String hours, @RestForm @Size(max = Item.LONGEST_NOTE) String why,
                        @RestForm @Size(max = 40) String agreed, @RestForm @Size(max = 20) String kilometres,
                        @RestForm @Size(max = 40) String tickets,
                        @RestForm @Size(max = Item.LONGEST_NOTE) String ticketNote,
                        @RestForm @Size(max = 40) String meal, @RestForm @Size(max = 40) String other,
                        @RestForm @Size(max = Item.LONGEST_NOTE) String otherNote, @RestForm String taxCard,
                        @RestForm String submission) {

    void fill(Claim claim, Terms terms) {
        Optional<Item> paid = new FeeForm(fee, hours, why, agreed).item(terms);
        List<Item> all = new ArrayList<>(paid.stream().toList());
        all.addAll(new TravelForm(kilometres, tickets, ticketNote).items(terms));
        all.addAll(new MealsForm(meal, other, otherNote).items(terms));
        Claim.TaxCard card = paid.isPresent() ? new CardForm(taxCard).said() : null;
        claim.fill(all, paid.isEmpty(), card);
    }
}
