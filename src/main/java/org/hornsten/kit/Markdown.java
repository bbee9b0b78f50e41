package org.hornsten.kit;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown as people write it, made into HTML that holds nothing but the elements of a text: no raw HTML, no images,
 * no classes or ids, links to https and mail only.
 */
public final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser BLOCKS = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(50).build();
    /** Paragraphs only: a passage that begins with {@code 1.} or {@code #} is still one passage. */
    private static final Parser INLINE = Parser.builder().enabledBlockTypes(Set.of()).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS)
            .escapeHtml(true).softbreak(" ").build();
    private static final Pattern PARAGRAPH = Pattern.compile("</?p>\\n?");
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "h2", "h3", "h4", "h5", "ul", "ol", "li", "strong", "em", "blockquote",
                    "table", "thead", "tbody", "tr", "th", "td", "br", "hr", "a")
            .allowElements((name, attributes) -> "h2", "h1")
            .allowElements((name, attributes) -> "h5", "h6")
            .allowUrlProtocols("https", "mailto")
            .allowAttributes("href").onElements("a")
            .requireRelsOnLinks("noopener", "nofollow", "ugc")
            .toFactory();

    private Markdown() {}

    /** Sanitised HTML: the only text a template may show without escaping. */
    public static final class Html {
        private final String html;

        private Html(String html) {
            this.html = html;
        }

        @Override
        public String toString() {
            return html;
        }
    }

    /** A whole text: headings from the second level down, paragraphs, lists, quotes, tables. */
    public static Html block(String markdown) {
        return clean(RENDERER.render(BLOCKS.parse(markdown)));
    }

    /** One passage: emphasis, links and breaks, without a block around it. */
    public static Html inline(String markdown) {
        String html = RENDERER.render(INLINE.parse(markdown));
        return clean(PARAGRAPH.matcher(html.replace("</p>\n<p>", "<br>")).replaceAll(""));
    }

    /** A second time changes nothing. */
    static Html clean(String html) {
        return new Html(ALLOWED.sanitize(html));
    }
}
