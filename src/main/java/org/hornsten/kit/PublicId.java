package org.hornsten.kit;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable names for what is shown outside: 128 random bits in 22 URL-safe signs. */
public final class PublicId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private PublicId() {}

    public static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }
}
