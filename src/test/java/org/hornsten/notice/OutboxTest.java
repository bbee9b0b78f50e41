package org.hornsten.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** E-mail to a real server that is well, away, silent, unwilling, or hangs up. */
@QuarkusTest
class OutboxTest {
    @Inject Outbox outbox;
    @Inject Delivery delivery;
    @Inject OldMail old;
    @ConfigProperty(name = "hornsten.mail.port") int port;

    private Project project;
    private Person siv;

    @BeforeEach
    void meet() {
        World.act(() -> Mail.update("state = 'DROPPED', sealed = null where state = 'WAITING'"));
        project = World.project();
        siv = somebody("sv");
    }

    private Person somebody(String language) {
        return World.act(() -> {
            Person met = Person.withoutAccount("Siv Ström", null, PersonKind.CUSTOMER, language,
                    UUID.randomUUID() + "@post.example");
            Membership.of(Project.findById(project.id), met, Membership.Role.PARTICIPANT, met.kind);
            return met;
        });
    }

    private Mail posted() {
        return World.act(() -> outbox.post(notice(siv)).orElseThrow());
    }

    private Notice notice(Person to) {
        return new Notice(project.ref(), project.ref(), to, "Säg vad du tycker om <planen> & annat",
                List.of("Kusten frågar dig, för att du är med i projektet.", "Det tar ungefär tio minuter. <b>Ja</b>"),
                Optional.of(new Notice.Way("Läs förslaget", "https://kusten.example/link/abc?a=1&b=2")),
                Optional.empty());
    }

    private static Mail again(Mail mail) {
        return World.act(() -> Mail.findById(mail.id));
    }

    private static void hoursLater(Mail mail) {
        World.act(() -> Mail.update("dueAt = postedAt, leaseUntil = null where id = ?1", mail.id));
    }

    @Test
    void an_e_mail_arrives_with_its_id_its_sender_and_the_same_words_twice() throws Exception {
        try (MailServer server = MailServer.open(port)) {
            Mail mail = posted();
            delivery.round();
            MimeMessage came = one(server);
            assertEquals("<" + mail.publicId + "@localhost>", came.getMessageID());
            assertArrayEquals(new String[] {"auto-generated"}, came.getHeader("Auto-Submitted"));
            assertNotNull(came.getSentDate());
            assertNull(came.getHeader("List-Unsubscribe"));
            assertEquals("Säg vad du tycker om <planen> & annat", came.getSubject());
            InternetAddress from = (InternetAddress) came.getFrom()[0];
            assertEquals("hornsten@kusten.example", from.getAddress());
            assertEquals("Provprojekt – Hörnsten", from.getPersonal());
            String text = part(came, "text/plain");
            Document html = Jsoup.parse(part(came, "text/html"));
            assertEquals("sv", html.selectFirst("html").attr("lang"));
            assertEquals("https://kusten.example/link/abc?a=1&b=2", html.selectFirst("a").attr("href"));
            assertEquals(1, html.select("a").size());
            assertEquals(0, html.select("img, script, link, style, [src], [background]").size());
            for (String words : List.of("Kusten frågar dig", "Det tar ungefär tio minuter. <b>Ja</b>", "Läs förslaget",
                    "https://kusten.example/link/abc?a=1&b=2", "Det här mejlet gäller Provprojekt")) {
                assertTrue(text.contains(words), words + " in " + text);
                assertTrue(html.text().contains(words), words + " in " + html.text());
            }
        }
        assertEquals(1, World.act(() -> Mail.count("receiver = ?1 and state = 'SENT' and sealed is null", siv)));
    }

