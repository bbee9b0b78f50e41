package org.hornsten.fault;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between a server and its MariaDB and spoils commits as it is told, one fate after the other. It reads packets
 * (three bytes of length, one of number, then the body) and knows a commit by its words; the rest passes unread.
 */
public final class CommitProxy implements Closeable {
    /** A command that holds SQL as text. */
    private static final byte QUERY = 3;
    private static final String DEADLOCK = "Deadlock found when trying to get lock; try restarting transaction";

    public enum Fate {
        /** Rolled back, and told so as a cluster tells it: 1213. */
        REFUSED,
        /** The connection goes before the commit reaches the database. */
        CUT_BEFORE,
        /** The database commits, and the connection goes before anybody hears of it. */
        CUT_AFTER,
        /** Rolled back, and called done: what a database does that does not wait for its disk. */
        LIED
    }

    private final ServerSocket door;
    private final int database;
    private final Queue<String> fates;

    /** @param fates names of fates, taken by one commit each; all others pass */
    public CommitProxy(int database, Queue<String> fates) {
        this.database = database;
        this.fates = fates;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        begin(this::open);
    }

    public int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() {
        quietly(door);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket server = door.accept();
                server.setTcpNoDelay(true);
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), database);
                behind.setTcpNoDelay(true);
                Line line = new Line(server, behind);
                begin(line::ask);
                begin(line::answer);
            } catch (IOException away) {
                // the next one may get through
            }
        }
    }

    private record Packet(byte[] head, byte[] body) {
        static Packet read(DataInputStream in) throws IOException {
            byte[] head = new byte[4];
            in.readFully(head);
            byte[] body = new byte[(head[0] & 255) | (head[1] & 255) << 8 | (head[2] & 255) << 16];
            in.readFully(body);
            return new Packet(head, body);
        }

        static Packet of(int number, byte[] body) {
            return new Packet(new byte[] {(byte) body.length, (byte) (body.length >> 8), 0, (byte) number}, body);
        }

        static Packet query(String sql) {
            return of(0, ((char) QUERY + sql).getBytes(StandardCharsets.US_ASCII));
        }

        /** ERR packet: 255, code, the sign #, five letters of SQL state, words. */
        static Packet deadlock() {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(255);
            body.write(1213 & 255);
            body.write(1213 >> 8);
            body.writeBytes(("#40001" + DEADLOCK).getBytes(StandardCharsets.US_ASCII));
            return of(1, body.toByteArray());
        }

        boolean commits() {
            return head[3] == 0 && body.length == 7 && body[0] == QUERY
                    && new String(body, 1, 6, StandardCharsets.US_ASCII).equalsIgnoreCase("commit");
        }

        void write(OutputStream out) throws IOException {
            byte[] whole = new byte[4 + body.length];
            System.arraycopy(head, 0, whole, 0, 4);
            System.arraycopy(body, 0, whole, 4, body.length);
            out.write(whole);
        }
    }

    private final class Line {
        private final Socket server;
        private final Socket behind;
        private final AtomicReference<Optional<Fate>> spoiled = new AtomicReference<>(Optional.empty());

        Line(Socket server, Socket behind) {
            this.server = server;
            this.behind = behind;
        }

        void ask() {
            try (server; behind) {
                DataInputStream in = new DataInputStream(server.getInputStream());
                while (true) {
                    Packet packet = Packet.read(in);
                    Optional<Fate> fate = packet.commits() ? Optional.ofNullable(fates.poll()).map(Fate::valueOf)
                            : Optional.empty();
                    if (fate.equals(Optional.of(Fate.CUT_BEFORE))) return;
                    boolean undone = fate.filter(f -> f != Fate.CUT_AFTER).isPresent();
                    spoiled.set(fate);
                    (undone ? Packet.query("ROLLBACK") : packet).write(behind.getOutputStream());
                }
            } catch (IOException over) {
                // one of the two has gone, and the other goes with it
            }
        }

        void answer() {
            try (server; behind) {
                DataInputStream in = new DataInputStream(behind.getInputStream());
                while (true) {
                    Packet packet = Packet.read(in);
                    Optional<Fate> fate = spoiled.getAndSet(Optional.empty());
                    if (fate.equals(Optional.of(Fate.CUT_AFTER))) return;
                    (fate.equals(Optional.of(Fate.REFUSED)) ? Packet.deadlock() : packet)
                            .write(server.getOutputStream());
                }
            } catch (IOException over) {
                // as above
            }
        }
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "commit proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Closeable open) {
        try {
            open.close();
        } catch (IOException closedAlready) {
            throw new UncheckedIOException(closedAlready);
        }
    }
}
