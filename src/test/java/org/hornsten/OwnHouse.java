package org.hornsten;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.PackagedServer;
import org.hornsten.notice.MailServer;

/**
 * A house for one story: the packaged server with people to be, a real mail server, and a database in which weeks can
 * pass. All browsers are in it until it is closed.
 */
final class OwnHouse implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final OwnDatabase database;
    private final MailServer mail;
    private final PackagedServer server;

    private OwnHouse(Path folder) throws IOException {
        int post = freePort();
        mail = MailServer.open(post);
        database = OwnDatabase.startedIn(folder);
        Map<String, String> settings = new HashMap<>(database.settings(database.port()));
        settings.putAll(Map.of("quarkus.profile", "demo", "hornsten.bundled", "true",
                "hornsten.data", folder.toAbsolutePath().toString(), "hornsten.mail.kept", "false",
                "hornsten.mail.host", "localhost", "hornsten.mail.port", "" + post,
                "hornsten.mail.start-tls", "DISABLED", "hornsten.mixing", "1S",
                "hornsten.mail.from", "hornsten@rannikko.example"));
        server = PackagedServer.on(settings, folder.resolveSibling(folder.getFileName() + ".log"));
        House.tellIn("http://localhost:" + server.port);
    }

    static OwnHouse in(String folder) {
        try {
            return new OwnHouse(Path.of("target", folder));
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Every day that was named comes so much nearer: calls, rounds and workshops know no other clock. */
    void passes(Duration time) {
        long seconds = time.toSeconds();
        for (String table : List.of("open_call:opens_at,closes_at", "round:opens_at,closes_at",
                "workshop:starts_at,closes_at,ends_at")) {
            String[] parts = table.split(":");
            StringBuilder sets = new StringBuilder();
            for (String column : parts[1].split(","))
                sets.append(sets.isEmpty() ? "" : ", ").append(column).append(" = timestampadd(second, -")
                        .append(seconds).append(", ").append(column).append(')');
            write("update " + parts[0] + " set " + sets);
        }
    }

    private void write(String sql) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException problem) {
            throw new IllegalStateException(sql, problem);
        }
    }

    /** The words of the e-mail whose subject begins so, when it has come over the wire. */
    String letter(String to, String subject) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (MimeMessage one : mail.to(to)) {
                if (subject(one).startsWith(subject)) return text(one);
            }
            pause();
        }
        throw new AssertionError("No e-mail to " + to + " that begins with " + subject + ", but "
                + mail.to(to).stream().map(OwnHouse::subject).toList());
    }

    /** The first address in it. */
    String link(String to, String subject) {
        Matcher found = LINK.matcher(letter(to, subject));
        if (!found.find()) throw new AssertionError("No address in " + letter(to, subject));
        return found.group();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String text(Part part) {
        try {
            if (part.isMimeType("text/plain")) return (String) part.getContent();
            if (!(part.getContent() instanceof Multipart parts)) return "";
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                if (!text(one).isEmpty()) return text(one);
            }
            return "";
        } catch (IOException | MessagingException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        House.tellIn("");
        server.close();
        database.close();
        mail.close();
    }
}
