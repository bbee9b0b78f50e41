package org.hornsten.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static List<Integer> numbers(String seed, List<Integer> among) {
        return Draw.of(seed, among).stream().map(Draw.Lot::number).toList();
    }

    private static List<Integer> upTo(int most) {
        return IntStream.rangeClosed(1, most).boxed().toList();
    }

    /** Computed with {@code printf '%s' 'sol:17' | sha256sum}. */
    @Test
    void a_mark_is_what_sha256sum_says() {
        assertEquals("7ceb7753e46760f7daf2424ffe61f7b1a551b88577b41e8ab3536fc1ffacf1eb", Draw.mark("sol", 17));
        assertEquals("8db59feb4d217f26c79d6e76eea6ff80398e8b823e376bb783be870a96cab9e7", Draw.promise("sol"));
    }

    /**
     * In a shell: {@code for n in $(seq 9); do printf '%s %s\n' $(printf '%s' "sol:$n" | sha256sum) $n; done | sort}.
     */
    @Test
    void the_order_is_that_of_a_shell() {
        assertEquals(List.of(9, 2, 7, 5, 4, 6, 1, 3, 8), numbers("sol", upTo(9)));
    }

    @Property(tries = 200)
    void nothing_depends_on_the_order_of_rows(@ForAll String seed, @ForAll @IntRange(min = 1, max = 60) int many,
                                              @ForAll Random random) {
        List<Integer> shuffled = new ArrayList<>(upTo(many));
        Collections.shuffle(shuffled, random);
        assertEquals(numbers(seed, upTo(many)), numbers(seed, shuffled));
        assertEquals(new TreeSet<>(upTo(many)), new TreeSet<>(numbers(seed, shuffled)));
    }

    /** Who withdraws changes nobody else's place. */
    @Property(tries = 200)
    void without_one_of_them_the_others_stand_as_before(@ForAll String seed, @ForAll @IntRange(min = 1,
            max = 40) int who) {
        List<Integer> without = new ArrayList<>(upTo(40));
        without.remove(Integer.valueOf(who));
        List<Integer> all = new ArrayList<>(numbers(seed, upTo(40)));
        all.remove(Integer.valueOf(who));
        assertEquals(all, numbers(seed, without));
    }

    /** 4,000 draws of 10 among 50: each is drawn 800 times; five standard deviations are 127. */
    @Test
    void each_number_is_drawn_about_as_often() {
        int[] times = new int[51];
        for (int seed = 0; seed < 4_000; seed++)
            numbers("seed " + seed, upTo(50)).subList(0, 10).forEach(number -> times[number]++);
        for (int number = 1; number <= 50; number++)
            assertTrue(Math.abs(times[number] - 800) < 127, number + " was drawn " + times[number] + " times");
    }

    @Test
    void the_command_shown_is_safe_to_paste() {
        assertEquals("printf '%s' 'sol:17' | sha256sum", Draw.command("sol:17"));
        assertEquals("printf '%s' 'a'\\''b' | sha256sum", Draw.command("a'b"));
    }

    @Test
    void another_seed_is_another_draw() {
        assertEquals(100, IntStream.range(0, 100).mapToObj(seed -> numbers("" + seed, upTo(40))).distinct().count());
    }
}
