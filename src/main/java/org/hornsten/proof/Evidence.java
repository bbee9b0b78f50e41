package org.hornsten.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the holder of a receipt can show to anybody: the words, the entry that tells they were received, and the way
 * from it to a signed root.
 *
 * @param entry      the entry of the ledger, as the lines that are hashed
 * @param salt       16 bytes in hex that are hashed with it
 * @param words      empty once they have been erased
 * @param wordsSalt  16 bytes in hex; the entry holds HMAC-SHA256 of the words under it
 * @param hashes     base64, from the leaf up
 * @param checkpoint the signed note whose root the way leads to
 */
public record Evidence(String entry, String salt, String words, String wordsSalt, long leafIndex, long treeSize,
                       List<String> hashes, String checkpoint) {

    /**
     * What stands in the log for an entry, 32 bytes: SHA-256 of salt and lines. Without the salt nobody can try out
     * which entry it is.
     */
    public static Hash stands(String lines, byte[] salt) {
        return new Hash(Hash.sha256(salt, lines.getBytes(StandardCharsets.UTF_8)));
    }

    public Hash leaf() {
        return Hash.leaf(stands(entry, HexFormat.of().parseHex(salt)).bytes());
    }

    /** Whether the entry stands in the tree of its checkpoint, and the key has signed that. */
    public boolean holds(VerifierKey key) {
        Note note = Note.read(checkpoint);
        Checkpoint root = Checkpoint.read(note.text());
        return note.signedBy(key) && root.size() == treeSize
                && Proof.includes(leaf(), leafIndex, treeSize, hashes.stream().map(Hash::read).toList(), root.root());
    }

    /** Whether the words are those of the entry. */
    public boolean tells() {
        return !words.isEmpty() && entry.contains("\"words\":\"" + commitment() + "\"");
    }

    private String commitment() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(wordsSalt), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
