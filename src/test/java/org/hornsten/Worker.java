package org.hornsten;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Somebody of the organisation at a browser of their own, between the house and the provider. */
final class Worker implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    final Page page;
    private final Organisation organisation;
    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    private final String story;
    private int pictures;

    Worker(Organisation organisation, String story, String language, Screen.Device device) {
        this.organisation = organisation;
        this.story = story;
        context = Chromium.browser().newContext(new Browser.NewContextOptions().setLocale(language)
                .setViewportSize(device.width(), device.height()).setHasTouch(device.touch())
                .setIsMobile(device.touch()).setJavaScriptEnabled(device.script())
                .setColorScheme(device.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().matches(".*status of (40[0134]|422).*"))
                faults.add(page.url() + " " + message.text());
        });
        page.onPageError(problem -> faults.add(page.url() + " " + problem));
    }

    /** The status of what is shown in the end. */
    int open(String path) {
        Response answer = page.navigate(path.startsWith("http") ? path : organisation.address + path);
        return answer.status();
    }

    Worker password(String userName, String password) {
        page.fill("#username", userName);
        page.fill("#password", password);
        return press("#kc-login");
    }

    Worker oneTimeCode(String code) {
        page.fill("#otp", code);
        return press("#kc-login");
    }

    Worker newPassword(String password, String again) {
        page.fill("#password-new", password);
        page.fill("#password-confirm", again);
        return press("main form button");
    }

    /** Adds one-time codes as the page tells. */
    Authenticator addCodes() {
        press("#mode-manual");
        Authenticator phone = new Authenticator(page.textContent("#kc-totp-secret-key"));
        page.fill("#totp", phone.code());
        page.fill("#userLabel", "Telefon");
        press("#saveTOTPBtn");
        return phone;
    }

    /** The page of who comes for the first time. */
    Worker begin() {
        return press("main form[action$='/sign-in/start'] button");
    }

    Worker signOut() {
        return press("form[action='/sign-out'] button");
    }

    Worker press(String control) {
        page.waitForNavigation(() -> page.click(control));
        return this;
    }

    boolean signedIn() {
        return page.locator("form[action='/sign-out']").count() == 1;
    }

    Worker isAt(String start) {
        assertTrue(page.url().startsWith(start.startsWith("/") ? organisation.address + start : start),
                () -> page.url() + " is not " + start + "\n" + page.locator("body").innerText());
        return this;
    }

    Worker sees(String words) {
        String shown = page.locator("main").innerText();
        assertTrue(shown.contains(words), () -> words + " is not on " + page.url() + "\n" + shown);
        return this;
    }

    /** A picture, and what axe says of the page; it must fit the screen. */
    Worker looks(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "screenshots", "%s-%02d-%s.png".formatted(story, ++pictures, name))));
        assertEquals(List.of(), Axe.faults(page), page.url());
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url());
        return this;
    }

    List<Cookie> cookies() {
        return context.cookies(organisation.address);
    }

    @Override
    public void close() {
        context.close();
        assertEquals("", String.join("\n", faults));
    }
}
