package org.hornsten.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.kit.Secrets;

/**
 * Envelopes of the pool: AES-256-GCM (NIST SP 800-38D) with a random nonce, bound to their instrument, and padded to 1,
 * 4, 16 … kB so that the length tells nothing. Who drops an old key makes what was sealed with it unreadable for ever.
 */
@ApplicationScoped
class Seals {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SMALLEST = 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<Integer, byte[]> keys = new LinkedHashMap<>();
    private final int current;

    /** @param keys of the operator's secret store, base64, the current one first; without any, one of our secret */
    Seals(Secrets secrets, @ConfigProperty(name = "hornsten.pool.keys") Optional<List<String>> keys) {
        List<byte[]> own = keys.map(list -> list.stream().map(Seals::decoded).toList())
                .orElseGet(() -> List.of(secrets.mark("pool", "envelopes")));
        own.forEach(key -> this.keys.put(number(key), key));
        current = number(own.get(0));
    }

    private static byte[] decoded(String key) {
        byte[] bytes = Base64.getDecoder().decode(key.strip());
        if (bytes.length != KEY_BYTES)
            throw new IllegalStateException("hornsten.pool.keys needs keys of 32 bytes in base64");
        return bytes;
    }

    /** Names a key without telling it. */
    private static int number(byte[] key) {
        return ByteBuffer.wrap(Secrets.mark(key, "number")).getInt();
    }

    int current() {
        return current;
    }

    boolean opens(int key) {
        return keys.containsKey(key);
    }

    byte[] sealed(String instrument, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, current, nonce, instrument, padded(text));
        return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
    }

    /** @throws IllegalStateException when the envelope was changed or belongs elsewhere */
    String opened(int key, String instrument, byte[] envelope) {
        ByteBuffer rest = ByteBuffer.wrap(envelope);
        byte[] nonce = new byte[NONCE_BYTES];
        rest.get(nonce);
        byte[] closed = new byte[rest.remaining()];
        rest.get(closed);
        ByteBuffer text = ByteBuffer.wrap(run(Cipher.DECRYPT_MODE, key, nonce, instrument, closed));
        byte[] bytes = new byte[text.getInt()];
        text.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int size = SMALLEST;
        while (size < Integer.BYTES + bytes.length) size *= 4;
        return ByteBuffer.allocate(size).putInt(bytes.length).put(bytes).array();
    }

    private byte[] run(int mode, int key, byte[] nonce, String instrument, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(keys.get(key), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(instrument.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("An envelope of " + instrument + " does not open", broken);
        }
    }
}
