package org.hornsten.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Entry;
import org.hornsten.ledger.Hidden;
import org.hornsten.proof.Checkpoint;
import org.hornsten.proof.Evidence;
import org.hornsten.proof.Hash;
import org.hornsten.proof.Note;
import org.hornsten.proof.Tree;

/** Where something stands in the log, and the proof that it does. */
@ApplicationScoped
public class Logged {
    private final Shelf shelf;

    Logged(Shelf shelf) {
        this.shelf = shelf;
    }

    /** @param leafHash base64 of 32 bytes */
    public record Standing(long seq, String leafHash) {}

    /**
     * That an entry stands in the log of that size (RFC 9162 section 2.1.3).
     *
     * @param hashes     base64, from the leaf up
     * @param checkpoint the signed note of that size
     */
    public record Included(long seq, long leafIndex, long treeSize, String leafHash, List<String> hashes,
                           String checkpoint) {}

    /** The entry that tells a contribution was received, once the log has it. */
    public Optional<Standing> received(Ref about, Ref contribution) {
        return Leaf.of(about, contribution).map(leaf -> new Standing(leaf.seq, hash(leaf).base64()));
    }

    /** What the contribution's author can show to anybody. */
    public Optional<Evidence> evidence(Ref about, Ref contribution, Optional<Hidden> words) {
        return Leaf.of(about, contribution).map(leaf -> {
            Included in = included(leaf);
            Written entry = Written.of(Entry.findById(leaf.seq));
            return new Evidence(entry.lines(), HexFormat.of().formatHex(leaf.salt),
                    words.map(Hidden::words).orElse(""), words.map(Hidden::salt).orElse(""), in.leafIndex(),
                    in.treeSize(), in.hashes(), in.checkpoint());
        });
    }

    Optional<Included> included(long seq) {
        return Leaf.<Leaf>findByIdOptional(seq).map(this::included);
    }

    private Included included(Leaf leaf) {
        String note = shelf.newest().orElseThrow();
        Tree tree = new Tree(shelf, Checkpoint.read(Note.read(note).text()).size());
        return new Included(leaf.seq, leaf.leafIndex, tree.size(), hash(leaf).base64(),
                tree.inclusion(leaf.leafIndex).stream().map(Hash::base64).toList(), note);
    }

    private Hash hash(Leaf leaf) {
        return shelf.leaf(leaf.leafIndex);
    }
}
