package org.hornsten.letter;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hornsten.Browser;
import org.hornsten.Post;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.ledger.Entry;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class LetterPagesTest {
    @Inject Letters letters;

    @Test
    void a_lead_writes_letters_prints_them_and_the_plain_codes_are_gone() {
        Project project = World.project();
        Browser lena = as(World.lena());
        meets(lena, project, "Aino Lind", "sv");
        meets(lena, project, "Väinö Virta", "fi");
        Browser.Page made = lena.get(project.path() + "/letters").shows("Aino Lind").submit("main form",
                Map.of("dueOn", World.today().plusDays(30).toString(), "member", numbers(project))).is(303).follow();
        String batch = made.path;
        List<Element> sheets = lena.get(batch + "/sheets").is(200).document().select(".sheet");
        assertEquals(List.of("sv", "fi"), sheets.stream().map(sheet -> sheet.attr("lang")).toList());
        assertTrue(sheets.get(0).text().contains("Säg vad du tycker"));
        assertTrue(sheets.get(1).text().contains("Kirjoita koodisi"));
        assertFalse(sheets.get(0).select("svg path").attr("d").isEmpty());
        String code = sheets.get(0).select(".letter-code").text();
        nobody().post("/code", "/code", "letter", code).seesOther("/link");

        lena.get(batch).submit("form[action$=/printed]", Map.of()).seesOther(batch);
        lena.get(batch).shows("Koderna i klartext finns inte längre");
        lena.get(batch + "/sheets").seesOther(batch);
        lena.get(batch + "/codes").seesOther(batch);
        LetterBatch gone = found(batch.substring(batch.lastIndexOf('/') + 1));
        assertNull(gone.sealed);
        nobody().post("/code", "/code", "letter", code).seesOther("/link");
        assertEquals(1, World.act(() -> Entry.count("verb = 'destroyed' and aboutId = ?1", gone.publicId)));
    }

    @Test
    void nobody_chosen_and_a_day_that_is_none_are_told_beside_the_field() {
        Project project = World.project();
        Browser lena = as(World.lena());
        meets(lena, project, "Aino Lind", "sv");
        String page = project.path() + "/letters";
        lena.get(page).submit("main form", Map.of("member", List.of())).refuses("member");
        lena.get(page).submit("main form", Map.of("dueOn", "snart")).refuses("dueOn");
        lena.get(page).submit("main form", Map.of("dueOn", "2020-01-01")).refuses("dueOn");
        assertEquals(0, World.act(() -> LetterBatch.count("project.id = ?1", project.id)));
    }

    @Test
    void fetching_uses_nothing_up_and_changes_nothing() {
        String batch = Post.letters(World.openDraft(), Post.somebody("Brita", "sv")).path("batch");
        LetterBatch before = found(batch);
        long entries = World.act(() -> Entry.count());
        String first = Post.csv(batch);
        Browser lena = as(World.lena());
        for (String page : List.of("", "/sheets", "/codes", "/paper")) lena.get(before.path() + page).is(200);
        assertEquals(first, Post.csv(batch));
        LetterBatch after = found(batch);
        assertArrayEquals(before.sealed, after.sealed);
        assertEquals(before.openUntil, after.openUntil);
        assertEquals(entries, World.act(() -> Entry.count()));
    }

    @Test
    void hours_later_their_maker_opens_them_again_and_that_is_kept() {
        String batch = Post.letters(World.openDraft(), Post.somebody("Brita", "sv")).path("batch");
        String api = "/api/v1/invitations/letters/" + batch;
        World.act(() -> LetterBatch.update("openUntil = ?1 where publicId = ?2", Instant.now().minusSeconds(1), batch));
        api(World.lena()).get(api + "?format=csv").then().statusCode(403);
        as(World.lena()).get(found(batch).path() + "/sheets").is(303);
        api(World.lena()).body("{}").post(api + "/opening").then().statusCode(204);
        assertTrue(Post.csv(batch).startsWith("name,code"));
        assertEquals(1, World.act(() -> Entry.count("verb = 'opened' and aboutId = ?1", batch)));
    }

    @Test
    void cards_to_hand_out_are_six_to_a_page_with_each_code_and_no_name() throws IOException {
        String batch = Post.letters(World.openDraft(), IntStream.range(0, 7).mapToObj(i ->
                Post.somebody("Person " + i, i % 2 == 0 ? "fi" : "sv")).toArray()).path("batch");
        byte[] file = as(World.lena()).get(found(batch).path() + "/cards").is(200).response.asByteArray();
        try (PDDocument cards = Loader.loadPDF(file)) {
            assertEquals(2, cards.getNumberOfPages());
            assertTrue(cards.getDocumentCatalog().getMarkInfo().isMarked());
            String text = new PDFTextStripper().getText(cards).replaceAll("\\s", "");
            for (String line : Post.csv(batch).lines().skip(1).toList())
                assertTrue(text.contains(line.replaceFirst(".*,\"(.*)\"", "$1")), line + " in " + text);
            assertFalse(text.contains("Person3"), text);
        }
        as(World.lena()).get(found(batch).path()).submit("form[action$=/printed]", Map.of()).is(303);
        as(World.lena()).get(found(batch).path() + "/cards").is(303);
    }

    @Test
    void after_seven_days_the_plain_codes_are_destroyed() {
        String batch = Post.letters(World.openDraft(), Post.somebody("Brita", "sv")).path("batch");
        World.act(() -> LetterBatch.update("goneAt = ?1 where publicId = ?2", Instant.now().minusSeconds(1), batch));
        String api = "/api/v1/invitations/letters/" + batch;
        api(World.lena()).get(api + "?format=csv").then().statusCode(404);
        api(World.lena()).body("{}").post(api + "/opening").then().statusCode(404);
        assertNotNull(found(batch).sealed);
        letters.destroyOver();
        letters.destroyOver();
        assertNull(found(batch).sealed);
        assertEquals(1, World.act(() -> Entry.count("verb = 'destroyed' and aboutId = ?1", batch)));
    }

    @Test
    void only_their_maker_finds_them_also_among_leads_of_the_project() {
        Draft draft = World.openDraft();
        String batch = Post.letters(draft, Post.somebody("Brita", "sv")).path("batch");
        World.act(() -> Membership.of(Project.findById(draft.project.id), World.linus(), Membership.Role.LEAD,
                PersonKind.PROFESSIONAL));
        String path = found(batch).path();
        for (String page : List.of("", "/sheets", "/codes", "/paper")) as(World.linus()).get(path + page).is(404);
        api(World.linus()).get("/api/v1/invitations/letters/" + batch + "?format=csv").then().statusCode(404);
        api(World.linus()).body("{}").post("/api/v1/invitations/letters/" + batch + "/printed").then().statusCode(404);
        nobody().get(path).is(303);
        assertEquals(Role.LEAD, World.linus().role);
    }

    @Test
    void the_table_has_names_and_codes_and_no_formula() {
        Response made = Post.letters(World.openDraft(), Post.somebody("=1+1|calc", "sv"),
                Post.somebody("Eva \"Evis\" Ek", "sv"), Map.of("kind", "customer", "language", "sv"));
        List<String> lines = Post.csv(made.path("batch")).lines().toList();
        assertEquals("name,code", lines.get(0));
        assertTrue(lines.get(1).startsWith("\"'=1+1|calc\","), lines.get(1));
        assertTrue(lines.get(2).startsWith("\"Eva \"\"Evis\"\" Ek\","), lines.get(2));
        assertTrue(lines.get(3).matches("\"\\d+\",\"(\\w{3}-?){3}\""), lines.get(3));
        api(World.lena()).get("/api/v1/invitations/letters/" + made.path("batch") + "?format=pdb").then()
                .statusCode(400);
    }

    @Test
    void the_file_is_tagged_has_its_font_and_one_page_for_each_letter_with_its_code() throws IOException {
        String batch = Post.letters(World.openDraft(), Post.somebody("Aino Lind", "sv"),
                Post.somebody("Väinö Virta", "fi")).path("batch");
        byte[] file = api(World.lena()).get("/api/v1/invitations/letters/" + batch + "?format=pdf").then()
                .statusCode(200).contentType("application/pdf").extract().asByteArray();
        List<String> codes = Post.csv(batch).lines().skip(1).map(line ->
                line.replaceFirst(".*,\"(.*)\"", "$1")).toList();
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertEquals(2, pdf.getNumberOfPages());
            assertNotNull(pdf.getDocumentCatalog().getStructureTreeRoot());
            assertEquals("sv", pdf.getDocumentCatalog().getLanguage());
            assertFalse(pdf.getDocumentInformation().getTitle().isBlank());
            for (int page = 0; page < 2; page++) {
                PDFTextStripper words = new PDFTextStripper();
                words.setStartPage(page + 1);
                words.setEndPage(page + 1);
                assertTrue(words.getText(pdf).contains(codes.get(page)), words.getText(pdf));
                for (COSName font : pdf.getPage(page).getResources().getFontNames())
                    assertTrue(pdf.getPage(page).getResources().getFont(font).isEmbedded(), font.getName());
            }
        }
    }

    @Test
    void writing_letters_opens_their_receivers_to_the_maker_for_a_day_of_printing_and_shows_it_to_them() {
        Project project = World.project();
        World.act(() -> {
            Person sanna = Person.withoutAccount("Sanna Sund", "Svalan", PersonKind.CUSTOMER, "sv", null);
            sanna.livesAt("Strandgatan 3", "68600", "Jakobstad");
            return Membership.of(Project.findById(project.id), sanna, Membership.Role.PARTICIPANT, sanna.kind);
        });
        Browser lena = as(World.lena());
        String page = project.path() + "/letters";
        lena.get(page).shows("Svalan").shows("öppnar du namnet på").hides("Sanna");
        Browser.Page made = lena.get(page).submit("main form", Map.of()).is(303).follow();
        lena.get(page).shows("Sanna Sund").hides("öppnar du namnet på");

        Disclosure opened = disclosed(project).get(0);
        assertEquals(Duration.ofHours(8), Duration.between(opened.openedAt, opened.endsAt));
        assertEquals(List.of(Disclosure.Field.NAME, Disclosure.Field.ADDRESS), opened.fieldList());
        String code = lena.get(made.path + "/sheets").document().select(".letter-code").text();
        Browser sanna = nobody();
        sanna.post("/code", "/code", "letter", code).follow().submit("main form", Map.of()).is(303);
        sanna.get("/me").shows("Lena. För att lämna eller skicka en inbjudan. Visades: namn, adress.").hides("Sanna");

        World.act(() -> Disclosure.update("endsAt = ?1 where id = ?2", Instant.now().minusSeconds(1), opened.id));
        World.act(() -> LetterBatch.update("openUntil = ?1 where project = ?2", Instant.now().minusSeconds(1),
                project));
        lena.get(page).hides("Sanna");
        lena.get(made.path).submit("form[action$=/opening]", Map.of()).seesOther(made.path);
        lena.get(page).shows("Sanna Sund");
        assertEquals(2, disclosed(project).size());
        assertEquals(2, World.act(() -> Entry.count("verb = 'disclosed' and aboutId = ?1",
                disclosed(project).get(0).person.publicId)));
    }

    @Test
    void who_has_an_account_gets_no_letter() {
        Post.letters(World.openDraft(), "panelist").then().statusCode(422).body("errors[0].field", equalTo("to"));
    }

    @Test
    void who_answers_is_counted_and_shown_to_staff_only_from_five_on() {
        Draft draft = World.openDraft();
        Browser lena = as(World.lena());
        for (int i = 1; i <= 9; i++) {
            Response letter = Post.letters(draft, Post.somebody("Person " + i, "sv"));
            Post.access(Map.of("code", Post.code(letter), "speaking", i == 6 ? "supported" : "myself")).then()
                    .statusCode(200);
            Browser.Page people = lena.get(draft.project.path() + "/people");
            if (i < 5) people.hides("Med stöd av någon");
        }
        assertEquals(List.of("5", "färre än 5", "färre än 5"), lena.get(draft.project.path() + "/people")
                .shows("Med stöd av någon").document().select("dl dd").eachText(), "the next ones are not seen coming");
    }

    private static List<Disclosure> disclosed(Project project) {
        return World.act(() -> Disclosure.list("from Disclosure d join fetch d.person where d.aboutId = ?1",
                project.publicId));
    }

    private static void meets(Browser lena, Project project, String name, String language) {
        lena.post(project.path() + "/people/new", project.path() + "/people/new", "kind", "customer", "language",
                language, "name", name).seesOther("/people");
    }

    private static List<String> numbers(Project project) {
        return World.act(() -> Membership.of(project).stream().filter(one -> !one.person.hasAccount())
                .map(one -> "" + one.number).toList());
    }

    private static LetterBatch found(String id) {
        return World.act(() -> LetterBatch.<LetterBatch>find(
                "from LetterBatch b join fetch b.project where b.publicId = ?1", id).singleResult());
    }
}
