package org.hornsten;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The picture of the README: of all changed passages of the demo's plan the one about which most was heard. */
class WhyPictureIT {
    private static final Screen.Device PAPER = new Screen.Device(1200, 900, false, true, false);

    @Test
    void a_changed_passage_shows_its_reason_and_the_voices_behind_it() {
        try (Screen pekka = Screen.of(PAPER, "sv").reading("sv").signIn("panelist")) {
            pekka.open("/projects/servicestyrning-for-aldre").follow("a[href^='/drafts/']");
            List<?> places = (List<?>) pekka.page().locator("main a.changed")
                    .evaluateAll("links => [...new Set(links.map(link => link.getAttribute('href')))]");
            String best = places.stream().map(Object::toString)
                    .max(Comparator.comparingInt(place -> voices(pekka, place))).orElseThrow();
            assertTrue(voices(pekka, best) > 1, best);
            pekka.page().screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "why.png")));
        }
    }

    private static int voices(Screen screen, String place) {
        return screen.open(place).page().locator("main .heard-list li").count();
    }
}
