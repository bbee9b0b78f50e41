package org.hornsten.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hornsten.diff.Anchor.Fate;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;
import org.hornsten.text.Section;
import org.hornsten.text.Words;
import org.junit.jupiter.api.Test;

class AnchorTest {

    @Test
    void every_quote_of_the_demo_is_found_on_its_own_version() {
        for (Map<String, String> row : Draft.table("contributions.csv")) {
            if (row.get("quote_exact").isEmpty() || !row.get("language").equals("sv")) continue;
            Outline on = row.get("version").equals("1") ? Draft.SV1 : Draft.SV2;
            Passage passage = Draft.containing(on, row.get("quote_exact"));
            Anchor anchor = Anchor.of(quote(passage, row.get("quote_exact")), passage.id(), on, on);
            assertEquals(Fate.FOUND, anchor.fate());
            assertEquals(passage.id(), anchor.passage());
            assertEquals(row.get("quote_exact"), anchor.place().of(passage.text()));
        }
    }

    @Test
    void a_sentence_that_still_stands_is_found_and_what_is_found_reads_much_as_it_did() {
        for (Passage passage : Draft.SV1.passages()) {
            for (Quote.Place place : Words.sentences(passage.text(), Locale.ROOT)) {
                Quote quote = Quote.at(passage.text(), place.from(), place.to());
                Anchor anchor = Anchor.of(quote, passage.id(), Draft.SV1, Draft.SV2);
                boolean stands = Draft.SV2.text().contains(quote.exact().strip())
                    && quote.exact().length() > Quote.CONTEXT;
                assertTrue(!stands || anchor.fate() == Fate.FOUND, quote + " → " + anchor);
                if (anchor.fate() != Fate.FOUND) continue;
                String words = anchor.place().of(Draft.SV2.passage(anchor.passage()).orElseThrow().text());
                assertTrue(Likeness.of(words, quote.exact()) >= 0.75, quote + " → " + words);
            }
        }
    }

    @Test
    void a_quote_goes_along_to_the_part_of_a_split_its_words_went_to() {
        Passage passage = Draft.containing(Draft.SV1, "Vi talar lugnt");
        Anchor anchor = Anchor.of(quote(passage, "ger tid att fundera"), passage.id(), Draft.SV1, Draft.SV2);
        assertEquals(Fate.FOUND, anchor.fate());
        assertEquals(Draft.containing(Draft.SV2, "Vi talar lugnt").id(), anchor.passage());
    }

    @Test
    void words_that_were_rewritten_are_not_found_silently() {
        Passage passage = Draft.containing(Draft.SV1, "klockan 9–14");
        Anchor anchor = Anchor.of(quote(passage, "vardagar klockan 9–14"), passage.id(), Draft.SV1, Draft.SV2);
        assertNotEquals(Fate.FOUND, anchor.fate());
    }

    @Test
    void two_places_alike_need_a_person() {
        Outline older = outline("Ring oss på måndag.");
        Outline newer = new Outline("", List.of(new Section("s", "", 2, List.of(
            new Passage("p8", Passage.Kind.ITEM, "Ring oss på måndag."),
            new Passage("p9", Passage.Kind.ITEM, "Ring oss på måndag.")))));
        assertEquals(Fate.UNSURE, Anchor.of(quote(older.passages().get(0), "på måndag"), "p1", older, newer).fate());
    }

    @Test
    void the_same_word_elsewhere_is_not_the_place() {
        Outline older = outline("När klienten ringer svarar någon genast.", "Planen skrivs ut.");
        Outline newer = outline("Någon svarar.", "Planen skickas till klienten efter mötet.");
        assertNotEquals(Fate.FOUND, Anchor.of(quote(older.passages().get(0), "klienten"), "p1", older, newer).fate());
    }

    @Test
    void what_is_gone_is_an_orphan() {
        Passage passage = Draft.containing(Draft.SV1, "aktivitetsklocka");
        Anchor anchor = Anchor.of(quote(passage, "aktivitetsklocka"), passage.id(), Draft.SV1, Draft.SV2);
        assertEquals(new Anchor(Fate.ORPHAN, "", new Quote.Place(0, 0), 0), anchor);
    }

    @Test
    void words_moved_to_another_passage_are_found_there() {
        Outline older = outline("Mötet hålls hemma. Klienten väljer tiden själv när det passar.", "Planen skrivs ut.");
        Outline newer = outline("Mötet hålls hemma.", "Planen skrivs ut. Klienten väljer tiden själv när det passar.");
        Anchor anchor = Anchor.of(quote(older.passages().get(0), "väljer tiden själv"), "p1", older, newer);
        assertEquals(Fate.FOUND, anchor.fate());
        assertEquals("p2", anchor.passage());
    }

    private static Quote quote(Passage passage, String words) {
        int at = passage.text().indexOf(words);
        return Quote.at(passage.text(), at, at + words.length());
    }

    private static Outline outline(String... texts) {
        List<Passage> passages = new ArrayList<>();
        for (String text : texts) passages.add(new Passage("p" + (passages.size() + 1), Passage.Kind.PARAGRAPH, text));
        return new Outline("", List.of(new Section("s", "Rubrik", 2, passages)));
    }
}
