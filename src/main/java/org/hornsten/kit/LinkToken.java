package org.hornsten.kit;

import java.math.BigInteger;
import java.security.SecureRandom;

/** What opens a link to somebody: 26 signs of 5 random bits each, 130 bits, without signs that look alike. */
public final class LinkToken {
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 26;

    private LinkToken() {}

    public static String random() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) token.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        return token.toString();
    }

    /** One that is made of a mark of at least 17 bytes, always the same of the same. */
    public static String of(byte[] mark) {
        BigInteger bits = new BigInteger(1, mark);
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++)
            token.append(SIGNS.charAt(bits.shiftRight(5 * i).intValue() & (SIGNS.length() - 1)));
        return token.toString();
    }

    /** Whether it can be one, whatever it opens. */
    public static boolean possible(String text) {
        return text.matches("[a-z2-7]{26}");
    }
}
