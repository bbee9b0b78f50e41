package org.hornsten.fee;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** What the way there and back cost; nothing typed is nothing claimed. */
public record TravelForm(@RestForm @Size(max = 20) String kilometres, @RestForm @Size(max = 40) String tickets,
                         @RestForm @Size(max = Item.LONGEST_NOTE) String ticketNote) {

    List<Item> items(Terms terms) {
        List<Item> items = new ArrayList<>();
        String way = FeeForm.text(kilometres).replaceFirst("(?i)\\s*km$", "");
        if (!way.isEmpty() && !way.matches("\\d{1,9}"))
            throw new Refused("kilometres", "fee:kilometres_wrong", Item.MOST_KILOMETRES);
        if (!way.isEmpty()) items.add(terms.journey(Integer.parseInt(way)));
        if (!FeeForm.text(tickets).isEmpty()) items.add(Item.cost(Item.Kind.TICKET,
                Cents.typed("tickets", tickets, Item.Kind.TICKET.most), FeeForm.text(ticketNote)));
        return items;
    }
}
