package org.hornsten;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A keyboard and nothing else. At each stop one must see where one is, and nothing may lie over it. */
final class Keys {
    private static final int MOST_STOPS = 150;
    private static final int MOST_CHOICES = 20;
    private static final int MARGIN = 8;

    /** The box of what has the focus, with its label; empty when it cannot be reached by the eye. */
    private static final String BOX = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return [];
              const parts = [e, ...(e.matches('input[type=radio], input[type=checkbox]') ? e.labels : [])];
              const boxes = parts.flatMap(p => [...p.getClientRects()]).filter(b => b.width && b.height);
              const at = (x, y) => { const hit = document.elementFromPoint(x, y);
                return hit && parts.some(p => p === hit || p.contains(hit)); };
              const seen = boxes.some(b => [.5, .1, .9].some(f => at(b.left + b.width * f, b.top + Math.min(b.height / 2, 200))));
              if (!seen) return [];
              const left = Math.min(...boxes.map(b => b.left)), top = Math.min(...boxes.map(b => b.top));
              return [left, top, Math.max(...boxes.map(b => b.right)) - left, Math.max(...boxes.map(b => b.bottom)) - top];
            }""";
    private static final String NAME = "() => { const e = document.activeElement; "
            + "return e.outerHTML.slice(0, 120) + ' on ' + location.pathname }";

    private final Screen screen;

    Keys(Screen screen) {
        this.screen = screen;
    }

    /** Goes on with the tab key until the focus is there. */
    Keys to(Locator wanted) {
        return by("Tab", wanted);
    }

    Keys back(Locator wanted) {
        return by("Shift+Tab", wanted);
    }

    Keys press(String key) {
        screen.page().keyboard().press(key);
        return this;
    }

    Keys write(String words) {
        screen.page().keyboard().insertText(words);
        return this;
    }

    /** From the radio that has the focus, with the arrows, to the one of that value. */
    Keys choose(String name, String value) {
        to(screen.page().locator("main input[type=radio][name='" + name + "']"));
        for (int i = 0; i < MOST_CHOICES && !onlyFocused(radio(name, value)); i++) press("ArrowDown");
        assertTrue(onlyFocused(radio(name, value)), name + " " + value);
        // a group in which nothing is chosen yet begins on its first radio without choosing it
        if (!radio(name, value).isChecked()) press("Space");
        mustBeSeen();
        return this;
    }

    private Locator radio(String name, String value) {
        return screen.page().locator("main input[name='" + name + "'][value='" + value + "']");
    }

    private Keys by(String key, Locator wanted) {
        for (int i = 0; i < MOST_STOPS; i++) {
            if (focused(wanted)) return this;
            press(key);
            mustBeSeen();
        }
        throw new AssertionError("The keyboard does not come to " + wanted);
    }

    /** The tab key stops once at a group of radios, on the one that is chosen. */
    private static boolean focused(Locator wanted) {
        return wanted.count() > 0 && (boolean) wanted.first().evaluate(
                "e => document.activeElement === e || e.type === 'radio' && document.activeElement.name === e.name");
    }

    private static boolean onlyFocused(Locator wanted) {
        return (boolean) wanted.evaluate("e => document.activeElement === e");
    }

    /** Seen means: the picture is another one without the focus. */
    private void mustBeSeen() {
        Page page = screen.page();
        List<?> box = (List<?>) page.evaluate(BOX);
        // after the last stop the browser itself has the focus
        if (page.evaluate("() => document.activeElement === document.body").equals(true)) return;
        String name = (String) page.evaluate(NAME);
        assertFalse(box.isEmpty(), () -> "covered: " + name);
        byte[] with = picture(box);
        page.evaluate("() => { window.stop_ = document.activeElement; window.stop_.blur(); }");
        byte[] without = picture(box);
        page.evaluate("() => window.stop_.focus({preventScroll: true})");
        assertFalse(Arrays.equals(with, without), () -> "the focus cannot be seen: " + name);
    }

    private byte[] picture(List<?> box) {
        double left = Math.max(0, at(box, 0) - MARGIN);
        double top = Math.max(0, at(box, 1) - MARGIN);
        double right = Math.min(screen.page().viewportSize().width, at(box, 0) + at(box, 2) + MARGIN);
        double bottom = Math.min(screen.page().viewportSize().height, at(box, 1) + at(box, 3) + MARGIN);
        return screen.page().screenshot(new Page.ScreenshotOptions().setClip(left, top, right - left, bottom - top));
    }

    private static double at(List<?> box, int i) {
        return ((Number) box.get(i)).doubleValue();
    }
}
