package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No spelling of a door opens it for who may not: neither for nobody nor for somebody who takes part elsewhere. */
@QuarkusTest
class DoorsTest {
    private static final List<String> VERBS = List.of("GET", "HEAD", "POST", "OPTIONS");

    private Socket wire;
    private InputStream answers;
    private int tried;
    private int hungUp;

    @Test
    void no_spelling_of_a_protected_route_lets_a_stranger_in() {
        Example example = Example.made();
        List<String> open = new ArrayList<>();
        for (AccessTest.Who who : AccessTest.TABLE.keySet()) {
            if (who == AccessTest.Who.ALL) continue;
            for (String row : AccessTest.TABLE.get(who).lines().map(row -> row.replace(" *", "")).toList())
                if (!row.contains("DELETE")) open.addAll(open(example, row, who != AccessTest.Who.KNOWN));
        }
        assertEquals("", String.join("\n", open));
        assertTrue(tried > 10_000 && hungUp < tried / 20, "tried " + tried + ", hung up " + hungUp);
    }

    @Test
    void a_door_that_opens_would_be_found() {
        Example example = Example.made();
        World.act(() -> Project.update("open = true where id = ?1", example.project().id));
        String path = example.path("GET /projects/{project}");
        List<String> open = open(example, "GET /projects/{project}", true);
        for (String found : List.of("GET " + path + "?x → 200", "HEAD " + path + "? → 200"))
            assertTrue(open.contains(found), found + " in " + open);
        assertEquals(200, status("GET", "/help", "", ""));
    }

    /** The spellings of a row's address that are answered with a page: to nobody and, by turns, to Oskar. */
    private List<String> open(Example example, String row, boolean alsoOskar) {
        List<String> open = new ArrayList<>();
        String oskar = alsoOskar ? example.browsers().computeIfAbsent(World.oskar(), Browser::as).cookieLine() : "";
        Set<String> spellings = spellings(example.path(row));
        assertTrue(spellings.size() >= 36, row + ": " + spellings.size());
        for (String path : spellings) for (String verb : VERBS) {
            int status = status(verb, path, tried++ % 2 == 0 ? "" : oskar, "");
            if (status < 300 || status >= 500) open.add(verb + " " + path + " → " + status);
        }
        for (String override : List.of("X-HTTP-Method-Override: GET", "X-Method-Override: PUT", "X-Original-URL: /help",
                "X-Rewrite-URL: /help", "X-Forwarded-Prefix: /help")) {
            int status = status("POST", example.path(row), "", override);
            if (status < 300 || status >= 500) open.add(override + " " + row + " → " + status);
        }
        return open;
    }

    /** The ways attackers and broken guards have spelled a path, none of which a page of ours links to. */
    static Set<String> spellings(String path) {
        Set<String> spellings = new LinkedHashSet<>(List.of(path, path + ";x", path + ";x=1", path + "/", path + "//",
                path + ".", path + "..", path + "...", path + "/.", path + "/..;/", path + ".json", path + ".html", path + ".css",
                path + "%20", path + "%00", path + "%0a", path + "%2e", path + "%2f", path + "%5c", path + "%3b",
                path + "%3bx", path + "%23", path + "%3f", path + "?", path + "?x", path + "\\", "/" + path, "//" + path,
                "/." + path, "/x/.." + path, "/x/..;" + path, "/%2e" + path, "/x/%2e%2e" + path, "/x%2f.." + path,
                "/;" + path, "/;x" + path, "/assets/.." + path, "/assets/..;" + path, "/assets%2f.." + path,
                "/help;" + path, "/%2f" + path.substring(1), "/%5c" + path.substring(1), "%2f" + path.substring(1)));
        spellings.add(path.replaceFirst("(?<=.)/", "//"));
        spellings.add(path.replaceFirst("(?<=.)/", ";/"));
        spellings.add(path.replaceFirst("(?<=.)/", ";x/"));
        spellings.add(path.replaceFirst("(?<=.)/", "%2f"));
        spellings.add(path.replaceFirst("(?<=.)/", "%5c"));
        spellings.add(path.replaceFirst("(?<=.)/", "%3b/"));
        spellings.add("/" + path.substring(1, 2).toUpperCase() + path.substring(2));
        spellings.add("/%" + Integer.toHexString(path.charAt(1)) + path.substring(2));
        return spellings;
    }

    /** As it goes over the wire: nothing is put in order on the way. One connection serves many tries. */
    private int status(String verb, String path, String cookie, String header) {
        try {
            return asked(verb, path, cookie, header);
        } catch (IOException | RuntimeException cut) {
            // the server may hang up on what is no request at all
            wire = null;
            hungUp++;
            return 400;
        }
    }

    private int asked(String verb, String path, String cookie, String header) throws IOException {
        if (wire == null) {
            wire = new Socket("localhost", RestAssured.port);
            wire.setSoTimeout(20_000);
            answers = new BufferedInputStream(wire.getInputStream());
        }
        wire.getOutputStream().write((verb + " " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + (header.isEmpty() ? "" : header + "\r\n")
                + (verb.equals("POST") ? "Content-Length: 0\r\n" : "") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String name = field.toLowerCase(java.util.Locale.ROOT);
            if (name.startsWith("content-length:")) length = Integer.parseInt(name.substring(15).strip());
            chunked |= name.startsWith("transfer-encoding: chunked");
            last |= name.startsWith("connection: close");
        }
        if (!verb.equals("HEAD") && chunked) for (int size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
            answers.readNBytes(size);
            line();
            if (size == 0) break;
        }
        else if (!verb.equals("HEAD")) answers.readNBytes(length);
        if (last) {
            wire.close();
            wire = null;
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int sign = answers.read(); sign != '\n'; sign = answers.read()) {
            if (sign < 0) throw new IOException("the server hung up");
            if (sign != '\r') line.append((char) sign);
        }
        return line.toString();
    }
}
