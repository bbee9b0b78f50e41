package org.hornsten.kit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D): nobody without the key reads it, and nobody changes it unseen. Twelve random bytes
 * stand first.
 */
public final class Seal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Seal() {}

    /** @param key 32 bytes */
    public static byte[] close(byte[] key, byte[] open) {
        return close(key, "", open);
    }

    /** @param place where it belongs: it opens nowhere else */
    public static byte[] close(byte[] key, String place, byte[] open) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, key, place, nonce, open);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + closed.length);
        System.arraycopy(closed, 0, sealed, NONCE, closed.length);
        return sealed;
    }

    /** @throws IllegalStateException when it was closed with another key or changed since */
    public static byte[] open(byte[] key, byte[] sealed) {
        return open(key, "", sealed);
    }

    /** @throws IllegalStateException when it was closed with another key, for another place, or changed since */
    public static byte[] open(byte[] key, String place, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, key, place, Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private static byte[] run(int mode, byte[] key, String place, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The seal does not open", broken);
        }
    }
}
