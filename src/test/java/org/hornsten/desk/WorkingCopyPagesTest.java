package org.hornsten.desk;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.draft.WorkingText;
import org.hornsten.ledger.Entry;
import org.hornsten.text.Section;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.fanny;
import static org.hornsten.World.lena;
import static org.hornsten.World.linus;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Writing the text section by section, as a whole, and in more languages. */
@QuarkusTest
class WorkingCopyPagesTest {
    private static final String BEFORE = "så snart vi hinner";

    @Test
    void an_edited_section_keeps_the_ids_of_its_passages() {
        Draft draft = World.draft(World.project());
        List<String> ids = ids(draft, "sv");
        edit(draft, as(lena()), BEFORE, "samma dag").follow().shows("Vi ringer tillbaka samma dag.");
        assertEquals(ids, ids(draft, "sv"));
        assertTrue(act(() -> Entry.about(draft.ref())).stream().anyMatch(entry -> entry.verb.equals("edited")));
    }

    @Test
    void two_leads_at_one_section_get_both_texts_to_compare_and_nothing_is_overwritten() {
        Draft draft = World.draft(World.project());
        Browser first = as(lena());
        Browser second = as(lena());
        Browser.Page open = second.get(section(draft, 0));
        edit(draft, first, BEFORE, "samma dag").is(303);
        Browser.Page conflict = open.submit("form[action=" + section(draft, 0) + "]",
                Map.of("markdown", open.document().select("textarea").first().wholeText().replace(BEFORE, "i morgon")))
                .is(409);
        assertTrue(conflict.document().select(".conflict-theirs").text().contains("samma dag"));
        assertTrue(conflict.document().select("textarea").first().wholeText().contains("i morgon"));
        assertTrue(text(draft, "sv").contains("samma dag"));
        conflict.submit("form[action=" + section(draft, 0) + "]", Map.of()).is(303);
        assertTrue(text(draft, "sv").contains("i morgon"));
    }

    @Test
    void two_leads_at_two_sections_do_not_disturb_each_other() {
        Draft draft = World.draft(World.project());
        Browser.Page open = as(lena()).get(section(draft, 1));
        edit(draft, as(lena()), BEFORE, "samma dag").is(303);
        open.submit("form[action=" + section(draft, 1) + "]",
                Map.of("markdown", "## Planen\n\nKlienten får en annan plan.")).is(303);
        assertTrue(text(draft, "sv").contains("samma dag") && text(draft, "sv").contains("en annan plan"));
    }

    @Test
    void a_section_removed_meanwhile_leaves_what_was_written_to_be_saved_anew() {
        Draft draft = World.draft(World.project());
        String gone = section(draft, 0);
        Browser.Page open = as(lena()).get(gone);
        as(lena()).post(gone + "/removal", gone + "/removal").is(303);
        Browser.Page conflict = open.submit("form[action=" + gone + "]", Map.of("markdown", "## Kontakt\n\nMina ord."))
                .is(409);
        conflict.submit("form[action=" + draft.workingCopyPath() + "/sections]", Map.of()).is(303);
        assertTrue(text(draft, "sv").contains("Mina ord."));
    }

    @Test
    void an_empty_section_is_refused_beside_the_field() {
        Draft draft = World.draft(World.project());
        as(lena()).post(section(draft, 0), section(draft, 0), "markdown", " ").refuses("markdown");
        assertTrue(text(draft, "sv").contains(BEFORE));
    }

    @Test
    void sections_are_added_and_moved_by_buttons() {
        Draft draft = World.draft(World.project());
        Browser lena = as(lena());
        lena.post(draft.workingCopyPath() + "/sections/new?language=sv&after=" + sectionIds(draft).get(0),
                draft.workingCopyPath() + "/sections", "markdown", "## Mitten\n\nEtt stycke.").is(303);
        assertEquals(List.of("Första kontakten", "Mitten", "Planen"), headings(draft));
        lena.get(draft.workingCopyPath())
                .submit("section[id=" + sectionIds(draft).get(2) + "] button[value=up]", Map.of()).is(303);
        assertEquals(List.of("Första kontakten", "Planen", "Mitten"), headings(draft));
    }

    @Test
    void a_whole_text_brought_back_tells_what_it_would_change_before_it_is_kept() {
        Draft draft = World.openDraft();
        String markdown = World.TEXT.replace(BEFORE, "senast följande vardag").replace("- Planen skickas hem.\n", "")
                .replace("## Planen", "## Planen\n\nEtt helt nytt stycke om annat.");
        Browser lena = as(lena());
        String whole = draft.workingCopyPath() + "/text";
        Browser.Page check = lena.post(whole, whole + "/preview", "markdown", markdown).shows("Ändringar: 3.");
        assertEquals(List.of("ändrat", "tillagt", "borttaget"),
                check.document().select(".difference-kind strong").eachText());
        assertTrue(text(draft, "sv").contains(BEFORE), "only shown so far");
        check.submit("form[action=" + whole + "]", Map.of()).is(303);
        lena.get(draft.workingCopyPath()).shows("Ändringar sedan den publicerade versionen: 3.");
    }

