package org.hornsten.choosing;

import java.util.ArrayList;
import java.util.List;
import org.hornsten.lot.Fit.Gap;

/** How far each wish is met, drawn on the server: a frame as long as the wish, filled as far as it is met. */
final class GapChart {
    /** Length of the longest frame and height of one line, in the user units of the drawing. */
    private static final int WIDTH = 300;
    private static final int LINE = 54;

    private GapChart() {}

    /** Baseline of the label, top of the bar, length of the frame and of the filled part. */
    public record Line(int labelY, int top, int frame, int filled, int numberX, int numberY) {}

    static List<Line> lines(List<Gap> gaps) {
        int most = gaps.stream().mapToInt(gap -> Math.max(gap.wanted(), gap.have())).max().orElse(1);
        List<Line> lines = new ArrayList<>();
        for (Gap gap : gaps) {
            int y = lines.size() * LINE;
            int frame = Math.round((float) WIDTH * gap.wanted() / most);
            int filled = Math.round((float) WIDTH * gap.have() / most);
            lines.add(new Line(y + 18, y + 26, frame, filled, Math.max(frame, filled) + 8, y + 40));
        }
        return lines;
    }

    static int height(int lines) {
        return lines * LINE;
    }
}
