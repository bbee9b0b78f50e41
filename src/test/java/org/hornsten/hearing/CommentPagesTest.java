package org.hornsten.hearing;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Membership;
import org.hornsten.publishing.Publication;
import org.hornsten.rating.Rating;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.aino;
import static org.hornsten.World.fanny;
import static org.hornsten.World.lena;
import static org.hornsten.World.oskar;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Saying something about a passage, reading what others said, and typing in for those who phoned or wrote. */
@QuarkusTest
class CommentPagesTest {

    @Test
    void a_comment_is_stored_with_a_receipt_that_opens_it() {
        Draft draft = World.openDraft();
        Browser pekka = as(pekka()).reading("sv");
        Browser.Page thanks = say(pekka, draft, "words", "Lova en dag.").seesOther("/thanks").follow()
                .shows("Tack. Det är sparat.");
        String code = thanks.document().select(".receipt-code").text();
        assertTrue(code.matches("([A-Z0-9]{4}-){3}[A-Z0-9]{4}"), code);
        assertFalse(thanks.path.contains(code), "a receipt is never in an address");
        Contribution said = only(draft);
        assertEquals("Lova en dag.", said.words);
        assertEquals(passage(draft), said.passage);
    }

    @Test
    void a_form_sent_twice_is_one_comment_with_the_same_receipt() {
        Draft draft = World.openDraft();
        Browser pekka = as(pekka()).reading("sv");
        Browser.Page form = pekka.get(newComment(draft));
        Map<String, String> words = Map.of("words", "En gång.");
        form.submit("form[action=" + comments(draft) + "]", words).is(303);
        String first = pekka.get("/thanks").document().select(".receipt-code").text();
        form.submit("form[action=" + comments(draft) + "]", words).is(303);
        assertEquals(first, pekka.get("/thanks").document().select(".receipt-code").text());
        assertEquals("En gång.", only(draft).words);
    }

    @Test
    void ticked_sentences_next_to_each_other_are_one_exact_quote() {
        Draft draft = publishedText("Första meningen. Andra meningen. Tredje meningen.");
        say(as(pekka()), draft, "quote", List.of("all", "1", "2"), "words", "De här.").is(303);
        Contribution said = only(draft);
        assertEquals("Andra meningen. Tredje meningen.", said.quoteExact);
        assertEquals("Första meningen. ", said.quotePrefix);
    }

    @Test
    void sentences_apart_are_refused_and_the_words_stay() {
        Draft draft = publishedText("Första meningen. Andra meningen. Tredje meningen.");
        Browser.Page again = say(as(pekka()).reading("sv"), draft, "quote", List.of("0", "2"), "words", "De här.")
                .refuses("quote");
        assertEquals("De här.", again.document().select("textarea[name=words]").first().wholeText().strip());
    }

    @Test
    void marked_words_become_the_quote_and_words_that_are_not_there_are_told_at_once() {
        Draft draft = World.openDraft();
        Browser pekka = as(pekka()).reading("sv");
        Browser.Page form = pekka.get(newComment(draft) + "&exact=s%C3%A5%20snart%20vi%20hinner");
        assertEquals("så snart vi hinner", form.document().select("blockquote mark").text());
        form.submit("form[action=" + comments(draft) + "]", Map.of("words", "När då?")).is(303);
        assertEquals("så snart vi hinner", only(draft).quoteExact);
        pekka.get(newComment(draft) + "&exact=finns%20inte").shows("finns inte i den här versionen");
    }

    @Test
    void no_words_and_too_many_words_are_refused_beside_the_field() {
        Draft draft = World.openDraft();
        say(as(pekka()), draft, "words", "  ").refuses("words");
        say(as(pekka()), draft, "words", "x".repeat(4001)).refuses("words");
        assertTrue(all(draft).isEmpty());
    }

    @Test
    void four_byte_signs_and_right_to_left_words_are_kept_as_written() {
        Draft draft = World.openDraft();
        say(as(pekka()), draft, "words", "Hyvä 😀 שלום\nja vielä مرحبا").is(303);
        assertEquals("Hyvä 😀 שלום\nja vielä مرحبا", only(draft).words);
    }

    @Test
    void scripts_in_a_comment_are_shown_as_text() {
        Draft draft = World.openDraft();
        say(as(pekka()), draft, "words", "<script>alert(1)</script>").is(303);
        Document page = as(aino()).get(comments(draft)).is(200).document();
        assertTrue(page.select("main script").isEmpty());
        assertEquals("<script>alert(1)</script>", page.select(".said-words").text());
    }

