package org.hornsten;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** No page of the house has anything that axe can find fault with. */
class AxeIT {
    private static final int EVERY_THIRD = 3;

    @TestFactory
    Stream<DynamicTest> every_page_in_swedish() {
        return Tour.of("sv", Screen.Device.DESKTOP).visit(Axe::faults);
    }

    @TestFactory
    Stream<DynamicTest> every_page_in_a_second_language() {
        return Stream.concat(Tour.of("fi.easy", Screen.Device.PHONE).every(2, 0).visit(Axe::faults),
                Tour.of("en.larger", Screen.Device.PHONE).every(2, 1).visit(Axe::faults));
    }

    @TestFactory
    Stream<DynamicTest> many_pages_in_the_dark() {
        return Tour.of("sv", Screen.Device.DESKTOP.inTheDark()).every(EVERY_THIRD, 0).visit(Axe::faults);
    }

    @TestFactory
    Stream<DynamicTest> forms_that_come_again_with_what_is_wrong() {
        Trial trial = new Trial();
        trial.say("Sanokaa päivä.");
        String version = trial.draft() + "/versions/1";
        return Stream.of(
                seen("lead", "/projects/new", lena -> lena.sendInVain("/projects/new")),
                seen("lead", trial.project() + "/edit",
                lena -> lena.fill("titleSv", "").fill("titleFi", "").sendInVain("/edit")),
                seen("lead", trial.project() + "/people",
                lena -> lena.fill("userName", "nobody").sendInVain("/people")),
                seen("lead", trial.project() + "/people/new", lena -> lena.sendInVain("/people/new")),
                seen("lead", trial.project() + "/drafts/new", lena -> lena.sendInVain("/preview")),
                seen("lead", trial.draft() + "/working-copy/sections/new", lena -> lena.sendInVain("/sections")),
                seen("lead", trial.project() + "/input/next", lena -> lena.sendInVain("/decisions")),
                seen("lead", trial.draft() + "/publishing",
                lena -> lena.fill("closesAt", "2020-01-01T10:00").sendInVain("/publishing")),
                seen("lead", trial.draft() + "/closing", lena -> lena.sendInVain("/closing")),
                seen("panelist", version + "/comments/new", pekka -> pekka.sendInVain("/comments")),
                seen("panelist", version + "/rating", pekka -> pekka.sendInVain("/rating")),
                seen("", "/r", visitor -> visitor.fill("code", "ABC").sendInVain("/r")));
    }

    @TestFactory
    Stream<DynamicTest> pages_behind_a_form() {
        Trial trial = new Trial();
        String receipt = trial.say("Sanokaa päivä.");
        return Stream.of(
                seen("panelist", trial.draft() + "/versions/1/comments/new",
                        pekka -> pekka.fill("words", "Hyvä.").send("/comments").at("^/thanks")),
                seen("", "/r", visitor -> visitor.fill("code", receipt).send("/r").at("^/r/journey")),
                seen("", "/r", visitor -> visitor.fill("code", receipt).send("/r").follow("a[href='/r/withdrawal']")),
                seen("lead", trial.project() + "/people", lena -> lena.send("/people/links").at("/people/links$")),
                seen("", "/no-such-page", visitor -> { }));
    }

    private static DynamicTest seen(String who, String path, Consumer<Screen> act) {
        return dynamicTest(who + " " + path.replaceAll("[0-9a-z]{20,}|forsok-\\w+", "…"), () -> {
            try (Screen screen = Screen.of(Screen.Device.PHONE, "sv").reading("sv")) {
                if (!who.isEmpty()) screen.signIn(who);
                screen.page().navigate(House.address() + path);
                act.accept(screen);
                assertEquals("", String.join("\n", Axe.faults(screen.page())), screen.path());
            }
        });
    }

    @Test
    void a_planted_bad_page_is_found() {
        try (Screen screen = Screen.of(Screen.Device.DESKTOP, "sv").open("/help")) {
            assertEquals(List.of(), Axe.faults(screen.page()));
            screen.page().evaluate("""
                    () => {
                      const main = document.querySelector('main');
                      main.insertAdjacentHTML('beforeend', '<img src="/favicon.ico"><input name="x"><h4>?</h4><p id="pale">Blekt</p>');
                      document.getElementById('pale').style.color = '#ccc';
                    }""");
            List<String> faults = Axe.faults(screen.page());
            for (String rule : List.of("image-alt", "label", "heading-order", "color-contrast"))
                assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(rule + ":")), rule + " in " + faults);
        }
    }
}
