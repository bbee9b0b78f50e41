package org.hornsten.fee;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** Meals and what else it cost to come; nothing typed is nothing claimed. */
public record MealsForm(@RestForm @Size(max = 40) String meal, @RestForm @Size(max = 40) String other,
                        @RestForm @Size(max = Item.LONGEST_NOTE) String otherNote) {

    List<Item> items(Terms terms) {
        List<Item> items = new ArrayList<>();
        if (!FeeForm.text(meal).isEmpty())
            items.add(Item.cost(Item.Kind.MEAL, Cents.typed("meal", meal, terms.mostForMeal()), ""));
        if (FeeForm.text(other).isEmpty()) return items;
        Cents cost = Cents.typed("other", other, Item.Kind.OTHER.most);
        if (FeeForm.text(otherNote).isEmpty()) throw new Refused("otherNote", "fee:other_what");
        items.add(Item.cost(Item.Kind.OTHER, cost, FeeForm.text(otherNote)));
        return items;
    }
}
