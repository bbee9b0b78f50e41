package org.hornsten.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.hornsten.document.Inline.Run;
import org.hornsten.text.Passage;

class InlineTest {
    private static final Parser INLINE = Parser.builder().enabledBlockTypes(Set.of()).build();

    @Property(tries = 5_000)
    void markdown_says_the_words_and_nothing_else(@ForAll("runs") List<Run> runs) {
        Inline inline = new Inline(runs);
        assertEquals(inline.plain(), Heard.of(inline.markdown()).words);
        assertEquals(inline.plain(), Heard.of(inline.heading()).words);
        assertEquals(inline.plain(), Heard.of(new Passage("", Passage.Kind.PARAGRAPH, inline.markdown()).text()).words);
    }

    @Property(tries = 5_000)
    void nothing_is_formatted_that_was_not(@ForAll("runs") List<Run> runs) {
        Heard heard = Heard.of(new Inline(runs).markdown());
        assertTrue(heard.bold.isEmpty() || runs.stream().anyMatch(Run::bold));
        assertTrue(heard.italic.isEmpty() || runs.stream().anyMatch(Run::italic));
        assertTrue(heard.linked.isEmpty() || runs.stream().anyMatch(run -> !run.link().isEmpty()));
        assertTrue(heard.images == 0);
    }

    @Property(tries = 2_000)
    void a_cell_never_begins_another(@ForAll("runs") List<Run> runs) {
        String cell = new Inline(runs).cell();
        assertTrue(!Pattern.compile("(?<!\\\\)\\|").matcher(cell).find(), cell);
        assertEquals(new Inline(runs).plain(), Heard.of(cell).words);
    }

    @Example
    void words_apart_keep_their_emphasis() {
        Heard heard = Heard.of(new Inline(List.of(run("Ring "), new Run("genast ", true, false, ""),
            new Run("(helst", false, true, ""), run(") "),
            new Run("här", true, true, "https://a.fi/?a=1&copy;"))).markdown());
        assertEquals("genasthär", heard.bold.toString());
        assertEquals("(helsthär", heard.italic.toString());
        assertEquals("https://a.fi/?a=1&copy; ", heard.linked.toString());
    }

    @Provide
    Arbitrary<List<Run>> runs() {
        Arbitrary<String> text = Arbitraries.strings().withChars("ab1 \u00a0*_[]()<>`\\&;#~!|.-–å\t\n").ofMaxLength(8)
            .edgeCases(edges -> edges.add("&amp;", "![a](b)", "<b>", "**a**", "a@b.fi", "😀", "https://a.fi"));
        Arbitrary<String> link = Arbitraries.of("", "", "", "https://a.fi/(x)_y|z`*", "mailto:a@b.fi?x=1&amp;");
        return Combinators.combine(text, Arbitraries.of(true, false), Arbitraries.of(true, false), link).as(Run::new)
            .list().ofMaxSize(6);
    }

    private static Run run(String text) {
        return new Run(text, false, false, "");
    }

    /** What a CommonMark parser takes a text for. */
    private static final class Heard extends AbstractVisitor {
        private final StringBuilder bold = new StringBuilder();
        private final StringBuilder italic = new StringBuilder();
        private final StringBuilder linked = new StringBuilder();
        private String words = "";
        private boolean inBold;
        private boolean inItalic;
        private int images;

        static Heard of(String markdown) {
            Heard heard = new Heard();
            INLINE.parse(markdown).accept(heard);
            return heard;
        }

        @Override public void visit(Text text) {
            words += text.getLiteral();
            if (inBold) bold.append(text.getLiteral());
            if (inItalic) italic.append(text.getLiteral());
        }

        @Override public void visit(StrongEmphasis strong) {
            inBold = true;
            visitChildren(strong);
            inBold = false;
        }

        @Override public void visit(Emphasis emphasis) {
            inItalic = true;
            visitChildren(emphasis);
            inItalic = false;
        }

        @Override public void visit(Link link) {
            linked.append(link.getDestination()).append(' ');
            visitChildren(link);
        }

        @Override public void visit(Image image) {
            images++;
        }
    }
}
