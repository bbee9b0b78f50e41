package org.hornsten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens at an address of this machine and counts who comes, whatever they would have said. */
public final class Ear implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger came = new AtomicInteger();

    private Ear(ServerSocket socket) {
        this.socket = socket;
        Thread listening = new Thread(this::listen, "ear");
        listening.setDaemon(true);
        listening.start();
    }

    public static Ear open() {
        try {
            return new Ear(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void listen() {
        try {
            while (true) hear(socket.accept());
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** Who is hung up on before a word was said has written nothing that could be recorded. */
    private void hear(Socket one) {
        came.incrementAndGet();
        try (one) {
            one.setSoTimeout(1000);
            one.getInputStream().read();
        } catch (IOException silent) {
            // has come all the same
        }
    }

    public String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** After a moment in which somebody slow may still come. */
    public int came() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        return came.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
