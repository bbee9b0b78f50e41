package org.hornsten.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.numbers.SmallNumbers;

/** How answers are spread, as bars drawn on the server; its table follows. The title states the finding; numbers
 * of fewer than K are missing. */
public record Chart(String title, List<Bar> bars, int k) {
    /** Length of the longest bar, and height of one line, in the user units of the drawing. */
    private static final int WIDTH = 320;
    private static final int LINE = 54;

    /** Of numbers that are shown from the usual five up. */
    public Chart(String title, List<Bar> bars) {
        this(title, bars, SmallNumbers.K);
    }

    /** How many gave one answer; missing when they are so few that it is not shown. */
    public record Bar(String label, Optional<Integer> n) {}

    /** A bar in its place: baseline of the label, top and length of the bar, start of the number. */
    public record Line(String label, boolean shown, int n, int labelY, int top, int length, int numberX) {}

    /** Whether there is anything that may be shown. */
    public boolean told() {
        return bars.stream().anyMatch(bar -> bar.n().isPresent());
    }

    public int height() {
        return bars.size() * LINE;
    }

    public List<Line> lines() {
        int most = bars.stream().flatMap(bar -> bar.n().stream()).max(Integer::compare).orElse(0);
        List<Line> lines = new ArrayList<>();
        for (Bar bar : bars) {
            int y = lines.size() * LINE;
            int number = bar.n().orElse(0);
            // a suppressed number must not be read off the drawing either
            int length = most == 0 ? 0 : Math.round((float) WIDTH * number / most);
            lines.add(new Line(bar.label(), bar.n().isPresent(), number, y + 18, y + 26, length, length + 8));
        }
        return lines;
    }
}
