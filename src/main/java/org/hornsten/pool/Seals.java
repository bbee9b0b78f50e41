package org.hornsten.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;

/**
 * Envelopes of the pool: a {@link Seal} bound to their instrument. All are padded to 16 kB, in which a full answer with a
 * full quote has room, so that the length tells nothing. Who drops an old key makes what was sealed with it unreadable
 * for ever.
 */
@ApplicationScoped
class Seals {
    private static final int KEY_BYTES = 32;
    private static final int SMALLEST = 16 * 1024;

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
        return Seal.close(keys.get(current), instrument, padded(text));
    }

    /** @throws IllegalStateException when the envelope was changed or belongs elsewhere */
    String opened(int key, String instrument, byte[] envelope) {
        ByteBuffer text = ByteBuffer.wrap(Seal.open(keys.get(key), instrument, envelope));
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
}