    @Test
    void a_closed_round_says_so_and_gives_the_words_back() {
        Draft draft = World.openDraft();
        Browser pekka = as(pekka()).reading("sv");
        Browser.Page form = pekka.get(newComment(draft));
        act(() -> Publication.close(World.again(draft), "", java.time.Clock.systemUTC()));
        pekka.get(newComment(draft)).shows("Rundan är stängd");
        Browser.Page refused = form.submit("form[action=" + comments(draft) + "]", Map.of("words", "För sent ute."))
                .is(422);
        assertTrue(refused.document().select(".own-words").text().contains("För sent ute."));
        assertTrue(all(draft).isEmpty());
    }

    @Test
    void one_may_be_more_private_than_the_round_and_the_ledger_then_names_nobody() {
        Draft draft = World.openDraft(Anonymity.PSEUDONYM);
        say(as(pekka()), draft, "words", "Utan namn.", "anonymity", "ANONYMOUS").is(303);
        Contribution said = only(draft);
        assertNull(said.author);
        assertEquals("", said.authorName);
        Entry entry = act(() -> Entry.about(draft.ref())).stream().filter(e -> e.verb.equals("said")).findFirst()
                .orElseThrow();
        assertNull(entry.actor);
        assertFalse(entry.payload.contains("Utan namn"));
    }

    @Test
    void a_closed_projects_passages_are_not_found_by_others() {
        Draft draft = World.openDraft();
        assertEquals(404, as(oskar()).get(newComment(draft)).response.statusCode());
        assertEquals(404, as(oskar()).get(comments(draft)).response.statusCode());
        assertEquals(404, as(pekka())
                .get(comments(draft) + "/new?passage=" + passage(World.openDraft())).response.statusCode());
    }

    @Test
    void members_do_not_see_what_was_withdrawn_or_deflected_and_staff_see_what_was_deflected() {
        Draft draft = World.openDraft();
        Contribution gone = World.said(draft, "Tas tillbaka.");
        Contribution complaint = World.said(draft, "En klagan.");
        act(() -> {
            Contribution.<Contribution>findById(gone.id).withdraw(World.today());
            return Contribution.<Contribution>findById(complaint.id)
                    .deflect(Contribution.Deflection.COMPLAINT, "", World.today());
        });
        as(aino()).get(comments(draft)).is(200).hides("Tas tillbaka.").hides("En klagan.");
        as(fanny()).get(comments(draft)).is(200).hides("Tas tillbaka.").shows("En klagan.");
    }

    @Test
    void on_the_next_version_a_comment_says_whether_its_words_still_stand() {
        Draft draft = World.openDraft();
        World.said(draft, "Stycket finns kvar.");
        Browser pekka = as(pekka()).reading("sv");
        pekka.get(newComment(draft) + "&exact=s%C3%A5%20snart%20vi%20hinner")
                .submit("form[action=" + comments(draft) + "]", Map.of("words", "Orden ändras.")).is(303);
        var changes = World.rewrite(draft, "Vi ringer tillbaka så snart vi hinner.",
                "Du får ett brev senast på fredag.");
        changes.forEach(change -> World.explain(draft, change, Because.own(Because.OwnReason.EDITORIAL,
                org.hornsten.kit.Multilingual.of("sv", "Prov"))));
        World.publish(draft, Anonymity.PSEUDONYM);
        Document page = as(aino()).get(draft.path() + "/versions/2/comments").is(200).document();
        String told = page.select(".said:contains(Orden ändras.)").text();
        assertTrue(told.contains("Sagt om version 1"), told);
        assertTrue(told.contains("Flyttad?") || page.text().contains("Om ord som inte längre finns kvar"), page.text());
    }

    @Test
    void what_another_person_sent_under_the_same_key_is_not_given_out() {
        Draft draft = World.openDraft();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("version", 1, "language", "sv", "kind", "comment", "words", "Samma ord.");
        String first = api(pekka()).header("Idempotency-Key", key).body(body)
                .post("/api/v1" + draft.path() + "/contributions").then().statusCode(201).extract().path("receipt");
        String other = api(aino()).header("Idempotency-Key", key).body(body)
                .post("/api/v1" + draft.path() + "/contributions").then().statusCode(201).extract().path("receipt");
        assertFalse(first.equals(other));
    }

