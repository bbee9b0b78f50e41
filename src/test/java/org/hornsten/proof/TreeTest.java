package org.hornsten.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TreeTest {
    /** Tiles in memory. */
    private static final class Drawer implements Growth.Edge, Tree.Tiles {
        private final Map<Tile, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] stored(int level, long position) {
            return tiles.getOrDefault(new Tile(level, position), new byte[0]);
        }

        @Override
        public void add(int level, long position, byte[] more) {
            byte[] before = stored(level, position);
            byte[] both = Arrays.copyOf(before, before.length + more.length);
            System.arraycopy(more, 0, both, before.length, more.length);
            assertTrue(both.length <= Tile.WIDTH * Hash.SIZE);
            tiles.put(new Tile(level, position), both);
        }

        @Override
        public byte[] hashes(Tile tile, int width) {
            return stored(tile.level(), tile.position());
        }
    }

    private static List<Hash> leaves(int count, long seed) {
        Random random = new Random(seed);
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[8];
            random.nextBytes(data);
            leaves.add(Hash.leaf(data));
        }
        return leaves;
    }

    /** As many steps as it takes, each of some leaves. */
    private static Drawer grown(List<Hash> leaves, int step) {
        Drawer drawer = new Drawer();
        for (int from = 0; from < leaves.size(); from += step)
            new Growth(drawer).leaves(from, leaves.subList(from, Math.min(from + step, leaves.size())));
        return drawer;
    }

    /** The definition of section 2.1.1, word for word. */
    private static Hash defined(List<Hash> leaves) {
        if (leaves.isEmpty()) return Hash.EMPTY;
        if (leaves.size() == 1) return leaves.get(0);
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }

    @Test
    void hashes_are_those_of_the_standard() {
        // the well-known roots of certificate transparency's test vectors
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hex(Hash.EMPTY));
        assertEquals("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", hex(Hash.leaf(new byte[0])));
        List<Hash> eight = new ArrayList<>();
        for (String data : List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                "606162636465666768696a6b6c6d6e6f")) eight.add(Hash.leaf(HexFormat.of().parseHex(data)));
        Tree tree = new Tree(grown(eight, 3), 8);
        assertEquals("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", hex(tree.root()));
        assertEquals("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", hex(tree.root(2)));
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    @Property(tries = 60)
    void the_root_is_that_of_the_definition_however_it_grew(@ForAll @IntRange(max = 1500) int count,
            @ForAll @IntRange(min = 1, max = 600) int step, @ForAll long seed) {
        List<Hash> leaves = leaves(count, seed);
        assertEquals(defined(leaves), new Tree(grown(leaves, step), count).root());
    }

    @Property(tries = 60)
    void every_leaf_has_a_proof_and_no_other_passes(@ForAll @IntRange(min = 1, max = 700) int count,
            @ForAll long seed) {
        List<Hash> leaves = leaves(count, seed);
        Tree tree = new Tree(grown(leaves, 97), count);
        Random random = new Random(seed);
        int at = random.nextInt(count);
        List<Hash> path = tree.inclusion(at);
        assertTrue(Proof.includes(leaves.get(at), at, count, path, tree.root()));
        assertFalse(Proof.includes(Hash.leaf(new byte[] {9}), at, count, path, tree.root()));
        if (count > 1) assertFalse(Proof.includes(leaves.get(at), (at + 1) % count, count, path, tree.root()));
        assertFalse(Proof.includes(leaves.get(at), at, count, path, Hash.EMPTY));
        if (!path.isEmpty()) {
            List<Hash> bent = new ArrayList<>(path);
            bent.set(random.nextInt(bent.size()), Hash.EMPTY);
            assertFalse(Proof.includes(leaves.get(at), at, count, bent, tree.root()));
            assertFalse(Proof.includes(leaves.get(at), at, count, path.subList(1, path.size()), tree.root()));
        }
    }

    @Property(tries = 60)
    void a_tree_that_grew_proves_it_and_one_that_was_changed_cannot(@ForAll @IntRange(min = 1, max = 700) int count,
            @ForAll long seed) {
        List<Hash> leaves = leaves(count, seed);
        Tree tree = new Tree(grown(leaves, 131), count);
        int earlier = new Random(seed).nextInt(count + 1);
        List<Hash> path = tree.consistency(earlier);
        assertTrue(Proof.grows(earlier, tree.root(earlier), count, tree.root(), path));
        if (earlier == 0) return;
        List<Hash> other = new ArrayList<>(leaves);
        other.set(new Random(seed + 1).nextInt(earlier), Hash.leaf(new byte[] {7}));
        Tree changed = new Tree(grown(other, 131), count);
        assertFalse(Proof.grows(earlier, tree.root(earlier), count, changed.root(), changed.consistency(earlier)));
        assertFalse(Proof.grows(earlier, changed.root(earlier), count, tree.root(), path));
        if (earlier < count)
            assertFalse(Proof.grows(earlier, tree.root(earlier), count, tree.root(), List.of()));
    }

    @Property(tries = 300)
    void an_address_of_a_tile_is_read_back(@ForAll @LongRange(max = 9_999_999_999L) long position,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        assertEquals(new Tile.Asked(position, width), Tile.asked(Tile.path(position, width)).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0, 256, 000", "1234067, 256, x001/x234/067", "0, 17, 000.p/17", "1000, 1, x001/000.p/1"})
    void addresses_are_those_of_the_format(long position, int width, String path) {
        assertEquals(path, Tile.path(position, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "0000", "x000/000", "000.p/0", "000.p/256", "000.p/300", "000.p/", "-01",
        "x001", "x001/", "000.p/017", "../../etc", "x99999999999999999999/000", "000/000", "X001/000"})
    void other_addresses_are_none(String path) {
        assertTrue(Tile.asked(path).isEmpty(), path);
    }

    @Test
    void a_leaf_that_is_not_there_has_no_proof() {
        Tree tree = new Tree(grown(leaves(3, 1), 1), 3);
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(3));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(-1));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(4));
        assertThrows(IllegalArgumentException.class, () -> tree.root(4));
        assertFalse(Proof.includes(Hash.EMPTY, 3, 3, List.of(), Hash.EMPTY));
        assertFalse(Proof.grows(4, Hash.EMPTY, 3, Hash.EMPTY, List.of()));
    }

    @Test
    void what_stands_in_the_log_tells_nothing_without_its_salt() {
        byte[] salt = "sixteen bytes ok".getBytes(StandardCharsets.UTF_8);
        assertNotEquals(Evidence.stands("x\n", salt), Evidence.stands("x\n", new byte[16]));
        assertEquals(Evidence.stands("x\n", salt), Evidence.stands("x\n", salt));
    }
}
