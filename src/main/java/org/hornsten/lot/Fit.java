package org.hornsten.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well a group of people fits the composition that is wished for, and who would bring it nearer. A <em>wish</em> is
 * a least number of people with one trait (an age group, a municipality, a language, an experience); what is
 * <em>lacking</em> is the sum, over all wishes, of how many are missing.
 *
 * <p>{@link #filled} is the rule of selection. The candidates stand in an order, which is the drawn one in a draw. As
 * long as there are places and a wish is lacking that somebody can fill: the most pressing wish is the one with the
 * greatest share of lacking to available candidates (of equal ones the first of the target), and of the candidates with
 * its trait the one is taken who fills the most lacking wishes, of equal ones the first in order. Places left go to the
 * first in order. Then, while more is lacking than must be, the first exchange of one who was taken for one who was
 * not, or else of two for two, is made that leaves less lacking; where none is left and there are no more than 50,000
 * possible groups, the first of those with the least lacking is taken.
 *
 * <p>The first part is the rule citizens' assemblies are drawn by with the Sortition Foundation's “stratified
 * selection”. To find a group with nothing lacking is NP-hard from three kinds of traits on, so among many candidates
 * the exchanges stand in for a search. A test compares the outcome with all possible groups of small instances.
 */
public final class Fit {
    final List<Wish> wishes;

    public Fit(List<Wish> wishes) {
        this.wishes = wishes.stream().filter(wish -> wish.wanted() > 0).toList();
    }

    /** One value of one kind: {@code language, fi}. */
    public record Trait(String dimension, String value) {}

    /** At least so many with that trait. */
    public record Wish(Trait trait, int wanted) {}

    /** Somebody without a name. */
    public record Candidate(int number, Set<Trait> traits) {}

    /**
     * How one wish is met.
     *
     * @param could how many of those not taken have the trait
     */
    public record Gap(Trait trait, int wanted, int have, int could) {
        public int lacking() {
            return Math.max(0, wanted - have);
        }

        public boolean met() {
            return lacking() == 0;
        }

        /** Whether those who could be taken are enough. */
        public boolean fillable() {
            return could >= lacking();
        }
    }

    /** In the order of the wishes. */
    public List<Gap> gaps(Collection<Candidate> taken, Collection<Candidate> others) {
        Map<Trait, Integer> have = count(taken);
        Map<Trait, Integer> could = count(others);
        return wishes.stream().map(wish -> new Gap(wish.trait(), wish.wanted(), have.getOrDefault(wish.trait(), 0),
                could.getOrDefault(wish.trait(), 0))).toList();
    }

    public int lacking(Collection<Candidate> taken) {
        return gaps(taken, List.of()).stream().mapToInt(Gap::lacking).sum();
    }

    /**
     * Those who are taken to fill the places beside those who are in already.
     *
     * @param ordered who can be taken, each number once
     * @return at most {@code places} of them, in the order they were given in
     */
    public List<Candidate> filled(Collection<Candidate> in, List<Candidate> ordered, int places) {
        List<Candidate> taken = new ArrayList<>(in);
        List<Candidate> left = new ArrayList<>(ordered);
        int full = in.size() + Math.min(places, ordered.size());
        for (Optional<Candidate> next = pressing(taken, left); taken.size() < full && next.isPresent();
                next = pressing(taken, left)) take(next.get(), taken, left);
        while (taken.size() < full) take(left.get(0), taken, left);
        List<Candidate> fresh = new ArrayList<>(taken.subList(in.size(), taken.size()));
        new Exchange(this, in, fresh, ordered).run();
        Set<Integer> numbers = new HashSet<>(fresh.stream().map(Candidate::number).toList());
        return ordered.stream().filter(one -> numbers.contains(one.number())).toList();
    }

    private static void take(Candidate one, List<Candidate> taken, List<Candidate> left) {
        left.remove(one);
        taken.add(one);
    }

    private Optional<Candidate> pressing(List<Candidate> taken, List<Candidate> left) {
        List<Gap> open = gaps(taken, left).stream().filter(gap -> !gap.met() && gap.could() > 0).toList();
        Set<Trait> lacking = new HashSet<>(open.stream().map(Gap::trait).toList());
        // of equal ones min keeps the first: the order of the target and that of the candidates decide
        return open.stream().min(Comparator.comparingDouble(gap -> -(double) gap.lacking() / gap.could()))
                .flatMap(gap -> left.stream().filter(one -> one.traits().contains(gap.trait()))
                        .min(Comparator.comparingLong(one -> -fills(one, lacking))));
    }

    private static long fills(Candidate one, Set<Trait> lacking) {
        return one.traits().stream().filter(lacking::contains).count();
    }

    static Map<Trait, Integer> count(Collection<Candidate> people) {
        Map<Trait, Integer> counts = new HashMap<>();
        people.forEach(one -> one.traits().forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        return counts;
    }
}
