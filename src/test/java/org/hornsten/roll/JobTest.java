package org.hornsten.roll;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.Seated;
import org.hornsten.World;
import org.hornsten.document.Table;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Entry;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Seat;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Upload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A long list is gone through while nobody waits: seen as it goes, all of it or nothing, whoever dies on the way. */
@QuarkusTest
class JobTest {
    private static final int ROWS = ImportPages.AT_ONCE + 100;

    @Inject Importer importer;
    @Inject Imports imports;

    private Panel panel;
    private Browser lena;

    @BeforeEach
    void begin() {
        World.act(() -> ImportJob.deleteAll());
        Project project = World.project();
        panel = World.act(() -> {
            Panel made = Seated.panel(Project.findById(project.id), Panel.Kind.REFERENCE_GROUP, null);
            made.project.path();
            return made;
        });
        lena = as(World.lena()).reading("sv");
    }

    private static String list(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(i -> "Person " + i + ";p" + i + "@example.org;Kommun " + i % 14
                + ";sv;65–74").collect(Collectors.joining("\n", "namn;e-post;kommun;språk;åldersgrupp\n", "\n"));
    }

    private String brought(String list) {
        return Upload.sent(lena, panel.path() + "/import", list.getBytes(StandardCharsets.UTF_8), Map.of()).then()
                .statusCode(303).extract().header("Location").replaceFirst("https?://[^/]+", "");
    }

    private long seats() {
        return World.act(() -> Seat.count("panel.id = ?1", panel.id));
    }

    private static ImportJob job() {
        return World.act(() -> ImportJob.<ImportJob>findAll().firstResult());
    }

    private static void leaseEnds() {
        World.act(() -> Panache.getEntityManager().createNativeQuery(
                "update import_job set lease_until = date_sub(utc_timestamp(6), interval 1 second)").executeUpdate());
    }

    private Importer.Held taken() {
        return QuarkusTransaction.requiringNew().call(Importer::take).orElseThrow();
    }

    @Test
    void it_is_tried_then_imported_and_each_step_is_seen_on_its_page() {
        String page = brought(list(ROWS));
        lena.get(page).shows("Inget har sparats än").shows("0 av " + ROWS + " rader är klara");
        assertEquals(0, lena.get(page).document().select("meta[http-equiv=refresh]").size());
        lena.get(panel.path() + "/import").shows("En lång lista som väntar");
        while (importer.next()) continue;
        assertEquals(0, seats());
        lena.get(page).shows("Rader som blir medlemmar: " + ROWS).submit("main form[method=post]", Map.of())
                .seesOther(page);
        lena.get(page).shows("Medlemmarna läggs till");
        while (importer.next()) continue;
        lena.get(page).shows(ROWS + " rader blev medlemmar");
        assertEquals(ROWS, seats());
        assertEquals(1, World.act(() -> Entry.count("verb = 'imported' and aboutId = ?1", panel.publicId)));
        assertNull(job().sealed);
        assertNull(job().told);
        assertEquals(303, lena.tried("POST", page));
        assertFalse(importer.next());
        World.act(() -> ImportJob.update("madeAt = ?1", Instant.now().minus(Duration.ofDays(2))));
        lena.get(page).is(404);
        importer.forget();
        assertNull(job());
    }

    @Test
    void a_bad_row_is_named_and_the_file_is_gone() {
        String page = brought(list(ROWS) + ";ingen@example.org;;sv;\n");
        while (importer.next()) continue;
        lena.get(page).shows("Saker att rätta i filen: 1").shows("Skriv namnet");
        assertNull(job().sealed);
        assertEquals(422, lena.tried("POST", page));
        assertFalse(importer.next());
        assertEquals(0, seats());
    }

