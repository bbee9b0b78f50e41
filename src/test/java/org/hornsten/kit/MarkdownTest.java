package org.hornsten.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final Set<String> ALLOWED = Set.of("p", "h2", "h3", "h4", "h5", "ul", "ol", "li", "strong", "em",
            "blockquote", "a", "table", "thead", "tbody", "tr", "th", "td", "br", "hr");
    private static final Set<String> ATTRIBUTES = Set.of("href", "rel");

    @Property(tries = 500)
    void only_listed_elements_and_attributes_come_out(@ForAll("nastyTexts") String text) {
        for (Markdown.Html html : List.of(Markdown.block(text), Markdown.inline(text)))
            for (Element element : Jsoup.parseBodyFragment(html.toString()).body().children().select("*")) {
                assertTrue(ALLOWED.contains(element.tagName()), () -> element.tagName() + " of " + text);
                for (Attribute attribute : element.attributes())
                    assertTrue(ATTRIBUTES.contains(attribute.getKey()), () -> attribute + " of " + text);
                String link = element.attr("href");
                assertTrue(link.isEmpty() || link.startsWith("https:") || link.startsWith("mailto:"), link);
            }
    }

    @Property(tries = 500)
    void a_second_pass_changes_nothing(@ForAll("nastyTexts") String text) {
        String once = Markdown.block(text).toString();
        assertEquals(once, Markdown.clean(once).toString());
    }

    @Property(tries = 200)
    void a_passage_stays_one_piece(@ForAll("nastyTexts") String text) {
        assertTrue(Jsoup.parseBodyFragment(Markdown.inline(text).toString()).body()
                .select("p, ul, ol, h2, table, blockquote, hr").isEmpty());
    }

    @Test
    void scripts_stay_visible_words() {
        String html = Markdown.block("Hej <script>alert(1)</script> & <b onclick=x>du</b>").toString();
        assertFalse(html.contains("<script"));
        assertTrue(Jsoup.parseBodyFragment(html).text().contains("<script>alert(1)</script>"));
    }

    @Test
    void links_lead_to_https_and_mail_only_and_vouch_for_nothing() {
        assertTrue(Markdown.inline("[a](https://example.org/x?y=1)").toString()
                .contains("rel=\"noopener nofollow ugc\""));
        assertTrue(Markdown.inline("[a](mailto:a@example.org)").toString().contains("href=\"mailto:"));
        for (String bad : List.of("javascript:alert(1)", "data:text/html,x", "http://example.org", "//example.org",
            "vbscript:x")) assertFalse(Markdown.inline("[a](" + bad + ")").toString().contains("href"), bad);
    }

    @Test
    void a_passage_beginning_like_a_list_or_heading_keeps_its_signs() {
        assertEquals("1. kl. 8", Markdown.inline("1. kl. 8").toString());
        assertEquals("# nio", Markdown.inline("# nio").toString());
        assertEquals("ett <strong>starkt</strong> och <em>mjukt</em> ord",
                Markdown.inline("ett **starkt** och *mjukt* ord").toString());
    }

    @Test
    void the_first_heading_of_a_text_stands_below_the_pages_own() {
        assertEquals("<h2>Ett</h2>\n<p>två</p>\n", Markdown.block("# Ett\n\ntvå").toString());
        assertTrue(Markdown.block("|a|b|\n|-|-|\n|1|2|").toString().contains("<td>1</td>"));
    }

    @Provide
    Arbitrary<String> nastyTexts() {
        Arbitrary<String> bits = Arbitraries.of("<script>", "</p>", "<img src=x onerror=alert(1)>", "[a](javascript:x)",
                "[", "](",
                "![b](https://x.example/i.png)", "# ", "\n", "\n\n", "> ", "- ", "1. ", "|", "|-|-|\n", "**", "*", "_",
                "`", "~~~\n", "    ",
                "<svg/onload=x>", "<a href=\"https://e.example\" class=x id=y style=z>", "&lt;", "&#x6a;avascript:",
                "\\", "<!--", "-->",
                "<![CDATA[", "{7*7}", "\u202e", "😀", "\u0000", "å", " ", "ord", "https://e.example",
                "<https://e.example>", "---\n", "<style>");
        return Arbitraries.oneOf(bits, Arbitraries.strings().ofMaxLength(5)).list().ofMaxSize(25)
                .map(list -> String.join("", list));
    }
}
