package org.hornsten.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The program by which an outsider checks a house's log: {@code verify <address> [--key <key>] [--checkpoint <file>]
 * [--receipt <file>] [--save <file>]}. It trusts nothing the house says about its own tree: all leaves are hashed
 * anew.
 */
public final class Verify {
    /** Everything that was checked holds. */
    public static final int HOLDS = 0;
    /** Something was changed, cut or forged. */
    public static final int BROKEN = 1;
    /** It could not be checked. */
    public static final int UNCLEAR = 2;

    private static final Set<String> OPTIONS = Set.of("--key", "--checkpoint", "--receipt", "--save");
    private final PrintStream out;

    private Verify(PrintStream out) {
        this.out = out;
    }

    /** @return what the process ends with */
    public static int run(List<String> words, PrintStream out) {
        try {
            return new Verify(out).checked(words);
        } catch (IOException | IllegalArgumentException unreadable) {
            out.println("Not checked: " + unreadable.getMessage());
            return UNCLEAR;
        }
    }

    private int checked(List<String> words) throws IOException {
        Map<String, String> options = options(words);
        Elsewhere house = new Elsewhere(words.get(0));
        VerifierKey key = VerifierKey.read(options.containsKey("--key") ? options.get("--key") : house.key());
        Note note = Note.read(house.checkpoint());
        if (!note.signedBy(key)) return broken("The checkpoint is not signed with the key " + key.text());
        Checkpoint now = Checkpoint.read(note.text());
        if (!now.origin().equals(key.name())) return broken("The checkpoint is of another log: " + now.origin());
        List<Hash> leaves = house.leaves(now.size());
        if (!root(leaves).equals(now.root())) return broken("The entries do not give the signed root");
        out.println("The log of " + now.origin() + " has " + now.size() + " entries, and its signed root fits them.");
        int verdict = HOLDS;
        if (options.containsKey("--checkpoint"))
            verdict = Math.max(verdict,
                    grown(Files.readString(Path.of(options.get("--checkpoint"))), key, now, leaves));
        if (options.containsKey("--receipt"))
            verdict = Math.max(verdict, received(Path.of(options.get("--receipt")), key, leaves));
        if (verdict == HOLDS && options.containsKey("--save")) {
            Files.writeString(Path.of(options.get("--save")), note.written());
            out.println("The checkpoint is kept in " + options.get("--save") + ".");
        }
        return verdict;
    }

    private static Map<String, String> options(List<String> words) {
        if (words.size() % 2 == 0) throw new IllegalArgumentException("verify <address> [--key <key>] "
                + "[--checkpoint <file>] [--receipt <file>] [--save <file>]");
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            if (!OPTIONS.contains(words.get(i))) throw new IllegalArgumentException("Unknown: " + words.get(i));
            options.put(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private int grown(String kept, VerifierKey key, Checkpoint now, List<Hash> leaves) {
        Note note = Note.read(kept);
        if (!note.signedBy(key)) return broken("The kept checkpoint is not signed with this key");
        Checkpoint earlier = Checkpoint.read(note.text());
        if (earlier.size() > now.size())
            return broken("The log had " + earlier.size() + " entries, and has " + now.size() + " now");
        if (!root(leaves.subList(0, (int) earlier.size())).equals(earlier.root()))
            return broken("The first " + earlier.size() + " entries are no longer those they were");
        out.println("The " + earlier.size() + " entries of the kept checkpoint are all there, unchanged and in order.");
        return HOLDS;
    }

    private int received(Path file, VerifierKey key, List<Hash> leaves) throws IOException {
        Evidence evidence = new ObjectMapper().readValue(file.toFile(), Evidence.class);
        if (!evidence.holds(key)) return broken("The receipt's entry does not lead to its signed root");
        if (evidence.leafIndex() >= leaves.size() || !leaves.get((int) evidence.leafIndex()).equals(evidence.leaf()))
            return broken("The receipt's entry is not in the log any more");
        out.println("The receipt's entry is number " + evidence.leafIndex() + " of the log:\n" + evidence.entry());
        if (evidence.words().isEmpty()) out.println("Its words have been erased.");
        else if (!evidence.tells()) return broken("The words are not those that were received");
        else out.println("These words were received: " + evidence.words());
        return HOLDS;
    }

    private int broken(String how) {
        out.println("BROKEN: " + how + ".");
        return BROKEN;
    }

    /** By the definition of RFC 9162 section 2.1.1. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) return Hash.EMPTY;
        if (leaves.size() == 1) return leaves.get(0);
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }
}
