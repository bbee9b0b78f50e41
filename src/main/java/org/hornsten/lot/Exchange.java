package org.hornsten.lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hornsten.lot.Fit.Candidate;
import org.hornsten.lot.Fit.Trait;

/** The last part of the rule of {@link Fit}: changes who was taken as long as less is lacking afterwards. */
final class Exchange {
    private static final long MOST_PAIRS = 20_000_000;
    private static final long MOST_GROUPS = 50_000;

    private final Fit fit;
    private final List<Candidate> in;
    private final List<Candidate> taken;
    private final List<Candidate> left;
    private final List<Candidate> ordered;
    private final Map<Trait, Integer> wanted = new HashMap<>();

    /**
     * @param in      who stays
     * @param taken   of the ordered; is changed
     * @param ordered all who can be taken
     */
    Exchange(Fit fit, Collection<Candidate> in, List<Candidate> taken, List<Candidate> ordered) {
        this.fit = fit;
        this.in = List.copyOf(in);
        this.taken = taken;
        this.ordered = ordered;
        left = new ArrayList<>(ordered);
        left.removeAll(taken);
        fit.wishes.forEach(wish -> wanted.put(wish.trait(), wish.wanted()));
    }

    void run() {
        int least = fit.lacking(with(ordered));
        while (lacking() > least && (one() || two())) continue;
        if (lacking() > least && groups() <= MOST_GROUPS) all();
    }

    private boolean one() {
        Map<Trait, Integer> have = Fit.count(with(taken));
        for (int out = 0; out < taken.size(); out++) for (Candidate other : kinds())
            if (better(have, List.of(taken.get(out)), List.of(other))) return swap(out, other);
        return false;
    }

    private boolean two() {
        Map<Trait, Integer> have = Fit.count(with(taken));
        List<Candidate> kinds = kinds();
        if ((long) taken.size() * taken.size() * kinds.size() * kinds.size() > MOST_PAIRS) return false;
        for (int a = 0; a < taken.size(); a++) for (int b = a + 1; b < taken.size(); b++)
            for (Candidate c : kinds) for (Candidate d : others(c, kinds))
                if (better(have, List.of(taken.get(a), taken.get(b)), List.of(c, d))) return swap(b, d) && swap(a, c);
        return false;
    }

    private boolean swap(int out, Candidate other) {
        left.set(left.indexOf(other), taken.get(out));
        taken.set(out, other);
        return true;
    }

    /** Of people with the same traits the first is enough. */
    private List<Candidate> kinds() {
        Map<Set<Trait>, Candidate> first = new LinkedHashMap<>();
        left.forEach(one -> first.putIfAbsent(wished(one), one));
        return List.copyOf(first.values());
    }

    /** Who can come beside that one: of each kind one, of its own kind the next. */
    private List<Candidate> others(Candidate one, List<Candidate> kinds) {
        List<Candidate> others = new ArrayList<>(kinds);
        others.remove(one);
        left.stream().filter(other -> other != one && wished(other).equals(wished(one))).findFirst()
                .ifPresent(others::add);
        return others;
    }

    private Set<Trait> wished(Candidate one) {
        Set<Trait> wished = new HashSet<>(one.traits());
        wished.retainAll(wanted.keySet());
        return wished;
    }

    /** Looks only at the traits that change: this is asked millions of times. */
    private boolean better(Map<Trait, Integer> have, List<Candidate> going, List<Candidate> coming) {
        Map<Trait, Integer> change = new HashMap<>();
        going.forEach(one -> one.traits().forEach(trait -> change.merge(trait, -1, Integer::sum)));
        coming.forEach(one -> one.traits().forEach(trait -> change.merge(trait, 1, Integer::sum)));
        return change.entrySet().stream().mapToInt(one -> {
            int missing = wanted.getOrDefault(one.getKey(), 0) - have.getOrDefault(one.getKey(), 0);
            return Math.max(0, missing - one.getValue()) - Math.max(0, missing);
        }).sum() < 0;
    }

    /** How many groups there are to choose, or one more than are looked through. */
    private long groups() {
        long groups = 1;
        for (int i = 1; i <= taken.size() && groups <= MOST_GROUPS; i++) groups = groups * (left.size() + i) / i;
        return groups;
    }

    /** Of all groups, in the order of their members, the first one of those with the least lacking. */
    private void all() {
        List<Candidate> best = new ArrayList<>(taken);
        search(new ArrayList<>(), 0, taken.size(), best);
        taken.clear();
        taken.addAll(best);
    }

    private void search(List<Candidate> group, int from, int size, List<Candidate> best) {
        if (group.size() == size && fit.lacking(with(group)) < fit.lacking(with(best))) {
            best.clear();
            best.addAll(group);
        }
        for (int next = from; group.size() < size && next < ordered.size(); next++) {
            group.add(ordered.get(next));
            search(group, next + 1, size, best);
            group.remove(group.size() - 1);
        }
    }

    private int lacking() {
        return fit.lacking(with(taken));
    }

    private List<Candidate> with(List<Candidate> group) {
        List<Candidate> all = new ArrayList<>(in);
        all.addAll(group);
        return all;
    }
}
