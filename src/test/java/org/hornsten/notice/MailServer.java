package org.hornsten.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A real mail server (GreenMail) behind a door that can be fickle: it answers SMTP (RFC 5321) as it is told. */
public final class MailServer implements AutoCloseable {
    public enum Mood {
        FINE,
        /** Takes the call and says nothing. */
        SILENT,
        /** 451 to every receiver. */
        LATER,
        /** 550 to every receiver. */
        REFUSING,
        /** 535-like: lets nobody in. */
        CLOSED,
        /** Takes the whole message over, and hangs up instead of saying so. */
        CUT_AFTER_DATA
    }

    private final GreenMail behind;
    private final ServerSocket door;
    private volatile Mood mood = Mood.FINE;

    private MailServer(int port) throws IOException {
        behind = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        behind.start();
        door = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        begin(this::welcome);
    }

    public static MailServer open(int port) {
        try {
            return new MailServer(port);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public MailServer is(Mood mood) {
        this.mood = mood;
        return this;
    }

    /** What came for one address. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(behind.getReceivedMessages()).filter(mail -> {
            try {
                return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }).toList();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                begin(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller; Socket server = new Socket("127.0.0.1", behind.getSmtp().getPort())) {
            Mood now = mood;
            if (now == Mood.SILENT) {
                caller.getInputStream().read();
                return;
            }
            BufferedReader said = reader(caller);
            BufferedReader answered = reader(server);
            answer(answered, caller);
            boolean data = false;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String verb = line.toUpperCase();
                if (!data && verb.startsWith("RCPT") && (now == Mood.LATER || now == Mood.REFUSING)) {
                    say(caller, now == Mood.LATER ? "451 4.3.0 later" : "550 5.1.1 no such user");
                    continue;
                }
                if (!data && verb.startsWith("MAIL") && now == Mood.CLOSED) {
                    say(caller, "530 5.7.0 authentication required");
                    continue;
                }
                say(server, line);
                boolean end = data && line.equals(".");
                if (data && !end) continue;
                if (end && now == Mood.CUT_AFTER_DATA) {
                    answered.readLine();
                    return;
                }
                answer(answered, caller);
                data = !end && verb.equals("DATA");
            }
        } catch (IOException hungUp) {
            // whoever called is gone
        }
    }

    private static BufferedReader reader(Socket from) throws IOException {
        return new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** One answer, which may have several lines. */
    private static void answer(BufferedReader from, Socket to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) return;
            say(to, line);
        } while (line.length() > 3 && line.charAt(3) == '-');
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            behind.stop();
        }
    }
}
