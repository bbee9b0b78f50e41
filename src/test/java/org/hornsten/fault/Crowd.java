package org.hornsten.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at the same moment: all are connected before the first one sends. */
final class Crowd {
    interface Sending {
        /** @param who from 0 */
        Caller.Answer by(Caller caller, int who) throws IOException;
    }

    private Crowd() {}

    static List<Caller.Answer> atOnce(List<Caller> callers, Sending sending) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(callers.size());
        CyclicBarrier start = new CyclicBarrier(callers.size());
        try {
            List<Future<Caller.Answer>> sent = new ArrayList<>();
            for (int i = 0; i < callers.size(); i++) {
                int who = i;
                callers.get(who).get("/q/health/live").is(200);
                sent.add(all.submit(() -> {
                    start.await();
                    return sending.by(callers.get(who), who);
                }));
            }
            List<Caller.Answer> answers = new ArrayList<>();
            for (Future<Caller.Answer> answer : sent) answers.add(answer.get());
            return answers;
        } finally {
            all.shutdownNow();
        }
    }
}
