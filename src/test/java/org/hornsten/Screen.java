package org.hornsten;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A person at a real browser with its own cookies. Every page met must have a language and one heading, and nothing may
 * have gone wrong in the browser by the time it is closed.
 */
final class Screen implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int PATIENCE_MILLIS = 10_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private String story = "";
    private int pictures;

    /** Sizes in CSS pixels. */
    record Device(int width, int height, boolean touch, boolean script, boolean dark) {
        static final Device DESKTOP = new Device(1280, 900, false, true, false);
        static final Device PHONE = new Device(390, 844, true, true, false);
        static final Device NARROW = new Device(320, 640, false, true, false);

        Device withoutScript() {
            return new Device(width, height, touch, false, dark);
        }

        Device inTheDark() {
            return new Device(width, height, touch, script, true);
        }
    }

    private Screen(Device device, String language) {
        context = Chromium.browser().newContext(new Browser.NewContextOptions()
                .setBaseURL(House.address()).setViewportSize(device.width(), device.height())
                .setHasTouch(device.touch())
                .setIsMobile(device.touch()).setJavaScriptEnabled(device.script()).setLocale(language)
                .setColorScheme(device.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(problem -> faults.add(page.url() + " " + problem));
        page.onConsoleMessage(message -> {
            // what is refused (422) or missing (404) the browser tells its console, too; open() minds the latter
            if (message.type().equals("error") && !message.text().matches(".*status of (422|404).*"))
                faults.add(page.url() + " " + message.text());
        });
        page.onResponse(answer -> {
            if (answer.status() >= 500) faults.add(answer.status() + " " + answer.url());
        });
    }

    static Screen of(Device device, String language) {
        return new Screen(device, language);
    }

    /** Screenshots are named after the story and numbered. */
    Screen telling(String story) {
        this.story = story;
        return this;
    }

    /** The language and other reading choices as their buttons would keep them: {@code fi.larger}. */
    Screen reading(String choices) {
        context.addCookies(List.of(new Cookie("hornsten-reading", choices).setUrl(House.address())));
        return this;
    }

    Screen signIn(String who) {
        open("/demo?back=/help");
        page.locator("button[name=person][value=" + who + "]").click();
        inOrder();
        return this;
    }

    Screen open(String path) {
        Response answer = page.navigate(path.startsWith("http") ? path : House.address() + path);
        assertTrue(answer.status() < 400, () -> answer.status() + " " + path + "\n" + page.locator("body").innerText());
        return inOrder();
    }

    /** Follows the first such link of the main part that is shown. */
    Screen follow(String link) {
        return press(shown("main " + link));
    }

    /** Sends the form that goes to an address with this end, by its last button: the one that saves. */
    Screen send(String form) {
        return press(shown("main form[action$='" + form + "'] button:not(.visually-hidden)").last());
    }

    /** Sends a form that is refused: the page comes again with what is wrong on top. */
    Screen sendInVain(String form) {
        send(form);
        assertTrue(page.title().matches("(Fel|Virhe|Error): .*"), page.title());
        assertThat(page.locator("main > .govuk-error-summary")).isVisible();
        return this;
    }

    Screen press(Locator control) {
        return press(() -> control.first().click());
    }

    /** Does what leads to another page. */
    Screen press(Runnable act) {
        page.waitForNavigation(act);
        return inOrder();
    }

    Locator shown(String selector) {
        return page.locator(selector).locator("visible=true");
    }

    Screen fill(String name, String words) {
        shown("main [name='" + name + "']").first().fill(words);
        return this;
    }

    /** Ticks or picks where a finger would: on the words, over which the field itself may lie. */
    Screen pick(String name, String value) {
        Locator field = page.locator("main input[name='" + name + "'][value='" + value + "']").first();
        page.locator("main label[for='" + field.getAttribute("id") + "']").first()
                .click(new Locator.ClickOptions().setForce(true));
        return this;
    }

    Screen sees(String words) {
        assertThat(page.locator("main")).containsText(words);
        return this;
    }

    Screen at(String path) {
        assertTrue(Pattern.compile(path).matcher(path()).find(), () -> path() + " is not " + path + "\n"
                + page.locator("main").innerText());
        return this;
    }

    String path() {
        return page.url().substring(House.address().length());
    }

    Page page() {
        return page;
    }

    /** A picture of the whole page. */
    Screen shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(PICTURES.resolve("%s-%02d-%s.png".formatted(story, ++pictures, name))));
        return this;
    }

    Screen inOrder() {
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("sv|fi|en"));
        assertThat(page.locator("h1")).hasCount(1);
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertEquals("", String.join("\n", faults));
    }
}
