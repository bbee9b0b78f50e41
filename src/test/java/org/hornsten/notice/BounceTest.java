package org.hornsten.notice;

import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is understood of the mail of other mail servers, and what is left alone. */
class BounceTest {
    private static final String NUMBER = "AbCdEfGhIjKlMnOpQrSt-_";
    private static final String ID = "<" + NUMBER + "@kusten.example>";

    private static Optional<Reason> why(MimeMessage message) throws Exception {
        return Bounce.read(message).map(Bounce::why);
    }

    @Test
    void a_notification_names_the_e_mail_and_why_it_came_back() throws Exception {
        assertEquals(Optional.of(new Bounce(NUMBER, "kusten.example", Reason.UNKNOWN)),
                Bounce.read(Notification.report(ID, "failed", "5.1.1")));
        assertEquals(Optional.of(new Bounce(NUMBER, "kusten.example", Reason.FULL)),
                Bounce.read(Notification.whole(ID, "5.2.2")));
    }

    @Test
    void each_status_has_its_reason() throws Exception {
        for (Map.Entry<String, Reason> one : Map.of("5.1.10", Reason.UNKNOWN, "5.1.2", Reason.UNKNOWN, "5.1.8",
                Reason.REFUSED, "5.7.1", Reason.REFUSED, "4.2.2", Reason.FULL, "4.4.7", Reason.UNREACHED, "5.4.1",
                Reason.UNREACHED, "5.0.0", Reason.REFUSED, "", Reason.REFUSED).entrySet())
            assertEquals(Optional.of(one.getValue()), why(Notification.report(ID, "failed", one.getKey())),
                    one.getKey());
    }

    @Test
    void late_is_told_as_late_and_what_arrived_is_nothing_to_tell() throws Exception {
        assertEquals(Optional.of(Reason.DELAYED), why(Notification.report(ID, "delayed", "4.4.1")));
        for (String action : new String[] {"delivered", "relayed", "expanded", "", "burnt"})
            assertEquals(Optional.empty(), why(Notification.report(ID, action, "2.1.5")), action);
    }

    @Test
    void plain_words_above_our_headers_are_understood() throws Exception {
        assertEquals(Optional.of(new Bounce(NUMBER, "kusten.example", Reason.UNKNOWN)),
                Bounce.read(Notification.plain(ID, "This address no longer accepts mail. #5.1.1")));
        assertEquals(Optional.of(Reason.REFUSED), why(Notification.plain(ID, "550 no such user")));
        assertEquals(Optional.of(Reason.DELAYED), why(Notification.plain(ID, "421 4.4.1 still trying")));
        assertEquals(Optional.of(Reason.REFUSED), why(Notification.plain(ID, "No such user here.")));
    }

    @Test
    void answers_receipts_and_what_names_nothing_of_ours_are_left_alone() throws Exception {
        assertEquals(Optional.empty(), Bounce.read(Notification.of("""
                From: Siv <siv@post.example>
                Subject: Re: V
                In-Reply-To: %s
                References: %s

                Tack!
                > Message-ID: %s
                """.formatted(ID, ID, ID))));
        assertEquals(Optional.empty(), Bounce.read(Notification.of("""
                Return-Path: <>
                From: postmaster@post.example
                Auto-Submitted: auto-replied (vacation)
                Subject: Borta till 1.12

                Message-ID: %s
                """.formatted(ID))));
        assertEquals(Optional.empty(), Bounce.read(Notification.of("""
                From: siv@post.example
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b
                Content-Type: message/disposition-notification

                Original-Message-ID: %s
                Disposition: manual-action/MDN-sent-manually; displayed
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(ID, ID))));
        assertEquals(Optional.empty(), Bounce.read(Notification.report("<other@post.example>", "failed", "5.1.1")));
    }

    @Test
    void who_can_be_answered_is_no_mail_server_whatever_the_message_says() throws Exception {
        MimeMessage forged = Notification.report(ID, "failed", "5.1.1");
        forged.setHeader("Return-Path", "<siv@post.example>");
        assertEquals(Optional.empty(), Bounce.read(forged));
    }

    @Test
    void the_deep_the_endless_and_the_broken_end_in_good_time() throws Exception {
        StringBuilder deep = new StringBuilder("Return-Path: <>\nFrom: mailer-daemon@x.example\n");
        for (int i = 0; i < 500; i++) deep.append("Content-Type: multipart/mixed; boundary=b").append(i)
                .append("\n\n--b").append(i).append('\n');
        assertEquals(Optional.empty(), Bounce.read(Notification.of(deep + "\nMessage-ID: " + ID)));
        Random random = new Random(7);
        String good = "Return-Path: <>\nFrom: mailer-daemon@x.example\n" + new String(Notification.report(ID, "failed",
                "5.1.1").getInputStream().readAllBytes());
        for (int i = 0; i < 400; i++) {
            char[] signs = good.toCharArray();
            for (int j = 0; j < 12; j++) signs[random.nextInt(signs.length)] = (char) random.nextInt(256);
            long begun = System.nanoTime();
            try {
                Bounce.read(Notification.of(new String(signs)));
            } catch (Exception unreadable) {
                // told so, and the next one is read
            }
            assertTrue(System.nanoTime() - begun < 2_000_000_000L);
        }
    }
}
