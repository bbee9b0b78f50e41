package org.hornsten.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.hornsten.kit.Secrets;

/**
 * Words of a person in an event. The ledger holds only {@code HMAC-SHA256(salt, words)}: whoever still has both can
 * prove the words were these, and once words and salt are erased nobody can confirm a guess.
 */
public record Hidden(String words, String salt) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Hidden of(String words) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new Hidden(words, HexFormat.of().formatHex(salt));
    }

    @JsonValue
    public String commitment() {
        return HexFormat.of().formatHex(Secrets.mark(HexFormat.of().parseHex(salt), words));
    }
}
