package org.hornsten.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Where the demo's e-mails end: in memory, on this machine, for whoever tries it out. */
@ApplicationScoped
public class Mailbox implements Wire {
    private static final int MOST = 500;

    private final Deque<Envelope> newestFirst = new ArrayDeque<>();

    @Override
    public synchronized void send(Envelope envelope) {
        newestFirst.removeIf(one -> one.messageId().equals(envelope.messageId()));
        newestFirst.addFirst(envelope);
        if (newestFirst.size() > MOST) newestFirst.removeLast();
    }

    public synchronized List<Envelope> all() {
        return List.copyOf(newestFirst);
    }

    /** @param number as {@link Envelope#number} tells it */
    public synchronized Optional<Envelope> find(String number) {
        return newestFirst.stream().filter(one -> one.number().equals(number)).findFirst();
    }
}
