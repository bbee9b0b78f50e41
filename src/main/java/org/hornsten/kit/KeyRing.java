package org.hornsten.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Keys in a file outside the database that only its owner reads, the newest first: a line for each, with when it was
 * made. Whoever changes the file waits for whoever else does, and nobody ever reads half of it.
 */
public record KeyRing(Path file) {
    private static final int BYTES = 32;

    /** @param secret 32 bytes */
    public record Key(Instant made, byte[] secret) {

        /** Names the key without telling it. */
        public int number() {
            return ByteBuffer.wrap(Secrets.mark(secret, "number")).getInt();
        }

        private String line() {
            return made + " " + Base64.getEncoder().encodeToString(secret);
        }

        private static Key read(String line) {
            String[] parts = line.strip().split("\\s+");
            try {
                byte[] secret = Base64.getDecoder().decode(parts[parts.length - 1]);
                if (parts.length == 2 && secret.length == BYTES) return new Key(Instant.parse(parts[0]), secret);
            } catch (DateTimeParseException | IllegalArgumentException unreadable) {
                throw new IllegalStateException("A line of the key file is no key", unreadable);
            }
            throw new IllegalStateException("A line of the key file is no key: a moment and 32 bytes in base64");
        }
    }

    /** None without a file. */
    public List<Key> keys() {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Key::read).toList() : List.of();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Adds a new key, made now. */
    public Key turn() {
        return turn(Clock.systemUTC().instant());
    }

    /** Adds a new key before the others, which still open what they have sealed. */
    public Key turn(Instant now) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Key key = new Key(now.truncatedTo(ChronoUnit.SECONDS), secret);
        change(keys -> {
            List<Key> all = new ArrayList<>(List.of(key));
            all.addAll(keys);
            return all;
        });
        return key;
    }

    /** What only that key opens is shut from now on, for ever and for everybody. */
    public void drop(int number) {
        change(keys -> keys.stream().filter(key -> key.number() != number).toList());
    }

    private void change(UnaryOperator<List<Key>> how) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            try (FileChannel turn = FileChannel.open(folder.resolve(file.getFileName() + ".lock"), CREATE, WRITE);
                 FileLock held = turn.lock()) {
                write(folder, how.apply(keys()));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void write(Path folder, List<Key> keys) throws IOException {
        Path fresh = Files.createTempFile(folder, "keys", "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, keys.stream().map(Key::line).collect(Collectors.joining("\n", "", "\n")));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
