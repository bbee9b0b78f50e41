package org.hornsten.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** A hash of the tree: SHA-256 with the first byte telling a leaf from a node, as RFC 9162 section 2.1.1 has it. */
public record Hash(byte[] bytes) {
    public static final int SIZE = 32;
    /** The root of a tree without leaves. */
    public static final Hash EMPTY = new Hash(sha256(new byte[0]));

    public Hash {
        if (bytes.length != SIZE) throw new IllegalArgumentException("A hash has 32 bytes");
        bytes = bytes.clone();
    }

    public static Hash leaf(byte[] data) {
        return new Hash(sha256(new byte[] {0}, data));
    }

    public static Hash node(Hash left, Hash right) {
        return new Hash(sha256(new byte[] {1}, left.bytes, right.bytes));
    }

    /** @throws IllegalArgumentException when it is no base64 of 32 bytes */
    public static Hash read(String base64) {
        return new Hash(Base64.getDecoder().decode(base64));
    }

    /** Those that stand one after the other, 32 bytes each. */
    public static List<Hash> list(byte[] hashes) {
        return IntStream.range(0, hashes.length / SIZE)
                .mapToObj(i -> new Hash(Arrays.copyOfRange(hashes, i * SIZE, (i + 1) * SIZE))).toList();
    }

    /** SHA-256 of the parts one after the other, 32 bytes. */
    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
