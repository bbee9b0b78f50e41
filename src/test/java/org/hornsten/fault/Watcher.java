package org.hornsten.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * One reader of a board, as a browser behind a load balancer reads it: when the line ends, it comes again a second later
 * at the other server and says the last number it saw. Holds no thread.
 */
public final class Watcher implements Flow.Subscriber<String> {
    private static final long AGAIN_SECONDS = 1;

    /** One event as it came. */
    public record Heard(long number, String words, long nanos) {}

    private final HttpClient client;
    private final List<PackagedServer> servers;
    private final String path;
    private final String pass;
    private final List<Heard> heard = new ArrayList<>();
    private int at;
    private boolean listens;
    private boolean over;

    /** @param first which of the servers it asks first */
    public Watcher(HttpClient client, List<PackagedServer> servers, int first, String path, String pass) {
        this.client = client;
        this.servers = servers;
        this.at = first;
        this.path = path;
        this.pass = pass;
    }

    public Watcher begin() {
        if (over()) return this;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                + servers.get(at % servers.size()).port + path)).header("Authorization", "Bearer " + pass);
        if (last() > 0) request.header("Last-Event-ID", "" + last());
        client.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(this)).whenComplete(this::ended);
        return this;
    }

    private void ended(HttpResponse<Void> answer, Throwable problem) {
        synchronized (this) {
            listens = false;
            at++;
        }
        CompletableFuture.delayedExecutor(AGAIN_SECONDS, TimeUnit.SECONDS).execute(this::begin);
    }

    private synchronized boolean over() {
        return over;
    }

    /** When this line ends, it does not come again. */
    public synchronized void leave() {
        over = true;
    }

    @Override
    public void onSubscribe(Flow.Subscription lines) {
        lines.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(String line) {
        long now = System.nanoTime();
        // the first thing a server says is that the line is open
        listens = true;
        if (line.startsWith("data:") && line.contains("\"number\""))
            heard.add(new Heard(Long.parseLong(between(line, "\"number\":", ',')), between(line, "\"words\":\"", '"'),
                    now));
    }

    private static String between(String line, String name, char end) {
        int from = line.indexOf(name);
        return from < 0 ? "" : line.substring(from + name.length(), line.indexOf(end, from + name.length()));
    }

    @Override
    public void onError(Throwable broken) {
        // the answer tells it, too
    }

    @Override
    public void onComplete() {
        // the answer tells it, too
    }

    public synchronized boolean listens() {
        return listens;
    }

    public synchronized long last() {
        return heard.isEmpty() ? 0 : heard.get(heard.size() - 1).number();
    }

    /** Whether it had each event once, in order. */
    public boolean whole() {
        return heard().stream().map(Heard::number).toList().equals(LongStream.rangeClosed(1, last()).boxed().toList());
    }

    /** All so far, in the order they came. */
    public synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }
}