    @Test
    void staff_type_in_a_letter_and_read_the_receipt_aloud() {
        Draft draft = World.openDraft();
        Browser fanny = as(fanny());
        String typedIn = draft.path() + "/versions/1/typed-in";
        Browser.Page next = fanny.post(typedIn, typedIn, "channel", "PHONE", "receivedOn", "2026-11-02", "person",
                "CUSTOMER",
                "name", "Kund B", "about", "passage:" + passage(draft), "quote", "så snart vi hinner", "words",
                "Vilken dag?").follow();
        assertTrue(next.document().select(".receipt-code").text().contains("-"));
        assertEquals("2026-11-02", next.document().select("[name=receivedOn]").attr("value"));
        assertEquals("PHONE", next.document().select("[name=channel][checked]").attr("value"));
        Contribution said = only(draft);
        assertEquals(Channel.PHONE, said.channel);
        assertEquals("Kund B", said.authorName);
        assertEquals(fanny().id, said.typedBy.id);
        assertNull(said.author);
    }

    @Test
    void what_a_member_says_and_rates_by_phone_stands_on_the_members_own_page() {
        Draft draft = World.openDraft();
        String typedIn = draft.path() + "/versions/1/typed-in";
        int number = act(() -> Membership.<Membership>find("project = ?1 and person.id = ?2",
                draft.project, pekka().id).firstResult().number);
        String words = "Sagt av Pekka i telefon " + draft.publicId;
        Browser fanny = as(fanny());
        fanny.post(typedIn, typedIn, "channel", "PHONE", "member", "" + number, "words", words, "clear", "4").is(303);
        Contribution said = only(draft);
        assertEquals(pekka().id, said.author.id);
        assertEquals(fanny().id, said.typedBy.id);
        assertEquals(number, said.authorNumber);
        assertEquals(1, act(() -> Rating.count("version.draft.publicId = ?1 and channel = ?2", draft.publicId,
                Channel.PHONE)));
        as(pekka()).get("/me").shows(words);
        fanny.post(typedIn, typedIn, "channel", "PHONE", "member", "999999", "words", "Ord").refuses("member");
        fanny.post(typedIn, typedIn, "channel", "PHONE", "words", "Ord").refuses("person");
    }

    @Test
    void nobody_is_to_be_chosen_where_a_round_keeps_no_names() {
        Draft draft = act(() -> Draft.begun(org.hornsten.project.Project.findById(World.project().id),
                org.hornsten.kit.Multilingual.none(), "sv", org.hornsten.text.Markdown.read("# T\n\n## A\n\nEn text.")));
        World.publish(draft, Anonymity.ANONYMOUS);
        Browser.Page page = as(fanny()).get(draft.path() + "/versions/1/typed-in").is(200);
        assertTrue(page.document().select("[name=member]").isEmpty());
        assertTrue(as(fanny()).get(World.openDraft().path() + "/versions/1/typed-in").document()
                .select("select[name=member] option").size() > 1);
    }

    @Test
    void a_quote_that_is_not_in_the_passage_and_a_day_to_come_are_refused() {
        Draft draft = World.openDraft();
        String typedIn = draft.path() + "/versions/1/typed-in";
        Object[] letter = {"channel", "LETTER", "receivedOn", "2026-01-02", "person", "CUSTOMER", "about",
                "passage:" + passage(draft), "quote", "står inte där", "words", "Ord"};
        as(lena()).post(typedIn, typedIn, letter).refuses("quote");
        letter[3] = World.today().plusDays(2).toString();
        as(lena()).post(typedIn, typedIn, letter).refuses("receivedOn");
        letter[3] = "i går";
        as(lena()).post(typedIn, typedIn, letter).refuses("receivedOn");
        assertEquals(404, as(pekka()).get(typedIn).response.statusCode());
        assertTrue(all(draft).isEmpty());
    }

    private static Draft publishedText(String passage) {
        Draft draft = act(() -> Draft.begun(org.hornsten.project.Project.findById(World.project().id),
                org.hornsten.kit.Multilingual.none(), "sv",
                org.hornsten.text.Markdown.read("# T\n\n## A\n\nInledning.\n\n" + passage)));
        World.publish(draft, Anonymity.PSEUDONYM);
        return draft;
    }

    private static Browser.Page say(Browser who, Draft draft, Object... fields) {
        return who.post(newComment(draft), comments(draft), fields);
    }

    private static String comments(Draft draft) {
        return draft.path() + "/versions/1/comments";
    }

    private static String newComment(Draft draft) {
        return comments(draft) + "/new?language=sv&passage=" + passage(draft);
    }

    private static String passage(Draft draft) {
        return act(() -> World.again(draft).newest().orElseThrow().text("sv").orElseThrow().outline.passages().get(1)
                .id());
    }

    private static List<Contribution> all(Draft draft) {
        return act(() -> Contributions.about(draft.ref(), 1));
    }

    private static Contribution only(Draft draft) {
        List<Contribution> all = all(draft);
        assertEquals(1, all.size());
        return Optional.of(all.get(0)).orElseThrow();
    }
}
