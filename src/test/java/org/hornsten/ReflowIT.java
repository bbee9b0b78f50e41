package org.hornsten;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Nobody has to scroll sideways or loses words: on the narrowest screen, with text twice as large, with airy text. */
class ReflowIT {
    private static final Screen.Device WIDE = Screen.Device.DESKTOP;

    private static final String TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%'";
    /** WCAG 2.2, success criterion 1.4.12. */
    private static final String AIRY = """
            { const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; '
                + 'word-spacing: .16em !important } p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [sheet]; }""";
    /** What sticks out of the window, or is cut off by the box it is in, unless that box may be scrolled. */
    private static final String FAULTS = """
            () => {
              const faults = [];
              const root = document.documentElement;
              if (root.scrollWidth > root.clientWidth) faults.push('page is ' + root.scrollWidth + ' wide in ' + root.clientWidth);
              const scrolls = e => { for (; e && e !== document.body; e = e.parentElement)
                if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true; return false; };
              const name = e => e.tagName.toLowerCase() + '.' + e.className + ' "' + e.textContent.trim().slice(0, 40) + '"';
              for (const e of document.body.querySelectorAll('*')) {
                const style = getComputedStyle(e), box = e.getBoundingClientRect();
                if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || e.closest('svg')) continue;
                const speaks = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                if (speaks && (box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(e) && !e.closest('.govuk-skip-link'))
                  faults.push('out of the window: ' + name(e));
                // a few lines of longer words, with a link to all of them, are cut on purpose
                const cuts = /hidden|clip/.test(style.overflowX + style.overflowY) && style.webkitLineClamp === 'none';
                if (cuts && e.textContent.trim() && (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2))
                  faults.push('cut off: ' + name(e));
                if (e.matches('button, .govuk-button, .govuk-tag')) {
                  const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = document.createRange();
                  const out = of => of.right > box.right + 1 || of.left < box.left - 1 || of.bottom > box.bottom + 1 || of.top < box.top - 1;
                  let outside = false;
                  while (walker.nextNode()) {
                    if (walker.currentNode.parentElement.clientWidth === 1) continue; // said to screen readers only
                    range.selectNodeContents(walker.currentNode);
                    outside = outside || [...range.getClientRects()].some(of => of.width && out(of));
                  }
                  if (outside)
                    faults.push('words outside of their button: ' + name(e));
                }
              }
              return faults.slice(0, 5);
            }""";

    @TestFactory
    Stream<DynamicTest> every_page_fits_320_pixels_also_with_airy_text() {
        return Tour.of("sv", Screen.Device.NARROW).visit(page -> {
            List<String> faults = faults(page);
            if (!faults.isEmpty()) return faults;
            page.evaluate(AIRY);
            return faults(page);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_page_bears_text_twice_as_large() {
        return Tour.of("fi", WIDE).visit(page -> {
            page.evaluate(TWICE_AS_LARGE);
            return faults(page);
        });
    }

    @Test
    void a_page_that_is_too_wide_would_be_found() {
        try (Screen screen = Screen.of(Screen.Device.NARROW, "sv").open("/help")) {
            assertEquals(List.of(), faults(screen.page()));
            screen.page().evaluate("() => { const h = document.querySelector('h1'); h.style.whiteSpace = 'nowrap'; "
                    + "h.textContent = 'ord '.repeat(40) }");
            assertFalse(faults(screen.page()).isEmpty());
        }
    }

    private static List<String> faults(Page page) {
        return ((List<?>) page.evaluate(FAULTS)).stream().map(Object::toString).toList();
    }
}
