package org.hornsten.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What mail servers write when an e-mail does not arrive, as they write it. */
final class Notification {
    private static final String DAEMON = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.post.example (Mail Delivery System)
            To: hornsten@kusten.example
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            """;

    private Notification() {}

    /** As Postfix does (RFC 3464). */
    static MimeMessage report(String id, String action, String status) {
        return of(DAEMON + """
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="b1"

                This is a MIME-encapsulated message.

                --b1
                Content-Description: Notification
                Content-Type: text/plain; charset=utf-8

                This is the mail system at host mx.post.example. Your message could not be delivered.

                --b1
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.post.example
                Arrival-Date: Sun, 22 Nov 2026 09:12:00 +0200 (EET)

                Final-Recipient: rfc822; siv@post.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 told in words

                --b1
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers

                Received: from kusten.example by mx.post.example
                From: =?utf-8?q?Kusten?= <hornsten@kusten.example>
                Message-ID: %s
                Subject: =?utf-8?q?V=C3=A4lkommen?=

                --b1--
                """.formatted(action, status, id));
    }

    /** As others do: the whole e-mail comes back within the report. */
    static MimeMessage whole(String id, String status) {
        return of(DAEMON + """
                Subject: failure notice
                Content-Type: multipart/report; report-type="delivery-status"; boundary="b2"

                --b2
                Content-Type: text/plain

                Sorry.
                --b2
                Content-Type: message/delivery-status

                Reporting-MTA: dns;mx.post.example

                Final-Recipient: rfc822;siv@post.example
                Action: Failed
                Status: %s (mailbox full)

                --b2
                Content-Type: message/rfc822

                Message-Id:
                \t%s
                From: hornsten@kusten.example
                Subject: V

                Hej!
                --b2--
                """.formatted(status, id));
    }

    /** As qmail does: words, and below them what was sent. */
    static MimeMessage plain(String id, String words) {
        return of("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.post.example
                To: hornsten@kusten.example
                Subject: failure notice

                Hi. This is the qmail-send program at mx.post.example.

                <siv@post.example>:
                %s

                --- Below this line is a copy of the message.

                Return-Path: <hornsten@kusten.example>
                Message-ID: %s
                Subject: V

                Hej! Ring 020 500 500.
                """.formatted(words, id));
    }

    static MimeMessage of(String text) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(
                    text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
