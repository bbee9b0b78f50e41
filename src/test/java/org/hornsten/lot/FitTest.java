package org.hornsten.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hornsten.lot.Fit.Candidate;
import org.hornsten.lot.Fit.Gap;
import org.hornsten.lot.Fit.Trait;
import org.hornsten.lot.Fit.Wish;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Trait YOUNG = new Trait("age", "young");
    private static final Trait OLD = new Trait("age", "old");
    private static final Trait SWEDISH = new Trait("language", "sv");
    private static final Trait FINNISH = new Trait("language", "fi");

    private static Candidate one(int number, Trait... traits) {
        return new Candidate(number, Set.of(traits));
    }

    private static List<Integer> numbers(List<Candidate> some) {
        return some.stream().map(Candidate::number).toList();
    }

    @Test
    void gaps_tell_what_is_lacking_and_how_many_could_fill_it() {
        Fit fit = new Fit(List.of(new Wish(YOUNG, 2), new Wish(FINNISH, 1), new Wish(OLD, 0)));
        List<Gap> gaps = fit.gaps(List.of(one(1, YOUNG, SWEDISH)), List.of(one(2, YOUNG), one(3, OLD, SWEDISH)));
        assertEquals(List.of(new Gap(YOUNG, 2, 1, 1), new Gap(FINNISH, 1, 0, 0)), gaps);
        assertEquals(1, gaps.get(0).lacking());
        assertTrue(gaps.get(0).fillable() && !gaps.get(1).fillable());
    }

    @Test
    void without_wishes_the_first_in_order_are_taken() {
        assertEquals(List.of(3, 1), numbers(new Fit(List.of()).filled(List.of(),
                List.of(one(3, OLD), one(1, YOUNG), one(2, YOUNG)), 2)));
    }

    @Test
    void the_scarcest_trait_comes_first() {
        Fit fit = new Fit(List.of(new Wish(SWEDISH, 1), new Wish(YOUNG, 1)));
        assertEquals(List.of(1, 4), numbers(fit.filled(List.of(), List.of(one(1, SWEDISH, OLD), one(2, SWEDISH, OLD),
                one(3, FINNISH, OLD), one(4, FINNISH, YOUNG)), 2)));
    }

    @Test
    void who_is_in_already_counts() {
        Fit fit = new Fit(List.of(new Wish(YOUNG, 1), new Wish(OLD, 1)));
        assertEquals(List.of(3), numbers(fit.filled(List.of(one(1, YOUNG)), List.of(one(2, YOUNG), one(3, OLD)), 1)));
    }

    @Test
    void fewer_people_than_places_are_all_taken() {
        assertEquals(List.of(1, 2), numbers(new Fit(List.of(new Wish(YOUNG, 9))).filled(List.of(),
                List.of(one(1, OLD), one(2, YOUNG)), 40)));
    }

    /** Three kinds of traits with three values each; wishes that may or may not be met. */
    @Property(tries = 300)
    void of_small_groups_the_best_is_found(@ForAll @IntRange(min = 1, max = 11) int many,
                                           @ForAll @IntRange(min = 1, max = 5) int places, @ForAll Random random) {
        List<Candidate> candidates = candidates(many, random);
        Fit fit = new Fit(wishes(places, random));
        List<Candidate> found = fit.filled(List.of(), candidates, places);
        assertEquals(Math.min(places, many), found.size());
        assertEquals(found.size(), new HashSet<>(numbers(found)).size());
        assertEquals(least(fit, candidates, found.size()), fit.lacking(found), fit + " " + candidates);
    }

    /** A group that meets all is hidden among many: it, or another one that does, is found. */
    @Property(tries = 40)
    void wishes_that_can_be_met_are_met_among_many(@ForAll Random random) {
        List<Candidate> candidates = candidates(400, random);
        List<Candidate> hidden = new ArrayList<>(candidates);
        Collections.shuffle(hidden, random);
        List<Wish> wishes = new ArrayList<>();
        hidden.subList(0, 40).stream().flatMap(one -> one.traits().stream()).distinct().forEach(trait -> wishes.add(
                new Wish(trait, (int) hidden.subList(0, 40).stream().filter(one ->
                        one.traits().contains(trait)).count())));
        Fit fit = new Fit(wishes);
        assertEquals(0, fit.lacking(fit.filled(List.of(), candidates, 40)));
    }

    /** Keusote's panel: 5,000 letters, 40 places, ages 15–80, every municipality, three languages. */
    @Test
    void forty_of_five_thousand_meet_every_wish() {
        Random random = new Random(40);
        List<Candidate> all = IntStream.rangeClosed(1, 5_000).mapToObj(number -> one(number,
                new Trait("age", "" + random.nextInt(5)), new Trait("town", "" + random.nextInt(14)),
                new Trait("language", random.nextInt(20) == 0 ? "en" : random.nextBoolean() ? "sv" : "fi"))).toList();
        List<Wish> wishes = new ArrayList<>();
        IntStream.range(0, 5).forEach(age -> wishes.add(new Wish(new Trait("age", "" + age), 8)));
        IntStream.range(0, 14).forEach(town -> wishes.add(new Wish(new Trait("town", "" + town), town < 12 ? 3 : 2)));
        wishes.addAll(List.of(new Wish(SWEDISH, 20), new Wish(FINNISH, 18), new Wish(new Trait("language", "en"), 2)));
        Fit fit = new Fit(wishes);
        List<Candidate> forty = fit.filled(List.of(), all, 40);
        assertEquals(40, forty.size());
        assertEquals(0, fit.lacking(forty));
    }

    private static List<Candidate> candidates(int many, Random random) {
        return IntStream.rangeClosed(1, many).mapToObj(number -> new Candidate(number, Set.copyOf(
                IntStream.range(0, 3).mapToObj(d -> new Trait("d" + d, "v" + random.nextInt(3))).toList()))).toList();
    }

    private static List<Wish> wishes(int places, Random random) {
        List<Wish> wishes = new ArrayList<>();
        for (int d = 0; d < 3; d++) for (int v = 0; v < 3; v++)
            wishes.add(new Wish(new Trait("d" + d, "v" + v), random.nextInt(places + 1)));
        return wishes;
    }

    private static int least(Fit fit, List<Candidate> all, int size) {
        return IntStream.range(0, 1 << all.size()).filter(group -> Integer.bitCount(group) == size)
                .map(group -> fit.lacking(IntStream.range(0, all.size()).filter(i -> (group >> i & 1) == 1)
                        .mapToObj(all::get).toList())).min().orElseThrow();
    }
}
