package org.hornsten.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a log's key, as {@code name+hash+key} of the signed-note format of C2SP: the hash is the first
 * four bytes of SHA-256 over name, line end, 1 and key; the key is 1, which stands for Ed25519, and 32 bytes.
 */
public record VerifierKey(String name, byte[] ed25519) {
    private static final byte ED25519 = 1;
    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID = 4;

    /** @param key an Ed25519 key */
    public static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - Hash.SIZE, encoded.length));
    }

    /** @throws IllegalArgumentException when it is none, or its hash is not that of its name and key */
    public static VerifierKey read(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) throw new IllegalArgumentException("This is no verifier key");
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != Hash.SIZE + 1 || typed[0] != ED25519)
            throw new IllegalArgumentException("This is no Ed25519 key");
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text.strip())) throw new IllegalArgumentException("The key's hash does not fit");
        return key;
    }

    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /** Four bytes that tell whose a signature is. */
    byte[] id() {
        return Arrays.copyOf(Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed()), ID);
    }

    private byte[] typed() {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        typed.write(ED25519);
        typed.writeBytes(ed25519);
        return typed.toByteArray();
    }

    public boolean signed(String text, byte[] signature) {
        try {
            byte[] x509 = Arrays.copyOf(X509, X509.length + ed25519.length);
            System.arraycopy(ed25519, 0, x509, X509.length, ed25519.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && key.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
