package org.hornsten;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Deque's axe, asked for everything of WCAG 2.2 A and AA and for its best practice. */
final class Axe {
    private static final String PROGRAM = read();
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
            "best-practice");
    private static final String ASK = """
            async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations
                .flatMap(fault => fault.nodes.slice(0, 3).map(node => fault.id + ': ' + node.target.join(' ') + ' '
                    + node.html.slice(0, 160) + ' ' + node.any.concat(node.all, node.none).map(n => n.message).join(', ')))""";

    private Axe() {}

    /** What is wrong on the page as it stands in the browser. */
    static List<String> faults(Page page) {
        page.evaluate(PROGRAM);
        return ((List<?>) page.evaluate(ASK, RULES)).stream().map(Object::toString).toList();
    }

    private static String read() {
        try (InputStream program = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(program.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
