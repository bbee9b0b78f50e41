package org.hornsten.notice;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Entry;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.web.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** E-mail that comes back after it had been taken over, through a real mailbox (IMAP). */
@QuarkusTest
class ReturnsTest {
    @Inject Outbox outbox;
    @Inject Address address;
    @Inject Ledger ledger;

    private GreenMail server;
    private GreenMailUser box;
    private Project project;
    private Person siv;

    @BeforeEach
    void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        box = server.setUser("hornsten@kusten.example", "hornsten", "a password");
        World.act(() -> Panache.getEntityManager().createNativeQuery(
                "update return_box set life = 0, last = 0, lease_until = null").executeUpdate());
        project = World.project();
        siv = World.act(() -> {
            Person met = Person.withoutAccount("Siv Ström", null, PersonKind.CUSTOMER, "sv",
                    UUID.randomUUID() + "@post.example");
            Membership.of(Project.findById(project.id), met, Membership.Role.PARTICIPANT, met.kind);
            return met;
        });
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private Returns returns(String password) {
        return new Returns(new ReturnBox(Optional.of("127.0.0.1"), server.getImap().getPort(), false,
                Optional.of("hornsten"), Optional.of(password), "INBOX", Duration.ofSeconds(5)), address, ledger);
    }

    private void look() throws Exception {
        returns("a password").round();
    }

    private Mail sent() {
        return World.act(() -> {
            Mail mail = outbox.post(new Notice(project.ref(), project.ref(), siv, "Hej", List.of("Hej"),
                    Optional.empty(), Optional.empty())).orElseThrow();
            mail.state = Mail.State.SENT;
            mail.sealed = null;
            mail.endedOn = World.today();
            return mail;
        });
    }

    private static String id(Mail mail) {
        return "<" + mail.publicId + "@localhost>";
    }

    private static Mail again(Mail mail) {
        return World.act(() -> Mail.findById(mail.id));
    }

    private boolean read(int number) throws MessagingException {
        return server.getReceivedMessages()[number].isSet(Flags.Flag.SEEN);
    }

    private static long told(Mail mail, String event) {
        return World.act(() -> Entry.count("verb = ?1 and aboutId = ?2", event, mail.publicId));
    }

    @Test
    void what_comes_back_days_later_stands_among_what_was_not_delivered_with_its_reason() throws Exception {
        Mail unknown = sent();
        Mail full = sent();
        Mail old = sent();
        box.deliver(Notification.report(id(unknown), "failed", "5.1.1"));
        box.deliver(Notification.whole(id(full), "5.2.2"));
        box.deliver(Notification.plain(id(old), "I couldn't find any host named post.example. (#5.1.2)"));
        look();
        assertEquals(Mail.State.UNDELIVERED, again(unknown).state);
        assertEquals(List.of(Reason.UNKNOWN, Reason.FULL, Reason.UNKNOWN),
                List.of(again(unknown).reason, again(full).reason, again(old).reason));
        as(World.lena()).get(project.path() + "/mail").shows("Mottagarens brevlåda är full")
                .shows("ingen har den adressen");
        for (int i = 0; i < 3; i++) assertEquals(true, read(i));
        assertEquals(1, told(unknown, "undelivered"));
    }

    @Test
    void what_is_late_is_told_and_goes_on_until_it_fails() throws Exception {
        Mail mail = sent();
        box.deliver(Notification.report(id(mail), "delayed", "4.4.1"));
        box.deliver(Notification.report(id(mail), "delayed", "4.4.1"));
        look();
        assertEquals(Mail.State.SENT, again(mail).state);
        assertEquals(1, told(mail, "delayed"));
        as(World.lena()).get(project.path() + "/mail").shows("Mejlet är försenat").shows("Allt har levererats");
        box.deliver(Notification.report(id(mail), "failed", "4.4.7"));
        look();
        assertEquals(Reason.UNREACHED, again(mail).reason);
        as(World.lena()).get(project.path() + "/mail").shows("på flera dagar").hides("Mejlet är försenat");
    }

