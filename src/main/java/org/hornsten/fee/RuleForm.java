package org.hornsten.fee;

import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.RestForm;

/** A rule as its lead types it. */
public record RuleForm(@RestForm String task, @RestForm String per, @RestForm @Size(max = 40) String amount,
                       @RestForm List<String> kinds, @RestForm String validFrom) {

    FeeRule.Wanted wanted() {
        Task chosen = one(Task.values(), task);
        List<PersonKind> whom = Arrays.stream(PersonKind.values())
                .filter(kind -> kinds != null && kinds.contains(kind.name())).toList();
        return new FeeRule.Wanted(chosen, one(FeeRule.Per.values(), per), cents(), whom, day());
    }

    /** Nothing a piece ends what was agreed before. */
    private Cents cents() {
        return FeeForm.text(amount).matches("0+([.,]0{1,2})?\\s*€?") ? Cents.NOTHING
                : Cents.typed("amount", FeeForm.text(amount), FeeRule.Per.OCCASION.most);
    }

    private LocalDate day() {
        try {
            return FeeForm.text(validFrom).isEmpty() ? null : LocalDate.parse(FeeForm.text(validFrom));
        } catch (DateTimeException wrong) {
            throw new Refused("validFrom", "fee:from_wrong");
        }
    }

    private static <E extends Enum<E>> E one(E[] all, String typed) {
        return Arrays.stream(all).filter(each -> each.name().equalsIgnoreCase(FeeForm.text(typed))).findFirst()
                .orElse(null);
    }
}