    @Test
    void only_its_maker_sees_it() {
        String page = brought(list(ROWS));
        World.act(() -> Membership.of(Project.findById(panel.project.id), World.linus(), Membership.Role.LEAD,
                PersonKind.PROFESSIONAL));
        as(World.linus()).get(panel.path() + "/import").hides("En lång lista som väntar");
        for (Browser other : new Browser[] {as(World.linus()), as(World.fanny()), as(World.pekka())})
            assertEquals(404, other.tried("GET", page));
        nobody().get(page).is(303);
    }

    @Test
    void a_server_that_dies_leaves_nothing_and_another_begins_anew() {
        String page = brought(list(ROWS));
        while (importer.next()) continue;
        assertEquals(303, lena.tried("POST", page));
        taken();
        assertThrows(Death.class, () -> World.act(() -> imports.store(World.lena(), Panel.findById(panel.id),
                Table.sent(list(ROWS).getBytes(StandardCharsets.UTF_8)), done -> {
                    Panache.getEntityManager().flush();
                    if (done > Importer.STEP) throw new Death();
                })));
        assertEquals(0, seats());
        assertFalse(importer.next(), "still held");
        leaseEnds();
        while (importer.next()) continue;
        lena.get(page).shows(ROWS + " rader blev medlemmar");
        assertEquals(ROWS, seats());
    }

    private static final class Death extends RuntimeException {}

    @Test
    void who_comes_back_after_another_took_it_over_stores_nothing() {
        String page = brought(list(ROWS));
        while (importer.next()) continue;
        assertEquals(303, lena.tried("POST", page));
        Importer.Held late = taken();
        leaseEnds();
        taken();
        assertThrows(IllegalStateException.class, () -> importer.store(late));
        assertEquals(0, seats());
        leaseEnds();
        while (importer.next()) continue;
        assertEquals(ROWS, seats());
    }

    @Test
    void what_fails_again_and_again_is_given_up_and_told() {
        String page = brought(list(ROWS));
        World.act(() -> ImportJob.update("sealed = ?1", (Object) new byte[] {1, 2, 3}));
        for (int i = 0; i <= Importer.TRIES; i++) {
            importer.next();
            leaseEnds();
        }
        lena.get(page).shows("Något gick fel hos oss");
        assertFalse(importer.next());
    }

    @Test
    void what_changed_meanwhile_is_shown_before_anything_is_stored() {
        String page = brought(list(ROWS));
        while (importer.next()) continue;
        World.act(() -> imports.store(World.lena(), Panel.findById(panel.id),
                Table.sent("namn;e-post\nPerson 7;p7@example.org\n".getBytes(StandardCharsets.UTF_8)), done -> { }));
        assertEquals(303, lena.tried("POST", page));
        while (importer.next()) continue;
        lena.get(page).shows("Saker att rätta i filen: 1");
        assertEquals(1, seats());
    }

    @Test
    void ten_thousand_rows_show_how_far_they_are_while_others_work_on() throws Exception {
        String page = brought(list(10_000));
        while (importer.next()) continue;
        assertEquals(303, lena.tried("POST", page));
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
            while (importer.next()) continue;
        });
        Pattern far = Pattern.compile("(\\d+) av 10000");
        boolean halfway = false;
        Duration longest = Duration.ZERO;
        while (!work.isDone()) {
            Instant asked = Instant.now();
            Matcher shown = far.matcher(lena.get(page).is(200).document().text().replaceAll("[\\h.]", " ")
                    .replace("10 000", "10000").replaceAll("(\\d) (\\d{3})\\b", "$1$2"));
            World.project();
            Duration took = Duration.between(asked, Instant.now());
            if (took.compareTo(longest) > 0) longest = took;
            int done = shown.find() ? Integer.parseInt(shown.group(1)) : 0;
            halfway |= done > 0 && done < 10_000;
            Thread.sleep(100);
        }
        work.get();
        assertTrue(halfway, "nobody saw it half-way");
        assertTrue(longest.toSeconds() < 10, "others waited " + longest);
        assertEquals(10_000, seats());
    }
}
