package org.hornsten.pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.kit.KeyRing;
import org.hornsten.kit.KeyRing.Key;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;

/**
 * Envelopes of the pool: a {@link Seal} bound to their instrument. All are padded to 16 kB, in which a full answer with a
 * full quote has room, so that the length tells nothing. Who drops an old key makes what was sealed with it unreadable
 * for ever.
 */
@ApplicationScoped
class Seals {
    /** So long a new key lies in the file before it seals anything, so that by then every server has it. */
    static final Duration CARRIED = Duration.ofHours(1);
    /** Where there is one server only, as long as any request may last. */
    static final Duration CARRIED_ALONE = Duration.ofMinutes(1);
    private static final int SMALLEST = 16 * 1024;

    private final KeyRing ring;
    private final Key own;
    private final Duration carried;
    private final Clock clock;
    private volatile Read read = new Read("", List.of());

    /** The keys as they stood in the file when it was changed last. */
    private record Read(Object seen, List<Key> keys) {}

    /** @param file the keys, see {@link KeyRing}; while there are none, one of our secret seals */
    @Inject
    Seals(Secrets secrets, Clock clock, @ConfigProperty(name = "hornsten.pool.keys") Path file,
          @ConfigProperty(name = "hornsten.bundled", defaultValue = "false") boolean alone) {
        this(new Key(Instant.EPOCH, secrets.mark("pool", "envelopes")), new KeyRing(file),
                alone ? CARRIED_ALONE : CARRIED, clock);
    }

    Seals(Key own, KeyRing ring, Duration carried, Clock clock) {
        this.own = own;
        this.ring = ring;
        this.carried = carried;
        this.clock = clock;
    }

    /** Those of the file and our own; another may change the file at any time. */
    private List<Key> keys() {
        if (!Files.exists(ring.file())) return List.of(own);
        Object now = seen();
        if (!now.equals(read.seen()))
            read = new Read(now, Stream.concat(ring.keys().stream(), Stream.of(own)).toList());
        return read.keys();
    }

    private Object seen() {
        try {
            BasicFileAttributes file = Files.readAttributes(ring.file(), BasicFileAttributes.class);
            return List.of(file.lastModifiedTime(), file.size(), "" + file.fileKey());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The key that seals now. */
    Key current() {
        Instant before = clock.instant().minus(carried);
        return keys().stream().filter(key -> !key.made().isAfter(before)).max(Comparator.comparing(Key::made))
                .orElse(own);
    }

    boolean opens(int number) {
        return keys().stream().anyMatch(key -> key.number() == number);
    }

    /** Keys of the file that no server seals with any more. */
    List<Integer> former() {
        Key current = current();
        if (current.made().plus(carried.multipliedBy(2)).isAfter(clock.instant())) return List.of();
        return ring.keys().stream().filter(key -> key.made().isBefore(current.made())).map(Key::number).toList();
    }

    void drop(int number) {
        ring.drop(number);
    }

    private byte[] secret(int number) {
        return keys().stream().filter(key -> key.number() == number).findFirst().map(Key::secret)
                .orElseThrow(() -> new IllegalStateException("The key of an envelope is gone"));
    }

    byte[] sealed(Key key, String instrument, String text) {
        return Seal.close(key.secret(), instrument, padded(text));
    }

    /** @throws IllegalStateException when the envelope was changed or belongs elsewhere */
    String opened(int key, String instrument, byte[] envelope) {
        ByteBuffer text = ByteBuffer.wrap(Seal.open(secret(key), instrument, envelope));
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
