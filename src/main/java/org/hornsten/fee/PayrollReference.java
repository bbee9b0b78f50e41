package org.hornsten.fee;

import java.util.regex.Pattern;
import org.hornsten.kit.Refused;

/**
 * What payroll knows a person by, such as a number of its own. What looks like a bank account or a personal identity
 * code is refused: neither is needed here.
 */
public record PayrollReference(String text) {
    static final int LONGEST = 40;
    private static final Pattern SIGNS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_-]*");
    private static final Pattern IBAN = Pattern.compile("(?i)[a-z]{2}\\d{2}[a-z0-9]{10,30}");
    private static final Pattern IDENTITY = Pattern.compile("(?i)(\\d{6}|\\d{8})[-+a-fu-y]\\d{3,4}[0-9a-z]?");

    public static PayrollReference typed(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) throw new Refused("payrollReference", "fee:reference_missing");
        if (bare.length() > LONGEST) throw new Refused("payrollReference", "fee:reference_long", LONGEST);
        String close = bare.replaceAll("[\\s.]", "");
        if (IBAN.matcher(close).matches()) throw new Refused("payrollReference", "fee:reference_account");
        if (IDENTITY.matcher(close).matches()) throw new Refused("payrollReference", "fee:reference_identity");
        if (!SIGNS.matcher(bare).matches()) throw new Refused("payrollReference", "fee:reference_wrong");
        return new PayrollReference(bare);
    }
}
