package org.hornsten.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.hornsten.diff.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource({"draft-v1.sv.md,48", "draft-v2.sv.md,49", "draft-v3.sv.md,50",
        "draft-v1.fi.md,48", "draft-v2.fi.md,49"})
    void the_drafts_have_their_known_number_of_passages_in_ten_sections(String file, int passages) {
        Outline draft = Markdown.read(Draft.file(file));
        assertEquals(passages, draft.passages().size());
        assertEquals(10, draft.sections().size());
        assertEquals(Draft.file(file), Markdown.write(draft));
    }

    @Test
    void two_hyphens_in_a_list_are_no_rule() {
        Outline outline = new Outline("", List.of(new Section("s", "Tider", 2,
                List.of(new Passage("p", Passage.Kind.ITEM, "--")))));
        assertEquals("--", Markdown.read(Markdown.write(outline)).passages().get(0).text());
    }

    @Test
    void a_list_in_a_list_without_end_is_text() {
        assertEquals(1, Markdown.read("- ".repeat(3000) + "x").passages().size());
        assertEquals(1, Markdown.read(">".repeat(5000) + "x").passages().size());
    }

    @Test
    void title_opening_sections_lists_tables_quotes_and_code_become_an_outline() {
        Outline read = Markdown.read("""
            # Modell *ett*

            Före första rubriken,\\
            på två rader.

            Kontakt ##
            ----------
            - en
              - två

                stycke i punkt
            1. tre

            ### Avgifter ###
            | Vad | Pris |
            |---|--:|
            | besök | 10 \\| 20 |

            > citat
            > vidare

                kod
            ***
            <div onclick="x">
            html
            </div>
            """);
        assertEquals("Modell *ett*", read.title());
        assertEquals(List.of(" 2", "Kontakt ## 2", "Avgifter 3"),
            read.sections().stream().map(s -> s.heading() + " " + s.level()).toList());
        assertEquals(List.of("PARAGRAPH Före första rubriken, på två rader.", "ITEM en", "ITEM två",
            "PARAGRAPH stycke i punkt", "NUMBERED tre", "ROW Vad | Pris", "ROW besök | 10 \\| 20",
            "PARAGRAPH citat vidare", "PARAGRAPH kod", "PARAGRAPH <div onclick=\"x\"> html </div>"),
            read.passages().stream().map(p -> p.kind() + " " + p.text()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. maj", "1) maj", "# inte rubrik", "- inte punkt", "+", "*", "---", "***", "> inte citat",
        "```", "~~~", "<script>alert(1)</script>", "[a]: http://b", "| a | b |", "\\# a", "1\\. a", "\\\\", "===",
        "<!-- x -->"})
    void a_passage_that_looks_like_a_block_stays_a_passage(String text) {
        for (Passage.Kind kind : Passage.Kind.values()) {
            Outline outline = new Outline("T", List.of(new Section("", "", 2, List.of(new Passage("", kind, text)))));
            assertEquals(outline, Markdown.read(Markdown.write(outline)), () -> Markdown.write(outline));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "---", "-", ">", "#", "- \n-"})
    void text_without_words_has_no_passages(String markdown) {
        assertEquals(List.of(), Markdown.read(markdown).passages());
    }

    @Test
    void plain_text_has_no_marks() {
        assertEquals("Ring 1. maj eller skriv", Markdown.plain("Ring **1. maj** _eller_ [skriv](https://x.example)"));
        assertEquals("1. maj", Markdown.plain("1. maj"));
    }

    @Property(tries = 1000)
    void what_is_written_is_read_back_equal(@ForAll("outlines") Outline outline) {
        assertEquals(outline, Markdown.read(Markdown.write(outline)), () -> Markdown.write(outline));
    }

    @Property(tries = 1000)
    void what_was_read_once_stays_as_it_is(@ForAll("sources") String source) {
        Outline read = Markdown.read(source);
        assertEquals(read, Markdown.read(Markdown.write(read)), () -> Markdown.write(read));
    }

    @Provide
    Arbitrary<String> sources() {
        return Arbitraries.of("# ", "## ", "- ", "1. ", "> ", "```", "| a | b |", "|---|---|", "---", "===",
            "[a]: b", "<div>", "`", "\\", "  ", "    ", "\t", "å", "word", "*", "_", "\n", "\n", "\n\n",
            "😀", "#", "|", "]", "\r\n", "<!--", "-->", "<b>")
            .list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Outline> outlines() {
        Arbitrary<Passage> passages = Combinators.combine(Arbitraries.of(Passage.Kind.class), text())
            .as((kind, text) -> new Passage("", kind, text)).filter(p -> !p.text().isEmpty());
        Arbitrary<Section> sections = Combinators.combine(text(), Arbitraries.integers().between(2, 6),
            passages.list().ofMaxSize(5)).as((heading, level, list) -> new Section("", heading, level, list));
        return Combinators.combine(text(), sections.list().ofMaxSize(4)).as(Outline::new);
    }

    private static Arbitrary<String> text() {
        Arbitrary<String> marks = Arbitraries.of(Stream.of("#", "##", "-", "1.", "12)", ">", "`", "```", "|",
            "---", "===", "[a]:", "<div>", "\\", "*", "_", " ", "\t", "å", "Ring", "oss", "😀", "שלום", "&amp;",
            "<!--", "~~~", "+", "\n", "!").toList());
        return Arbitraries.frequencyOf(Tuple.of(5, marks.list().ofMaxSize(6).map(list -> String.join("", list))),
            Tuple.of(1, Arbitraries.strings().ofMaxLength(12).filter(s -> s.chars().noneMatch(c ->
                Character.isSurrogate((char) c)))));
    }
}
