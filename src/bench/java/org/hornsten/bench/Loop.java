package org.hornsten.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** A closed loop: each client does its act again as soon as it is answered. */
final class Loop {
    private Loop() {}

    /** What one client does, over and over. */
    interface Act extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    /** @param client from 0 */
    interface Clients {
        Act client(int client) throws Exception;
    }

    /** @param nanos of each act, sorted */
    record Pace(double perSecond, long[] nanos) {
        /** Milliseconds below which that share of the acts stayed, by nearest rank. */
        double percentile(double share) {
            return nanos[(int) Math.min(nanos.length - 1L, Math.max(0, Math.ceil(share * nanos.length) - 1))] / 1e6;
        }
    }

    static Pace run(int clients, double seconds, Clients who) {
        ExecutorService all = Executors.newFixedThreadPool(clients);
        try {
            List<Act> acts = new ArrayList<>();
            for (int i = 0; i < clients; i++) acts.add(who.client(i));
            long from = System.nanoTime();
            long until = from + (long) (seconds * 1e9);
            List<Future<long[]>> runs = acts.stream().map(act -> all.submit(() -> repeat(act, until))).toList();
            long[] nanos = new long[0];
            for (Future<long[]> run : runs) nanos = LongStream.concat(LongStream.of(nanos), LongStream.of(run.get()))
                    .toArray();
            double took = (System.nanoTime() - from) / 1e9;
            for (Act act : acts) act.close();
            Arrays.sort(nanos);
            return new Pace(nanos.length / took, nanos);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        } finally {
            all.shutdownNow();
            awaitEnd(all);
        }
    }

    private static long[] repeat(Act act, long until) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        for (long from = System.nanoTime(); from < until; ) {
            act.once();
            long now = System.nanoTime();
            nanos.add(now - from);
            from = now;
        }
        return nanos.build().toArray();
    }

    private static void awaitEnd(ExecutorService all) {
        try {
            all.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