    @Test
    void a_calendar_goes_with_it() throws Exception {
        World.act(() -> outbox.post(new Notice(project.ref(), project.ref(), siv, "Möte", List.of("Vi ses."),
                Optional.empty(), Optional.of("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))));
        try (MailServer server = MailServer.open(port)) {
            delivery.round();
            assertTrue(part(one(server), "text/calendar").startsWith("BEGIN:VCALENDAR"));
        }
    }

    @Test
    void what_is_rolled_back_is_never_sent() {
        QuarkusTransaction.begin();
        outbox.post(notice(siv));
        QuarkusTransaction.rollback();
        try (MailServer server = MailServer.open(port)) {
            delivery.round();
            assertEquals(List.of(), server.to(siv.email));
        }
    }

    @Test
    void when_the_server_is_away_it_waits_a_minute_and_goes_later() {
        Mail mail = posted();
        delivery.round();
        assertEquals(Reason.AWAY, again(mail).reason);
        assertEquals(Mail.State.WAITING, again(mail).state);
        assertTrue(Duration.between(mail.postedAt, again(mail).dueAt).compareTo(Duration.ofSeconds(59)) > 0);
        as(World.lena()).get(project.path() + "/mail").shows("Vår egen e-postserver svarar inte");
        try (MailServer server = MailServer.open(port)) {
            delivery.round();
            assertEquals(List.of(), server.to(siv.email));
            hoursLater(mail);
            delivery.round();
            assertEquals(1, server.to(siv.email).size());
        }
    }

    @Test
    void a_silent_server_is_left_after_a_while() {
        Mail mail = posted();
        try (MailServer server = MailServer.open(port).is(MailServer.Mood.SILENT)) {
            long begun = System.nanoTime();
            delivery.round();
            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 8);
            assertEquals(Reason.CUT, again(mail).reason);
            server.is(MailServer.Mood.FINE);
            hoursLater(mail);
            delivery.round();
            assertEquals(1, server.to(siv.email).size());
        }
    }

    @Test
    void later_means_later_and_no_means_no_which_the_lead_is_told() {
        Mail mail = posted();
        try (MailServer server = MailServer.open(port).is(MailServer.Mood.LATER)) {
            delivery.round();
            assertEquals(Reason.LATER, again(mail).reason);
            assertEquals(Mail.State.WAITING, again(mail).state);
            server.is(MailServer.Mood.CLOSED);
            hoursLater(mail);
            delivery.round();
            assertEquals(Reason.AWAY, again(mail).reason);
            server.is(MailServer.Mood.REFUSING);
            hoursLater(mail);
            delivery.round();
            assertEquals(Mail.State.UNDELIVERED, again(mail).state);
            assertEquals(1, World.act(() -> Entry.count("verb = 'undelivered' and aboutId = ?1", mail.publicId)));
            Browser lena = as(World.lena());
            Browser.Page page = lena.get(project.path() + "/mail").shows("Mottagarens e-post tog inte emot det");
            page.hides("Siv Ström");
            server.is(MailServer.Mood.FINE);
            String member = page.document().select("tbody th a").attr("href");
            lena.post(member, member + "/email", "email", "siv").refuses("email");
            String better = UUID.randomUUID() + "@post.example";
            lena.post(member, member + "/email", "email", better).is(303);
            page.submit("form[action$=/trying]", Map.of()).is(303).follow().hides("tog inte emot");
            delivery.round();
            assertEquals(1, server.to(better).size());
            assertEquals(0, server.to(siv.email).size());
            assertEquals(Mail.State.SENT, again(mail).state);
            Project other = World.project();
            World.act(() -> Membership.of(Project.findById(other.id), Person.findById(siv.id),
                    Membership.Role.PARTICIPANT, siv.kind));
            lena.post(member, member + "/email", "email", "lena@post.example").refuses("email");
        }
    }

    @Test
    void hung_up_on_after_its_last_word_it_goes_again_under_the_same_id() throws Exception {
        Mail mail = posted();
        try (MailServer server = MailServer.open(port).is(MailServer.Mood.CUT_AFTER_DATA)) {
            delivery.round();
            assertEquals(Reason.CUT, again(mail).reason);
            server.is(MailServer.Mood.FINE);
            hoursLater(mail);
            delivery.round();
            Set<String> ids = new HashSet<>();
            for (MimeMessage came : server.to(siv.email)) ids.add(came.getMessageID());
            assertEquals(2, server.to(siv.email).size());
            assertEquals(Set.of("<" + mail.publicId + "@localhost>"), ids);
        }
    }

    @Test
    void two_workers_send_each_e_mail_once() throws Exception {
        for (int i = 0; i < 40; i++) posted();
        try (MailServer server = MailServer.open(port)) {
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            List<Future<Integer>> rounds = new ArrayList<>();
            for (int i = 0; i < 4; i++) rounds.add(nodes.submit(() -> delivery.round()));
            for (Future<Integer> round : rounds) round.get();
            nodes.shutdown();
            // what one of them held while the others looked goes with the next round, theirs or the house's own
            while (World.act(() -> Mail.count("state = 'WAITING'")) > 0) delivery.round();
            assertEquals(40, server.to(siv.email).size());
        }
    }

    @Test
    void what_cannot_be_unsealed_is_parked_and_shown_and_others_go_on() {
        Mail poison = posted();
        World.act(() -> Mail.update("sealed = ?1, faults = 7 where id = ?2", new byte[] {1, 2, 3}, poison.id));
        posted();
        try (MailServer server = MailServer.open(port)) {
            delivery.round();
            assertEquals(1, server.to(siv.email).size());
        }
        assertEquals(Mail.State.UNDELIVERED, again(poison).state);
        as(World.lena()).get(project.path() + "/mail").shows("Mejlet gick inte att läsa hos oss")
                .submit("form[action$=/dropping] button[name=next]", Map.of())
                .seesOther(project.path() + "/letters");
        assertEquals(Mail.State.DROPPED, again(poison).state);
        assertNull(again(poison).sealed);
    }

    @Test
    void what_is_no_address_is_told_so_and_nothing_goes_to_who_was_erased_or_blocked() {
        World.act(() -> Person.update("email = ?1 where id = ?2", "siv@post.example\r\nBcc: all@post.example", siv.id));
        Mail strange = posted();
        Person bo = somebody("fi");
        Mail gone = World.act(() -> outbox.post(notice(bo)).orElseThrow());
        World.act(() -> Person.update("blockedAt = ?1 where id = ?2", Instant.now(), bo.id));
        try (MailServer server = MailServer.open(port)) {
            delivery.round();
            assertEquals(List.of(), server.to(bo.email));
        }
        assertEquals(Reason.ADDRESS, again(strange).reason);
        assertEquals(Mail.State.DROPPED, again(gone).state);
        assertNull(again(gone).sealed);
    }

    @Test
    void the_words_go_with_the_person_and_after_two_weeks() {
        Mail mail = posted();
        World.act(() -> {
            Mail.forget(siv);
            return 0;
        });
        assertNull(again(mail).sealed);
        Mail late = posted();
        World.act(() -> Mail.update("state = 'UNDELIVERED', reason = 'REFUSED', endedOn = ?1 where id = ?2",
                World.today().minusDays(15), late.id));
        World.act(() -> old.end(World.today()));
        assertNull(again(late).sealed);
        as(World.lena()).get(project.path() + "/mail").shows("Inte levererat");
        World.act(() -> old.end(World.today().plusDays(90)));
        assertNull(again(late));
    }

    private MimeMessage one(MailServer server) {
        List<MimeMessage> all = server.to(siv.email);
        assertEquals(1, all.size());
        return all.get(0);
    }

    static String part(Part within, String type) throws Exception {
        return found(within, type).orElseThrow(() -> new AssertionError("no part " + type));
    }

    static Optional<String> typed(Part within, String type) throws Exception {
        return found(within, type, Part::getContentType);
    }

    private static Optional<String> found(Part within, String type) throws Exception {
        return found(within, type, OutboxTest::text);
    }

    private static Optional<String> found(Part within, String type, Reading reading) throws Exception {
        if (within.isMimeType(type)) return Optional.of(reading.of(within));
        if (!within.isMimeType("multipart/*")) return Optional.empty();
        Multipart parts = (Multipart) within.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            Optional<String> inside = found(part, type, reading);
            if (inside.isPresent()) return inside;
        }
        return Optional.empty();
    }

    private interface Reading {
        String of(Part part) throws Exception;
    }

    private static String text(Part part) throws Exception {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
