package org.hornsten.notice;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mailbox to which e-mail comes back (IMAP over TLS). Each message is looked at once, whatever else is done to it;
 * only what told of an e-mail of ours is marked as read.
 */
@ApplicationScoped
class ReturnBox {
    /** So many in one go; the rest with the next. */
    static final int AT_ONCE = 200;
    /** Our e-mails are some 20 kB, and those who return them rarely return more than the headers. */
    static final int LARGEST = 1024 * 1024;

    private final Optional<String> host;
    private final int port;
    private final boolean tls;
    private final String user;
    private final String password;
    private final String folder;
    private final Duration wait;

    ReturnBox(@ConfigProperty(name = "hornsten.mail.bounces.host") Optional<String> host,
              @ConfigProperty(name = "hornsten.mail.bounces.port", defaultValue = "993") int port,
              @ConfigProperty(name = "hornsten.mail.bounces.tls", defaultValue = "true") boolean tls,
              @ConfigProperty(name = "hornsten.mail.bounces.user") Optional<String> user,
              @ConfigProperty(name = "hornsten.mail.bounces.password") Optional<String> password,
              @ConfigProperty(name = "hornsten.mail.bounces.folder", defaultValue = "INBOX") String folder,
              @ConfigProperty(name = "hornsten.mail.wait", defaultValue = "10S") Duration wait) {
        this.host = host.filter(name -> !name.isBlank());
        this.port = port;
        this.tls = tls;
        this.user = user.orElse("");
        this.password = password.orElse("");
        this.folder = folder;
        this.wait = wait;
    }

    /** How far the mailbox has been looked through: numbers count within one life of a folder (RFC 9051, 2.3.1.1). */
    record Mark(long life, long last) {}

    boolean named() {
        return host.isPresent();
    }

    /**
     * Those that came since then, oldest first.
     *
     * @param ours what to do with each notification, and whether it told of an e-mail of ours
     * @return how far it came: what failed outside the message itself is looked at again
     */
    Mark look(Mark since, Predicate<Bounce> ours) throws MessagingException, IOException {
        String name = host.orElseThrow();
        if (!tls && !InetAddress.getByName(name).isLoopbackAddress())
            throw new MessagingException("Without TLS on this machine only");
        Session session = Session.getInstance(settings());
        try (Store store = session.getStore(tls ? "imaps" : "imap")) {
            store.connect(name, port, user, password);
            try (Folder box = store.getFolder(folder)) {
                box.open(Folder.READ_WRITE);
                return read(session, box, since, ours);
            }
        }
    }

    private static Mark read(Session session, Folder box, Mark since, Predicate<Bounce> ours)
            throws MessagingException {
        UIDFolder numbered = (UIDFolder) box;
        long life = numbered.getUIDValidity();
        Mark mark = since.life() == life ? since : new Mark(life, 0);
        for (Message message : fresh(box, numbered, mark.last())) {
            Optional<Bounce> told = told(session, (IMAPMessage) message);
            try {
                if (told.filter(ours).isPresent()) message.setFlag(Flags.Flag.SEEN, true);
            } catch (RuntimeException databaseAway) {
                Log.warnf("Returned e-mail waits: %s", databaseAway.getClass().getSimpleName());
                return mark;
            }
            mark = new Mark(life, numbered.getUID(message));
        }
        return mark;
    }

    private static List<Message> fresh(Folder box, UIDFolder numbered, long last) throws MessagingException {
        Message[] all = numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        // a range that is open at its end holds the last message always
        List<Message> fresh = Arrays.stream(all).filter(one -> one != null && number(numbered, one) > last)
                .limit(AT_ONCE).toList();
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        box.fetch(fresh.toArray(Message[]::new), sizes);
        return fresh;
    }

    private static long number(UIDFolder numbered, Message message) {
        try {
            return numbered.getUID(message);
        } catch (MessagingException gone) {
            return 0;
        }
    }

    // whatever stands in it, it stops nobody else's
    private static Optional<Bounce> told(Session session, IMAPMessage message) throws MessagingException {
        if (message.getSize() > LARGEST) return Optional.empty();
        message.setPeek(true);
        try (InputStream whole = message.getMimeStream()) {
            return Bounce.read(new MimeMessage(session, new ByteArrayInputStream(whole.readNBytes(LARGEST))));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Properties settings() {
        String kind = tls ? "mail.imaps." : "mail.imap.";
        Properties settings = new Properties();
        settings.setProperty(kind + "ssl.checkserveridentity", "true");
        for (String time : List.of("connectiontimeout", "timeout", "writetimeout"))
            settings.setProperty(kind + time, "" + wait.toMillis());
        return settings;
    }
}
