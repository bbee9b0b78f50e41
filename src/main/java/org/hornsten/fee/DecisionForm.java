package org.hornsten.fee;

import jakarta.validation.constraints.Size;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;

/** What a lead decides on a claim; the reference may be left for later. */
public record DecisionForm(@RestForm String decision, @RestForm @Size(max = Claim.LONGEST_REASON) String reason,
                           @RestForm @Size(max = PayrollReference.LONGEST) String payrollReference) {

    /** Null for none of the three. */
    Claim.Verdict verdict() {
        return Arrays.stream(Claim.Verdict.values()).filter(one -> one.name().equalsIgnoreCase(decision)).findFirst()
                .orElse(null);
    }
}
