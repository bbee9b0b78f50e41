package org.hornsten.fault;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody with one connection to the server, kept open (HTTP/1.1, RFC 9112). Costs next to nothing itself, so that
 * what is measured is the server; and can hang up without listening, as a phone in a tunnel does.
 */
public final class Caller implements Closeable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private final Map<String, String> always = new LinkedHashMap<>();
    private Socket line;
    private InputStream in;

    public Caller(int port) {
        this.port = port;
    }

    /** @param headers names in lower case; of one that comes twice the first, but all cookies */
    public record Answer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** The value of a cookie whose name ends so, for its prefix depends on https. */
        public Optional<String> cookie(String name) {
            return cookies.stream().map(cookie -> cookie.split(";")[0].split("=", 2))
                    .filter(pair -> pair[0].endsWith(name)).map(pair -> pair[1]).findFirst();
        }

        public Answer is(int status) {
            if (this.status != status)
                throw new AssertionError(status + " was expected, not " + this.status + "\n" + text());
            return this;
        }
    }

    /** Sends this header with each request. */
    public Caller with(String header, String value) {
        always.put(header, value);
        return this;
    }

    public Caller bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) throws IOException {
        return call("GET", path, Map.of(), "");
    }

    public Answer postJson(String path, String body, Map<String, String> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        return call("POST", path, all, body);
    }

    /** As a browser sends a form of our own pages. */
    public Answer postForm(String path, Map<String, String> fields) throws IOException {
        return call("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site",
                "same-origin"), encoded(fields));
    }

    /** Sends a form and hangs up without waiting for the answer. */
    public void postFormAndHangUp(String path, Map<String, String> fields) throws IOException {
        send("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin"),
                encoded(fields));
        close();
    }

    /** @throws IOException when the connection was lost: what became of the request is unknown */
    public Answer call(String method, String path, Map<String, String> headers, String body) throws IOException {
        try {
            send(method, path, headers, body);
            return heard();
        } catch (IOException lost) {
            close();
            throw lost;
        }
    }

    @Override
    public void close() throws IOException {
        if (line != null) line.close();
        line = null;
    }

    private void send(String method, String path, Map<String, String> headers, String body) throws IOException {
        if (line == null) connect();
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port).append("\r\n");
        always.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) head.append("Content-Length: ").append(content.length).append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        request.write(content);
        line.getOutputStream().write(request.toByteArray());
    }

    private void connect() throws IOException {
        line = new Socket();
        line.setTcpNoDelay(true);
        line.setSoTimeout(PATIENCE_MILLIS);
        line.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        in = new BufferedInputStream(line.getInputStream(), 64 * 1024);
    }

    private Answer heard() throws IOException {
        int status = Integer.parseInt(row().split(" ")[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> cookies = new ArrayList<>();
        for (String row = row(); !row.isEmpty(); row = row()) {
            String name = row.substring(0, row.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = row.substring(row.indexOf(':') + 1).strip();
            if (name.equals("set-cookie")) cookies.add(value);
            else headers.putIfAbsent(name, value);
        }
        byte[] body = status == 204 || status == 304 ? new byte[0] : body(headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) close();
        return new Answer(status, headers, cookies, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) return chunks();
        return whole(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(whole(size));
            row();
        }
        row();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(row().split(";")[0].strip(), 16);
    }

    private byte[] whole(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) throw new EOFException();
        return bytes;
    }

    private String row() throws IOException {
        StringBuilder row = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) throw new EOFException();
            if (sign != '\r') row.append((char) sign);
        }
        return row.toString();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
