package org.hornsten.notice;

import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What waits in the outbox for somebody, as it would leave the house. */
public final class Letterbox {
    private static final Map<String, String> WRITES = Map.of("sv", "skriver till dig", "fi", "kirjoittaa sinulle",
            "en", "writes to you");

    private Letterbox() {}

    public static List<Envelope> of(Person person) {
        Stationery stationery = Arc.container().instance(Stationery.class).get();
        return World.act(() -> Mail.<Mail>list("receiver = ?1 and state = 'WAITING' order by id", person)).stream()
                .map(mail -> written(stationery, mail)).toList();
    }

    /** The last one. */
    public static Envelope newest(Person person) {
        List<Envelope> all = of(person);
        return all.get(all.size() - 1);
    }

    public static String link(Envelope mail) {
        return mail.text().replaceAll("(?s).*https?://[^/\\s]+(/link/[a-z2-7]{26}).*", "$1");
    }

    private static Envelope written(Stationery stationery, Mail mail) {
        try {
            return stationery.write(new Parcel(mail.id, 1, 1, 0, Duration.ZERO));
        } catch (Returned problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** What every e-mail of the house is: short, plain, in one language, with who writes and why first. */
    public static void reads(Envelope mail, String language) {
        assertTrue(mail.subject().codePointCount(0, mail.subject().length()) <= 60, mail.subject());
        for (String header : List.of(mail.subject(), mail.from(), mail.messageId()))
            assertFalse(header.matches("(?s).*[\r\n].*"), header);
        String first = mail.text().lines().findFirst().orElseThrow();
        assertTrue(first.contains(WRITES.get(language)), first);
        assertEquals(language, mail.language());
        Document html = Jsoup.parse(mail.html());
        assertEquals(language, html.selectFirst("html").attr("lang"));
        assertEquals(1, html.select("a[href]").size());
        String address = html.selectFirst("a").attr("href");
        assertTrue(address.matches("http://localhost:\\d+/link/[a-z2-7]{26}"), address);
        assertTrue(mail.text().contains("\n" + address + "\n"), mail.text());
        assertTrue(html.text().contains(address));
        assertEquals(0, html.select("img, script, link, style, form, [src], [background], [onload]").size());
        assertFalse(mail.html().contains("url("));
        List<String> plain = words(mail.text().replace("-- \n", "").replace(address, ""));
        List<String> shown = words(html.body().text().replace(address, ""));
        // the organisation's name heads the page and ends the plain text
        assertTrue(shown.containsAll(plain) && plain.containsAll(shown), plain + "\n" + shown);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("[\\s:]+"));
    }
}
