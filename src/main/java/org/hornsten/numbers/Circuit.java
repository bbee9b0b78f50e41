package org.hornsten.numbers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A table with its sums, seen as a circuit: each number is an arc, and what flows into a node flows out of it again.
 * Numbers that are shown are fixed; those that are not may be anything from 0 that keeps the circuit in balance. How
 * far one of them may go is therefore a question of greatest flow, and its answer is exact in whole numbers, for the
 * matrix of a circuit is totally unimodular.
 *
 * <p>Source: L. H. Cox, "Network models for complementary cell suppression", Journal of the American Statistical
 * Association 90 (1995); greatest flow by shortest paths after Edmonds and Karp.
 */
final class Circuit {
    private static final long ENDLESS = Long.MAX_VALUE / 4;

    private final List<List<Arc>> leaving = new ArrayList<>();
    private final List<Arc> arcs = new ArrayList<>();

    /** A number of the table, from one of its sums to another. */
    static final class Arc {
        final int from;
        final int to;
        final long value;
        final int index;
        boolean hidden;

        private Arc(int index, int from, int to, long value) {
            this.index = index;
            this.from = from;
            this.to = to;
            this.value = value;
        }
    }

    Circuit(int nodes) {
        for (int i = 0; i < nodes; i++) leaving.add(new ArrayList<>());
    }

    int node() {
        leaving.add(new ArrayList<>());
        return leaving.size() - 1;
    }

    Arc arc(int from, int to, long value) {
        Arc arc = new Arc(arcs.size(), from, to, value);
        arcs.add(arc);
        leaving.get(from).add(arc);
        leaving.get(to).add(arc);
        return arc;
    }

    List<Arc> arcs() {
        return arcs;
    }

    /** How wide the interval is in which a reader must look for this hidden number; not counted beyond {@code enough}. */
    long width(Arc arc, long enough) {
        long more = flow(arc.to, arc.from, arc, enough);
        return more >= enough ? enough : more + flow(arc.from, arc.to, arc, Math.min(arc.value, enough - more));
    }

    /** The greatest change that can go from one node to the other over hidden arcs other than that one. */
    private long flow(int from, int to, Arc without, long enough) {
        long[] changed = new long[arcs.size()];
        long total = 0;
        while (total < enough) {
            long more = along(path(from, to, without, changed), changed, enough - total);
            if (more == 0) return total;
            total += more;
        }
        return total;
    }

    /** The step by which each node was reached first; null where it was not. */
    private Step[] path(int from, int to, Arc without, long[] changed) {
        Step[] reached = new Step[leaving.size()];
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        reached[from] = new Step(-1, true, -1, ENDLESS);
        while (!next.isEmpty() && reached[to] == null) {
            int at = next.poll();
            for (Arc arc : leaving.get(at)) {
                boolean forward = arc.from == at;
                int other = forward ? arc.to : arc.from;
                long room = forward ? ENDLESS : arc.value + changed[arc.index];
                if (arc == without || !arc.hidden || reached[other] != null || room <= 0) continue;
                reached[other] = new Step(arc.index, forward, at, room);
                next.add(other);
            }
        }
        return reached[to] == null ? new Step[0] : trail(reached, from, to);
    }

    private record Step(int arc, boolean forward, int before, long room) {}

    private static Step[] trail(Step[] reached, int from, int to) {
        List<Step> trail = new ArrayList<>();
        for (int at = to; at != from; at = reached[at].before()) trail.add(reached[at]);
        return trail.toArray(Step[]::new);
    }

    private static long along(Step[] trail, long[] changed, long wanted) {
        long room = trail.length == 0 ? 0 : Math.min(wanted, Arrays.stream(trail).mapToLong(Step::room).min().orElse(0));
        for (Step step : trail) changed[step.arc()] += step.forward() ? room : -room;
        return room;
    }
}
