package org.hornsten.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells whoever reads a board of what happens on it, wherever it was written: one question to the database for all
 * boards that are read through this server, and one more for each board on which something happened. No reader holds a
 * thread, a connection or a transaction; one who does not keep up is let go, and comes again where he or she left off.
 */
@ApplicationScoped
class Screens {
    static final int MOST_READERS = 2_000;
    /** What waits for one reader, and what is read at once. */
    private static final int WAITING = 256;
    private static final int AT_ONCE = 200;
    private static final Duration EACH = Duration.ofMillis(150);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Logger LOG = Logger.getLogger(Screens.class);

    private final ObjectMapper json;
    /** Then the reader asks anew, and whether he or she may still read is asked anew, too. */
    private final Duration life;
    private final Map<Long, Queue<Reader>> boards = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "board");
        thread.setDaemon(true);
        return thread;
    });
    private boolean running;
    private boolean away;

    Screens(ObjectMapper json, @ConfigProperty(name = "hornsten.board.line", defaultValue = "5M") Duration life) {
        this.json = json;
        this.life = life;
    }

    /** One message of the stream; without a number it only says that the line is open. */
    record Line(long number, String words) {
        static final Line OPEN = new Line(0, "-");

        boolean beat() {
            return number == 0;
        }
    }

    private static final class Reader {
        private final MultiEmitter<? super Line> to;
        private final long until;
        private long at;
        private long heard = System.nanoTime();

        Reader(MultiEmitter<? super Line> to, long at, Duration life) {
            this.to = to;
            this.at = at;
            until = heard + life.toNanos();
        }

        void tell(Line line) {
            to.emit(line);
            heard = System.nanoTime();
            if (!line.beat()) at = line.number();
        }
    }

    /** What happens on a board after a number, each thing once and in order, until the reader has had his or her time. */
    Multi<Line> of(long board, long after) {
        if (readers() >= MOST_READERS) throw new WebApplicationException(
                Response.status(503).header("Retry-After", 10).build());
        begin();
        return Multi.createFrom().emitter(to -> {
            Reader reader = new Reader(to, after, life);
            reader.tell(Line.OPEN);
            enter(board, reader);
            to.onTermination(() -> leave(board, reader));
        }, WAITING);
    }

    // In one step: the last one who leaves takes the board away, and nobody may just then begin to wait there.
    private void enter(long board, Reader reader) {
        boards.compute(board, (id, readers) -> {
            Queue<Reader> all = readers == null ? new ConcurrentLinkedQueue<>() : readers;
            all.add(reader);
            return all;
        });
    }

    int readers() {
        return boards.values().stream().mapToInt(Queue::size).sum();
    }

    private void leave(long board, Reader reader) {
        boards.computeIfPresent(board, (id, readers) -> {
            readers.remove(reader);
            return readers.isEmpty() ? null : readers;
        });
    }

    private synchronized void begin() {
        if (running) return;
        running = true;
        clockwork.scheduleWithFixedDelay(this::look, EACH.toMillis(), EACH.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        clockwork.shutdownNow();
    }

    // Whatever happens, the next look comes: an exception would end all of them.
    private void look() {
        try {
            if (boards.isEmpty()) return;
            numbers(boards.keySet()).forEach(this::tell);
            away = false;
        } catch (RuntimeException missing) {
            if (!away) LOG.warnf("Boards cannot be read: %s", missing.getClass().getSimpleName());
            away = true;
        }
        boards.forEach((board, readers) -> readers.forEach(reader -> mind(board, reader)));
    }

    private static Map<Long, Long> numbers(Set<Long> watched) {
        return QuarkusTransaction.requiringNew().call(() -> Board.getEntityManager().createQuery(
                "select b.id, b.lastEvent from Board b where b.id in ?1", Object[].class)
                .setParameter(1, List.copyOf(watched)).getResultList().stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
    }

    private void tell(long board, long last) {
        List<Reader> behind = new ArrayList<>(boards.getOrDefault(board, new ConcurrentLinkedQueue<>()));
        behind.removeIf(reader -> reader.at >= last);
        // who comes from far back is told apart: nobody else waits until he or she has caught up
        behind.stream().collect(Collectors.partitioningBy(reader -> reader.at >= last - AT_ONCE)).values()
                .forEach(some -> tell(board, last, some));
    }

    private void tell(long board, long last, List<Reader> behind) {
        if (behind.isEmpty()) return;
        long from = behind.stream().mapToLong(reader -> reader.at).min().orElse(last);
        List<Line> lines = QuarkusTransaction.requiringNew().call(() -> News.after(board, from, AT_ONCE)).stream()
                .map(this::line).toList();
        behind.forEach(reader -> lines.stream().filter(line -> line.number() > reader.at).forEach(reader::tell));
    }

    private Line line(News news) {
        try {
            return new Line(news.number(), json.writeValueAsString(news));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void mind(long board, Reader reader) {
        long now = System.nanoTime();
        if (now > reader.until) {
            reader.to.complete();
            leave(board, reader);
        }
        else if (now - reader.heard > BEAT.toNanos()) reader.tell(Line.OPEN);
    }
}
