package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.hornsten.desk.Uploading;
import org.hornsten.document.Docx;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The server calls nobody whose address it was given: an ear on this machine, whose address stands in every field,
 * hears nothing, and the JDK's own recording of its sockets names no other machine.
 */
@QuarkusTest
class OutboundTest {
    @Test
    void no_address_in_any_field_is_ever_called() {
        try (Ear ear = Ear.open()) {
            Set<String> spokenTo = recorded(() -> {
                Canary canary = Canary.singing(addresses(ear.host()));
                assertTrue(canary.forms > 20 && canary.calls > 20, canary.forms + " forms, " + canary.calls + " calls");
                Browser lena = Browser.as(World.lena());
                // to look is when something would be fetched: previews, pictures, printed letters, bundles
                for (AccessTest.Who who : AccessTest.Who.values()) for (String row : Canary.pages(who))
                    lena.get(canary.example.path(row));
                letters(canary.example, ear);
            });
            assertEquals(0, ear.came());
            assertEquals(Set.of(), elsewhere(spokenTo, ear));
        }
    }

    @Test
    void no_address_in_a_file_is_ever_called() {
        Example example = Example.made();
        try (Ear ear = Ear.open()) {
            String address = "http://" + ear.host() + "/x";
            byte[] file = Docx.of(Docx.p("Title", Docx.r("Plan")) + Docx.p("", Docx.r("Se " + address))
                    + "<w:p><w:r><w:drawing/></w:r></w:p>")
                    .outside("t", "attachedTemplate", address).outside("i", "image", address)
                    .outside("s", "styles", address).outside("h", "hyperlink", address)
                    .outside("o", "oleObject", address).outside("f", "frame", address).bytes();
            String markdown = "# A\n\n![x](" + address + ") <" + address + "> [x]: " + address;
            Set<String> spokenTo = recorded(() -> {
                for (Map.Entry<String, byte[]> one : Map.of("a.docx", file, "a.md", markdown.getBytes()).entrySet()) {
                    String drafts = "/projects/" + example.project().slug + "/drafts";
                    String answer = Uploading.as(World.lena(), drafts + "/new", drafts + "/preview", one.getKey(),
                            one.getValue()).asString();
                    assertTrue(answer.contains("127.0.0.1"), answer);
                }
            });
            assertEquals(0, ear.came());
            assertEquals(Set.of(), elsewhere(spokenTo, ear));
        }
    }

    @Test
    void a_call_would_be_heard_and_recorded() {
        try (Ear ear = Ear.open()) {
            Set<String> spokenTo = recorded(() -> call("http://" + ear.host() + "/"));
            assertTrue(ear.came() > 0);
            assertEquals(1, elsewhere(spokenTo, ear).size(), spokenTo::toString);
            assertEquals(Set.of("192.0.2.1:80"), elsewhere(Set.of("192.0.2.1:80"), ear));
        }
    }

    /** Everything that has ever made a program fetch. */
    private static String addresses(String host) {
        return """
                http://%1$s/a https://%1$s/b //%1$s/c ![d](http://%1$s/d) [e](https://%1$s/e) <http://%1$s/f> \
                "><img src="http://%1$s/g"><link rel=stylesheet href="http://%1$s/h">\
                <iframe src="http://%1$s/i"></iframe>\
                <svg><image href="http://%1$s/j"/></svg><style>@import url(http://%1$s/k)</style> \
                ${jndi:ldap://%1$s/l} file://%1$s/m ftp://%1$s/n""".formatted(host);
    }

    private static void letters(Example example, Ear ear) {
        String batch = Browser.api(World.lena()).body(Map.of("about", example.draft().ref(), "channel", "letter", "to",
                List.of(Map.of("kind", "customer", "language", "sv", "name",
                "<img src=\"http://" + ear.host() + "/\">", "street", "http://" + ear.host() + "/"))))
                .post("/api/v1/invitations").path("batch");
        for (String format : List.of("csv", "pdf"))
            Browser.api(World.lena()).get("/api/v1/invitations/letters/" + batch + "?format=" + format);
        for (String file : List.of("sheets", "codes", "paper"))
            Browser.as(World.lena()).get("/projects/" + example.project().slug + "/letters/" + batch + "/" + file);
    }

    /** Where this process wrote to while that went on: its database, itself, and whoever else. */
    private static Set<String> recorded(Runnable act) {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.SocketWrite").withThreshold(Duration.ZERO);
            recording.start();
            act.run();
            recording.stop();
            Path file = Files.createTempFile("sockets", ".jfr");
            recording.dump(file);
            Set<String> peers = new TreeSet<>();
            for (RecordedEvent event : RecordingFile.readAllEvents(file))
                peers.add(event.getString("address") + ":" + event.getInt("port"));
            Files.delete(file);
            return peers;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Outside this machine, or the ear itself. */
    private static Set<String> elsewhere(Set<String> peers, Ear ear) {
        assertTrue(peers.size() > 0, "nothing was recorded, not even the database");
        Set<String> elsewhere = new TreeSet<>(peers);
        elsewhere.removeIf(peer -> here(peer.replaceFirst(":\\d+$", "")) && !peer.endsWith(":" + ear.port()));
        return elsewhere;
    }

    private static boolean here(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (IOException strange) {
            return false;
        }
    }

    private static void call(String address) {
        try {
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(),
                    BodyHandlers.discarding());
        } catch (IOException hungUp) {
            // the ear says nothing
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
