package org.hornsten;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Choosing words of a text to say something about, in each of the ways people have. */
final class Marking {
    private static final int MOST_STEPS = 60;
    /**
     * Selects words in an element as a finger does by a long press; @return left, right and middle of first and
     * last line
     */
    private static final String SELECT = """
            ([box, words]) => {
              const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
              let text = '', nodes = [];
              while (walker.nextNode()) { nodes.push([text.length, walker.currentNode]); text += walker.currentNode.data; }
              const from = text.indexOf(words), to = from + words.length;
              if (from < 0) throw new Error(words + ' is not in ' + text);
              const at = (place, end) => { const [start, node] = nodes.filter(([s]) => end ? s < place : s <= place).at(-1);
                return [node, place - start]; };
              const range = document.createRange();
              range.setStart(...at(from, false)); range.setEnd(...at(to, true));
              range.startContainer.parentElement.scrollIntoView({block: 'center'});
              return range;
            }""";
    private static final String ENDS = "a => { const r = (" + SELECT
            + ")(a).getClientRects(); const f = r[0], l = r[r.length - 1];"
            + " return [f.left, (f.top + f.bottom) / 2, l.right, (l.top + l.bottom) / 2]; }";
    private static final String MARK = "a => { const s = getSelection(); s.removeAllRanges(); s.addRange((" + SELECT
            + ")(a)); }";

    private final Screen screen;
    private final String words;

    enum How { MOUSE, TOUCH, KEYBOARD, SENTENCES }

    private Marking(Screen screen, String words) {
        this.screen = screen;
        this.words = words;
    }

    static Marking of(Screen screen, String words) {
        return new Marking(screen, words);
    }

    /** Leads to the form where one says something about the words. */
    void begin(How how) {
        switch (how) {
            case MOUSE -> {
                drag(screen, passage(), words);
                screen.press(offer());
            }
            case TOUCH -> {
                passage().evaluate("(box, words) => (" + MARK + ")([box, words])", words);
                screen.press(offer());
            }
            case KEYBOARD -> byKeyboard();
            case SENTENCES -> bySentences();
        }
    }

    /** By mouse, in the element of that selector. */
    static void select(Screen screen, String selector, String words) {
        drag(screen, screen.page().locator(selector), words);
    }

    private static void drag(Screen screen, Locator box, String words) {
        List<?> ends = (List<?>) box.evaluate("(box, words) => (" + ENDS + ")([box, words])", words);
        Page page = screen.page();
        page.mouse().move(number(ends.get(0)), number(ends.get(1)));
        page.mouse().down();
        page.mouse().move(number(ends.get(2)) - 4, number(ends.get(3)));
        page.mouse().move(number(ends.get(2)), number(ends.get(3)));
        page.mouse().up();
    }

    private void byKeyboard() {
        Keys keys = new Keys(screen);
        keys.to(screen.page().locator(".mark-keys button"));
        keys.press("Enter");
        keys.to(passage());
        for (int step = 0; step < MOST_STEPS && !marked().startsWith(words); step++) {
            if (before().endsWith(words)) extendBack(keys);
            else keys.press("ArrowRight");
        }
        keys.to(offer());
        screen.press(() -> keys.press("Enter"));
    }

    private void extendBack(Keys keys) {
        for (int step = 0; step < MOST_STEPS && marked().length() < words.length(); step++)
            keys.press("Shift+ArrowLeft");
    }

    private String marked() {
        return (String) screen.page().evaluate("() => getSelection().toString()");
    }

    private String before() {
        return (String) passage().evaluate("""
                box => { const s = getSelection(); if (!s.rangeCount || !box.contains(s.focusNode)) return '';
                  const r = document.createRange(); r.setStart(box, 0); r.setEnd(s.focusNode, s.focusOffset); return r.toString(); }""");
    }

    private void bySentences() {
        Locator link = screen.page().locator(".passage:has-text('" + words + "') a.comment-link");
        screen.press(link);
        Locator sentence = screen.page()
                .locator("main .govuk-checkboxes__label", new Page.LocatorOptions().setHasText(words));
        if (sentence.count() == 0) return;
        screen.pick("quote", "all");
        sentence.click();
    }

    private Locator passage() {
        return screen.page().locator(".passage-text", new Page.LocatorOptions().setHasText(words));
    }

    private Locator offer() {
        return screen.page().locator(".selection-bar button");
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
