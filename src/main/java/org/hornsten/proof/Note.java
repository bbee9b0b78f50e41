package org.hornsten.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text and who signed it, in the signed-note format of C2SP: the text, an empty line, and for each signature a line
 * of a dash, the signer's name, and base64 of the key's four bytes and the signature.
 */
public record Note(String text, List<Signed> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int ID = 4;

    public record Signed(String name, byte[] id, byte[] signature) {}

    public Note {
        signatures = List.copyOf(signatures);
    }

    public static Note signed(String text, VerifierKey key, PrivateKey secret) {
        try {
            Signature sign = Signature.getInstance("Ed25519");
            sign.initSign(secret);
            sign.update(text.getBytes(StandardCharsets.UTF_8));
            return new Note(text, List.of(new Signed(key.name(), key.id(), sign.sign())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The log's key does not sign", broken);
        }
    }

    /** @throws IllegalArgumentException when it is no signed note */
    public static Note read(String written) {
        int end = written.lastIndexOf("\n\n");
        if (end < 0 || !written.endsWith("\n")) throw new IllegalArgumentException("This is no signed note");
        List<Signed> signatures = new ArrayList<>();
        for (String line : written.substring(end + 2).split("\n")) signatures.add(signature(line));
        return new Note(written.substring(0, end + 1), signatures);
    }

    private static Signed signature(String line) {
        String[] parts = line.split(" ");
        if (!line.startsWith(DASH) || parts.length != 3) throw new IllegalArgumentException("No signature: " + line);
        byte[] bytes = Base64.getDecoder().decode(parts[2]);
        if (bytes.length <= ID) throw new IllegalArgumentException("No signature: " + line);
        return new Signed(parts[1], Arrays.copyOf(bytes, ID), Arrays.copyOfRange(bytes, ID, bytes.length));
    }

    public boolean signedBy(VerifierKey key) {
        return signatures.stream().anyMatch(one -> one.name().equals(key.name()) && Arrays.equals(one.id(), key.id())
                && key.signed(text, one.signature()));
    }

    public String written() {
        StringBuilder written = new StringBuilder(text).append('\n');
        for (Signed one : signatures) {
            byte[] both = Arrays.copyOf(one.id(), ID + one.signature().length);
            System.arraycopy(one.signature(), 0, both, ID, one.signature().length);
            written.append(DASH).append(one.name()).append(' ').append(Base64.getEncoder().encodeToString(both))
                    .append('\n');
        }
        return written.toString();
    }
}
