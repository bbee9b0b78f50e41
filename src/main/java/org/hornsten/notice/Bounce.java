package org.hornsten.notice;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another mail server tells of an e-mail of ours: in a delivery status notification (RFC 3464 within a
 * {@code multipart/report}), or in plain words above the headers it returns.
 *
 * @param number what our Message-ID has before the at sign
 * @param host   what it has after it
 * @param why    {@link Reason#DELAYED} while the server still tries
 */
record Bounce(String number, String host, Reason why) {
    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 4;
    private static final int MOST_PARTS = 20;
    private static final List<String> DAEMONS = List.of("mailer-daemon", "postmaster", "mail-daemon");
    private static final List<String> RETURNED = List.of("message/rfc822", "text/rfc822-headers", "message/global",
            "message/global-headers");
    private static final List<String> STATUS = List.of("message/delivery-status", "message/global-delivery-status");
    private static final Pattern ID = Pattern.compile("<([A-Za-z0-9_-]{22})@([^<>\\s@]{1,253})>");
    private static final Pattern ID_LINE = Pattern.compile("(?im)^[> \\t]*message-id:\\s*" + ID.pattern());
    /** RFC 3463, and the reply codes of RFC 5321 where no server says more. */
    private static final Pattern CODE = Pattern.compile("\\b([45])(?:\\.\\d{1,3}\\.\\d{1,3}|\\d\\d)\\b");

    /** Nothing where it tells of no e-mail: somebody's answer, a receipt, a server that says it has arrived. */
    static Optional<Bounce> read(MimeMessage message) throws MessagingException, IOException {
        if (!unanswerable(message)) return Optional.empty();
        return message.isMimeType("multipart/report") ? reported(message) : returned(message);
    }

    // a notification has no sender it could be answered to (RFC 3461), or it would go round in circles
    private static boolean unanswerable(MimeMessage message) throws MessagingException {
        String[] path = message.getHeader("Return-Path");
        return path == null || path[0].isBlank() || path[0].strip().equals("<>");
    }

    private static Optional<Bounce> reported(MimeMessage message) throws MessagingException, IOException {
        String kind = new ContentType(message.getContentType()).getParameter("report-type");
        if (!"delivery-status".equalsIgnoreCase(kind)) return Optional.empty();
        Read read = new Read();
        read.part(message, 0);
        return read.reason().flatMap(why -> read.id.map(id -> new Bounce(id[0], id[1], why)));
    }

    private static Optional<Bounce> returned(MimeMessage message) throws MessagingException, IOException {
        if (!fromDaemon(message)) return Optional.empty();
        Read read = new Read();
        read.part(message, 0);
        Matcher line = ID_LINE.matcher(read.words);
        boolean quoted = line.find();
        Optional<String[]> id = read.id.or(() -> quoted ? Optional.of(new String[] {line.group(1), line.group(2)})
                : Optional.empty());
        String told = quoted ? read.words.substring(0, line.start()) : read.words.toString();
        String subject = Optional.ofNullable(message.getSubject()).orElse("").toLowerCase(Locale.ROOT);
        return id.map(known -> new Bounce(known[0], known[1], told(told, subject)));
    }

    private static boolean fromDaemon(MimeMessage message) throws MessagingException {
        String[] answers = message.getHeader("Auto-Submitted");
        if (answers != null && answers[0].toLowerCase(Locale.ROOT).startsWith("auto-replied")) return false;
        Address[] from = message.getFrom();
        return from != null && from.length > 0 && from[0] instanceof InternetAddress one && one.getAddress() != null
                && DAEMONS.contains(one.getAddress().replaceFirst("@.*", "").toLowerCase(Locale.ROOT));
    }

    private static Reason told(String words, String subject) {
        Matcher code = CODE.matcher(words);
        if (!code.find()) return subject.contains("delay") || subject.contains("warning") ? Reason.DELAYED
                : Reason.REFUSED;
        return code.group(1).equals("4") ? Reason.DELAYED : Reason.ofStatus(code.group());
    }

    /** The parts of a message that matter, as far as it is of sane size. */
    private static final class Read {
        private final StringBuilder words = new StringBuilder();
        private final List<InternetHeaders> receivers = new ArrayList<>();
        private Optional<String[]> id = Optional.empty();
        private int parts;

        void part(MimePart part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST || ++parts > MOST_PARTS) return;
            String type = new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
            if (type.startsWith("multipart/")) within(part, depth);
            else if (STATUS.contains(type)) status(text(part));
            else if (RETURNED.contains(type)) id = id.or(() -> ids(part));
            else if (type.equals("text/plain") && words.length() < LONGEST) words.append(text(part)).append('\n');
        }

        private void within(MimePart part, int depth) throws MessagingException, IOException {
            MimeMultipart all = new MimeMultipart(new MimePartDataSource(part));
            for (int i = 0; i < Math.min(all.getCount(), MOST_PARTS); i++)
                part((MimePart) all.getBodyPart(i), depth + 1);
        }

        /** The first group of fields tells of the message, each other one of a receiver. */
        private void status(String fields) throws MessagingException {
            String[] groups = fields.strip().replace("\r\n", "\n").split("\n[ \\t]*\n+");
            for (int i = 1; i < groups.length; i++) receivers.add(headers(groups[i]));
        }

        private static Optional<String[]> ids(Part returned) {
            try {
                Matcher id = ID.matcher(Optional.ofNullable(headers(text(returned)).getHeader("Message-ID", ","))
                        .orElse(""));
                return id.find() ? Optional.of(new String[] {id.group(1), id.group(2)}) : Optional.empty();
            } catch (MessagingException | IOException unreadable) {
                return Optional.empty();
            }
        }

        Optional<Reason> reason() {
            Optional<Reason> failed = receivers.stream().filter(one -> does(one, "failed"))
                    .map(one -> Reason.ofStatus(field(one, "Status"))).findFirst();
            return failed.or(() -> receivers.stream().filter(one -> does(one, "delayed")).findFirst()
                    .map(one -> Reason.DELAYED));
        }

        private static boolean does(InternetHeaders receiver, String action) {
            return field(receiver, "Action").strip().equalsIgnoreCase(action);
        }

        private static String field(InternetHeaders receiver, String name) {
            return Optional.ofNullable(receiver.getHeader(name, ",")).orElse("");
        }

        private static InternetHeaders headers(String fields) throws MessagingException {
            return new InternetHeaders(new ByteArrayInputStream((fields + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1)));
        }

        private static String text(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            }
        }
    }
}
