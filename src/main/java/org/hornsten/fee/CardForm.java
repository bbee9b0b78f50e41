package org.hornsten.fee;

import java.util.Arrays;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** Whether payroll has the tax card. */
public record CardForm(@RestForm String taxCard) {

    Claim.TaxCard said() {
        return Arrays.stream(Claim.TaxCard.values())
                .filter(one -> one.name().equalsIgnoreCase(FeeForm.text(taxCard))).findFirst()
                .orElseThrow(() -> new Refused("taxCard", "fee:card_missing"));
    }
}
