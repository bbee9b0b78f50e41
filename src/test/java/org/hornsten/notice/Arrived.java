package org.hornsten.notice;

import io.quarkus.arc.Arc;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.identity.Person;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A mail server the house really sends to, and what somebody does with what arrived there. */
public final class Arrived implements AutoCloseable {
    private final MailServer server = MailServer.open(ConfigProvider.getConfig().getValue("hornsten.mail.port",
            Integer.class));

    /** From now on: what others left in the outbox is not sent. */
    public Arrived() {
        World.act(() -> Mail.update("state = 'DROPPED', sealed = null where state = 'WAITING'"));
    }

    /** What has come for that person so far, oldest first. */
    public List<MimeMessage> all(Person person) {
        Arc.container().instance(Delivery.class).get().round();
        return server.to(person.email);
    }

    public MimeMessage newest(Person person) {
        List<MimeMessage> all = all(person);
        assertFalse(all.isEmpty(), "nothing came for " + person.name);
        return all.get(all.size() - 1);
    }

    public static String text(MimeMessage mail) {
        return part(mail, "text/plain").replace("\r\n", "\n");
    }

    public static String part(MimeMessage mail, String type) {
        try {
            return OutboxTest.part(mail, type);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What the part of that type says of itself. */
    public static String type(MimeMessage mail, String type) {
        try {
            return OutboxTest.typed(mail, type).orElseThrow();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The address its button leads to, without the house's own name. */
    public static String way(MimeMessage mail) {
        return text(mail).replaceAll("(?s).*\nhttps?://[^/\\s]+(/\\S+)\n.*", "$1");
    }

    /** Opened in a browser that was never here, by who has no account: one button, and the thing itself. */
    public static Browser.Page opened(MimeMessage mail) {
        String way = way(mail);
        assertTrue(way.matches("/link/[a-z2-7]{26}"), way + " in " + text(mail));
        Browser fresh = Browser.nobody().reading("sv");
        return fresh.get(way).follow().submit("form[action=/link]", Map.of("speaking", "myself")).follow();
    }

    @Override
    public void close() {
        server.close();
    }
}
