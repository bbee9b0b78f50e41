package org.hornsten.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's secret, and the keys derived from it: one per purpose, so that no value of one can pass as
 * another's.
 */
@ApplicationScoped
public class Secrets {
    private static final int ROUNDS = 100_000;

    private final byte[] secret;

    Secrets(@ConfigProperty(name = "hornsten.secret") String secret) {
        if (secret.length() < 32) throw new IllegalStateException("hornsten.secret needs at least 32 signs");
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** HMAC-SHA256 of the value under the key of that purpose, 32 bytes. */
    public byte[] mark(String purpose, String value) {
        return mark(mark(secret, purpose), value);
    }

    public String hexMark(String purpose, String value) {
        return HexFormat.of().formatHex(mark(purpose, value));
    }

    /**
     * PBKDF2-HMAC-SHA256 of a short value with 100,000 rounds, 32 bytes. The salt is the key of that purpose and the
     * same for all values, because the value itself is what is looked up by.
     */
    public byte[] stretched(String purpose, String value) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(
                    new PBEKeySpec(value.toCharArray(), mark(secret, purpose), ROUNDS, 256)).getEncoded();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** A key of its own, 32 bytes, for what {@link Seal} closes. */
    public byte[] key(String purpose) {
        return mark(secret, purpose);
    }

    /** The value with its mark, so that {@link #opened} knows it as ours: {@code value.mark}. */
    public String signed(String purpose, String value) {
        return value + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mark(purpose, value));
    }

    /** The value of a {@link #signed} text, or an empty text when the mark is not ours. */
    public String opened(String purpose, String signed) {
        int dot = signed.lastIndexOf('.');
        String value = signed.substring(0, Math.max(dot, 0));
        // compared in constant time, so that the answer's delay tells nothing about the mark
        boolean ours = MessageDigest.isEqual(signed(purpose, value).getBytes(StandardCharsets.UTF_8),
                signed.getBytes(StandardCharsets.UTF_8));
        return ours ? value : "";
    }

    public static byte[] mark(byte[] key, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public static byte[] fingerprint(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public static String hexFingerprint(String value) {
        return HexFormat.of().formatHex(fingerprint(value));
    }
}