    @Test
    void answers_and_what_is_not_ours_stay_unread_and_do_nothing() throws Exception {
        Mail mail = sent();
        Mail dropped = sent();
        World.act(() -> Mail.update("state = 'DROPPED' where id = ?1", dropped.id));
        box.deliver(Notification.of("From: Siv <siv@post.example>\nIn-Reply-To: " + id(mail) + "\n\nTack!\n"));
        box.deliver(Notification.report("<" + mail.publicId + "@elsewhere.example>", "failed", "5.1.1"));
        box.deliver(Notification.report("<AbCdEfGhIjKlMnOpQrSt-_@localhost>", "failed", "5.1.1"));
        MimeMessage forged = Notification.report(id(mail), "failed", "5.1.1");
        forged.setHeader("Return-Path", "<eve@post.example>");
        box.deliver(forged);
        box.deliver(Notification.report(id(dropped), "failed", "5.1.1"));
        look();
        assertEquals(Mail.State.SENT, again(mail).state);
        assertEquals(Mail.State.DROPPED, again(dropped).state);
        for (int i = 0; i < 4; i++) assertFalse(read(i), "message " + i);
        assertEquals(0, told(mail, "undelivered"));
    }

    @Test
    void what_cannot_be_read_and_what_is_too_large_stop_nobody_elses() throws Exception {
        Mail mail = sent();
        box.deliver(Notification.of("Return-Path: <>\nFrom: mailer-daemon@x.example\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=\n\n\u0000\u00ff"));
        MimeMessage large = Notification.plain(id(mail), "550 " + "x".repeat(ReturnBox.LARGEST));
        box.deliver(large);
        Mail last = sent();
        box.deliver(Notification.report(id(last), "failed", "5.1.1"));
        look();
        assertEquals(Mail.State.SENT, again(mail).state);
        assertEquals(Mail.State.UNDELIVERED, again(last).state);
    }

    @Test
    void hundreds_of_others_in_the_mailbox_hide_none_and_each_is_looked_at_once() throws Exception {
        for (int i = 0; i < ReturnBox.AT_ONCE + 20; i++) box.deliver(Notification.of("From: a@b.example\n\nHej\n"));
        Mail mail = sent();
        box.deliver(Notification.report(id(mail), "failed", "5.1.1"));
        look();
        assertEquals(Mail.State.UNDELIVERED, again(mail).state);
        World.act(() -> Mail.update("state = 'SENT', sealed = null where id = ?1", mail.id));
        look();
        assertEquals(Mail.State.SENT, again(mail).state);
    }

    @Test
    void while_another_server_looks_this_one_does_not_and_a_mailbox_that_is_shut_is_tried_again() throws Exception {
        Mail mail = sent();
        box.deliver(Notification.report(id(mail), "failed", "5.1.1"));
        World.act(() -> Panache.getEntityManager().createNativeQuery("""
                update return_box set lease_until = date_add(utc_timestamp(6), interval 5 minute)""").executeUpdate());
        look();
        assertEquals(Mail.State.SENT, again(mail).state);
        World.act(() -> Panache.getEntityManager().createNativeQuery("""
                update return_box set lease_until = date_sub(utc_timestamp(6), interval 1 second)""").executeUpdate());
        assertThrows(MessagingException.class, () -> returns("another password").round());
        look();
        assertEquals(Mail.State.UNDELIVERED, again(mail).state);
    }

    @Test
    void no_password_goes_to_a_server_nobody_vouches_for() {
        GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        secure.start();
        secure.setUser("hornsten@kusten.example", "hornsten", "a password");
        try {
            ReturnBox strange = new ReturnBox(Optional.of("127.0.0.1"), secure.getImaps().getPort(), true,
                    Optional.of("hornsten"), Optional.of("a password"), "INBOX", Duration.ofSeconds(5));
            assertThrows(MessagingException.class, () -> strange.look(new ReturnBox.Mark(0, 0), any -> true));
        } finally {
            secure.stop();
        }
        ReturnBox open = new ReturnBox(Optional.of("192.0.2.1"), 143, false, Optional.empty(), Optional.empty(),
                "INBOX", Duration.ofSeconds(5));
        assertThrows(MessagingException.class, () -> open.look(new ReturnBox.Mark(0, 0), any -> true));
    }
}
