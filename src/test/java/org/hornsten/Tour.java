package org.hornsten;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** One page of each kind, opened in a browser by somebody who may. */
final class Tour {
    private final String choices;
    private final Screen.Device device;
    private int step = 1;
    private int first;

    private Tour(String choices, Screen.Device device) {
        this.choices = choices;
        this.device = device;
    }

    /** @param choices language and other reading choices: {@code fi.easy} */
    static Tour of(String choices, Screen.Device device) {
        return new Tour(choices, device);
    }

    /** Of {@code step} pages only one, beginning with the page of that number. */
    Tour every(int step, int first) {
        this.step = step;
        this.first = first;
        return this;
    }

    /** One test for each page: what {@code look} finds is a fault. */
    Stream<DynamicTest> visit(Function<Page, List<String>> look) {
        List<Routes.Example> examples = new ArrayList<>(Routes.examples().values());
        List<DynamicTest> tests = new ArrayList<>();
        for (String role : Routes.ROLES) {
            Screen[] screen = new Screen[1];
            for (int i = first; i < examples.size(); i += step) {
                Routes.Example example = examples.get(i);
                if (example.who().equals(role)) tests.add(dynamicTest(choices + " " + example.route(), () -> {
                    if (screen[0] == null) screen[0] = as(role);
                    screen[0].open(example.path());
                    assertEquals("", String.join("\n", look.apply(screen[0].page())), example.path());
                }));
            }
            tests.add(dynamicTest(choices + " " + role + " closes the browser, which told of no fault", () -> {
                if (screen[0] != null) screen[0].close();
            }));
        }
        return tests.stream();
    }

    private Screen as(String who) {
        Screen screen = Screen.of(device, "sv").reading(choices);
        return who.isEmpty() ? screen : screen.signIn(who);
    }
}
