package org.hornsten.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A log read over the network, as tlog-tiles. */
final class Elsewhere {
    private static final int ENTRY = 2 + Hash.SIZE;
    private final URI log;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param house the server's address, with or without a slash at its end */
    Elsewhere(String house) {
        this.log = URI.create(house.replaceFirst("/+$", "") + "/log/");
    }

    String key() throws IOException {
        return new String(read("key"), StandardCharsets.UTF_8);
    }

    String checkpoint() throws IOException {
        return new String(read("checkpoint"), StandardCharsets.UTF_8);
    }

    /** All leaves of a log of that size, hashed anew from what they are made of. */
    List<Hash> leaves(long size) throws IOException {
        List<Hash> leaves = new ArrayList<>();
        for (long position = 0; position * Tile.WIDTH < size; position++) {
            int width = new Tile(0, position).width(size);
            byte[] bundle = read("tile/entries/" + Tile.path(position, width));
            if (bundle.length != width * ENTRY) throw new IOException("A bundle of entries is of the wrong length");
            for (int i = 0; i < width; i++) {
                byte[] entry = new byte[Hash.SIZE];
                System.arraycopy(bundle, i * ENTRY + 2, entry, 0, Hash.SIZE);
                leaves.add(Hash.leaf(entry));
            }
        }
        return leaves;
    }

    private byte[] read(String path) throws IOException {
        try {
            HttpResponse<byte[]> answer = client.send(HttpRequest.newBuilder(log.resolve(path))
                    .timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) throw new IOException(log.resolve(path) + ": " + answer.statusCode());
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }
}
