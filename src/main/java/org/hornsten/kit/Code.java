package org.hornsten.kit;

import java.math.BigInteger;

/**
 * Codes people read aloud and type: 15 signs and a check sign of an alphabet without look-alikes, shown in fours.
 * The check sign is Σ i·vᵢ mod 23, i = 1…15, which finds every single wrong sign and every swap of neighbours.
 */
public final class Code {
    public static final String ALPHABET = "ACDEFGHJKMNPQRTWXY34679";
    private static final int LENGTH = 15;
    private static final BigInteger SIGNS = BigInteger.valueOf(ALPHABET.length());

    private Code() {}

    /** The code that stands for these bytes, of which the first 68 bits count. */
    public static String of(byte[] bytes) {
        BigInteger rest = new BigInteger(1, bytes);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(rest.mod(SIGNS).intValue()));
            rest = rest.divide(SIGNS);
        }
        return shown(code.append(check(code)).toString());
    }

    /**
     * What a person meant: capital letters, no spaces or hyphens, in fours.
     *
     * @throws Refused naming the first sign that is never used, or telling that the length or a sign is wrong
     */
    public static String read(String typed) {
        String signs = typed.toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        signs.codePoints().filter(sign -> ALPHABET.indexOf(sign) < 0).findFirst().ifPresent(sign -> {
            throw new Refused("code", "web:code_sign_unknown", Character.toString(sign));
        });
        if (signs.length() != LENGTH + 1) throw new Refused("code", "web:code_length_wrong");
        if (check(signs.substring(0, LENGTH)) != signs.charAt(LENGTH)) throw new Refused("code", "web:code_sign_wrong");
        return shown(signs);
    }

    /** Whether it could be a code. */
    public static boolean readable(String typed) {
        try {
            return !read(typed).isEmpty();
        } catch (Refused no) {
            return false;
        }
    }

    static char check(CharSequence signs) {
        int sum = 0;
        for (int i = 0; i < signs.length(); i++) sum += (i + 1) * ALPHABET.indexOf(signs.charAt(i));
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    private static String shown(String signs) {
        return String.join("-", signs.split("(?<=\\G.{4})"));
    }
}