    @Test
    void a_split_a_merge_and_a_move_are_told_apart_from_edits() {
        Draft draft = World.draft(World.project());
        act(() -> {
            WorkingText working = WorkingText.of(World.again(draft), "sv").orElseThrow();
            return working.replace(org.hornsten.text.Markdown.read("""
                    # Modell

                    ## Ett

                    Servicestyrningen tar emot samtal från invånare och deras anhöriga alla vardagar. Rådgivaren ringer \
                    tillbaka inom två arbetsdagar och berättar vem som är ansvarig.

                    Rådgivaren antecknar det viktigaste i klientens plan.

                    Planen skickas hem per post.

                    ## Två

                    Avgiften beslutas av nämnden varje år i december.

                    Blanketter finns på biblioteket och på hälsostationen i varje kommun.
                    """), working.edition);
        });
        World.publish(draft, org.hornsten.input.Anonymity.PSEUDONYM);
        String whole = draft.workingCopyPath() + "/text";
        Document check = as(lena()).post(whole, whole + "/preview", "markdown", """
                # Modell

                ## Ett

                Servicestyrningen tar emot samtal från invånare och deras anhöriga alla vardagar.

                Rådgivaren ringer tillbaka inom två arbetsdagar och berättar vem som är ansvarig.

                Rådgivaren antecknar det viktigaste i klientens plan. Planen skickas hem per post.

                ## Två

                Blanketter finns på biblioteket och på hälsostationen i varje kommun.

                Avgiften beslutas av nämnden varje år i december.
                """).is(200).document();
        List<String> kinds = check.select(".difference-kind strong").eachText();
        assertTrue(kinds.containsAll(List.of("delat", "sammanslaget", "flyttat")), kinds.toString());
    }

    @Test
    void a_new_language_runs_parallel_to_the_main_text() {
        Draft draft = World.draft(World.project());
        String languages = draft.languagesPath();
        Browser.Page check = as(lena())
                .post(languages + "/new", draft.languagesPreviewPath(), "language", "fi", "markdown",
                World.TEXT.replace("En modell på prov", "Malli").replace("Numret är öppet", "Numero on auki"));
        check.submit("form[action=" + languages + "]", Map.of()).is(303);
        assertEquals(ids(draft, "sv"), ids(draft, "fi"));
    }

    @Test
    void a_translation_is_behind_until_somebody_writes_or_confirms_it_again() {
        Draft draft = World.draft(World.project());
        Browser lena = as(lena());
        String finnish = draft.workingCopyPath() + "?language=fi";
        lena.post(draft.languagesPath() + "/new", draft.languagesPreviewPath(), "language", "fi", "start", "copy")
                .submit("form[action=" + draft.languagesPath() + "]", Map.of()).is(303);
        assertTrue(lena.get(finnish).is(200).document().select(".desk-behind").isEmpty());
        edit(draft, lena, BEFORE, "samma dag").is(303);
        Browser.Page behind = lena.get(finnish).shows("Översättningen ligger efter");
        assertTrue(behind.document().select(".desk-behind").text().contains("samma dag"),
                "the source stands beside it");
        String confirmation = draft.workingCopyPath() + "/sections/" + sectionIds(draft).get(0) + "/confirmation";
        behind.submit("form[action=" + confirmation + "]", Map.of()).is(303);
        assertTrue(lena.get(finnish).is(200).document().select(".desk-behind").isEmpty());
        edit(draft, lena, "samma dag", "i dag").is(303);
        behind.submit("form[action=" + confirmation + "]", Map.of()).is(409);
    }

    @Test
    void a_long_word_and_a_long_sentence_show_in_the_readability_of_their_section() {
        Draft draft = World.draft(World.project());
        Document page = as(lena()).get(draft.workingCopyPath()).is(200).document();
        assertEquals(2, page.select(".lix").size());
        assertTrue(page.select(".lix").first().text().matches("LIX \\d+: .*vardagar.*"),
                page.select(".lix").first().text());
    }

    @Test
    void nobody_but_the_lead_sees_the_working_copy() {
        Draft draft = World.openDraft();
        for (var person : List.of(pekka(), fanny(), linus()))
            assertEquals(404, as(person).get(draft.workingCopyPath()).response.statusCode(), person.name);
        assertEquals(303, Browser.nobody().get(draft.workingCopyPath()).response.statusCode());
    }

    private static Browser.Page edit(Draft draft, Browser lena, String before, String after) {
        String section = section(draft, 0);
        Browser.Page open = lena.get(section);
        return open.submit("form[action=" + section + "]",
                Map.of("markdown", open.document().select("textarea").first().wholeText().replace(before, after)));
    }

    private static String section(Draft draft, int index) {
        return draft.workingCopyPath() + "/sections/" + sectionIds(draft).get(index);
    }

    private static List<String> sectionIds(Draft draft) {
        return act(() -> WorkingText.of(World.again(draft), "sv").orElseThrow().outline.sections().stream()
                .map(Section::id).toList());
    }

    private static List<String> headings(Draft draft) {
        return act(() -> WorkingText.of(World.again(draft), "sv").orElseThrow().outline.sections().stream()
                .map(Section::heading).toList());
    }

    private static List<String> ids(Draft draft, String language) {
        return act(() -> WorkingText.of(World.again(draft), language).orElseThrow().outline.passages().stream()
                .map(p -> p.id()).toList());
    }

    private static String text(Draft draft, String language) {
        return act(() -> WorkingText.of(World.again(draft), language).orElseThrow().outline.text());
    }
}
