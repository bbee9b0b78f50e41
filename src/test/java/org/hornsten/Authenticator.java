package org.hornsten;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a phone that shows one-time codes (RFC 6238): six digits, changing every thirty seconds. */
final class Authenticator {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final byte[] key;
    private long lastStep;

    /** @param secret in base 32, perhaps in groups */
    Authenticator(String secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char sign : secret.replaceAll("\\s", "").toCharArray()) {
            held = held << 5 | SIGNS.indexOf(sign);
            bits += 5;
            if (bits >= 8) bytes.write(held >> (bits -= 8) & 0xff);
        }
        key = bytes.toByteArray();
    }

    /** A code that was not shown before: where the current one was used up, the next, which is taken a step early. */
    String code() {
        long now = Instant.now().getEpochSecond() / STEP_SECONDS;
        while (lastStep > now) {
            pause();
            now = Instant.now().getEpochSecond() / STEP_SECONDS;
        }
        lastStep = Math.max(now, lastStep + 1);
        return code(lastStep);
    }

    /** One that is not the right one now, before or after. */
    String wrongCode() {
        long now = Instant.now().getEpochSecond() / STEP_SECONDS;
        for (int guess = 0; ; guess++) {
            String code = "%06d".formatted(guess);
            boolean right = false;
            for (long step = now - 3; step <= now + 3; step++) right |= code(step).equals(code);
            if (!right) return code;
        }
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
