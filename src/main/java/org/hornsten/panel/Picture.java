package org.hornsten.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a panel fits what it wishes for, as far as it may be told to who composes it: age, place and language in numbers,
 * as they stand beside each seat anyway; experience, which is nobody's to see without a purpose, in numbers only from
 * K up, and below that only whether the wish is met.
 */
public record Picture(List<Part> parts, int people) {
    /** Length of the longest bar, height of one value, in the user units of the drawing. */
    private static final int WIDTH = 300;
    private static final int LINE = 74;

    /** @param present missing where so few are not told */
    public record Row(String value, int wanted, Optional<Integer> present, boolean met) {
        public int gap() {
            return Math.max(0, wanted - present.orElse(wanted));
        }

        public boolean wished() {
            return wanted > 0;
        }

        /** How many there are; only where it may be told. */
        public int count() {
            return present.orElse(0);
        }
    }

    /** A value with its two bars: tops, lengths, and where the numbers stand. */
    public record Line(Row row, int y, int wantedLength, int presentLength) {
        public int labelY() {
            return y + 18;
        }

        public int wantedTop() {
            return y + 26;
        }

        public int presentTop() {
            return y + 46;
        }

        public int wantedX() {
            return wantedLength + 8;
        }

        public int presentX() {
            return presentLength + 8;
        }
    }

    /** @param unknown of how many nothing is known here; missing where that would tell of few */
    public record Part(Dimension dimension, List<Row> rows, Optional<Integer> unknown, int k) {
        public boolean wished() {
            return rows.stream().anyMatch(Row::wished);
        }

        public boolean delicate() {
            return dimension == Dimension.EXPERIENCE;
        }

        /** Of how many nothing is known, as far as it is told. */
        public int untold() {
            return unknown.orElse(0);
        }

        public boolean filled() {
            return rows.stream().allMatch(row -> !row.wished() || row.met());
        }

        public List<Row> gaps() {
            return rows.stream().filter(row -> row.wished() && !row.met()).toList();
        }

        public int height() {
            return rows.size() * LINE;
        }

        public List<Line> lines() {
            int most = rows.stream().mapToInt(row -> Math.max(row.wanted(), row.present().orElse(0))).max().orElse(0);
            List<Line> lines = new ArrayList<>();
            for (Row row : rows) lines.add(new Line(row, lines.size() * LINE, length(row.wanted(), most),
                    length(row.present().orElse(0), most)));
            return lines;
        }

        private static int length(int n, int most) {
            return most == 0 ? 0 : Math.round((float) WIDTH * n / most);
        }
    }

    static Picture of(Panel panel, LocalDate today) {
        List<Seat> sitting = Seat.sitting(panel, today);
        Map<Long, Set<Area>> areas = Experience.of(panel.project, sitting.stream().map(seat -> seat.person.id).toList(),
                Experience.Purpose.COMPOSITION, today);
        return of(Composition.of(panel, sitting, areas), panel.project.k);
    }

    static Picture of(Composition composition, int k) {
        return new Picture(composition.parts().stream().map(part -> of(part, k)).toList(), composition.people().size());
    }

    private static Part of(Composition.Part part, int k) {
        boolean delicate = part.dimension() == Dimension.EXPERIENCE;
        List<Row> rows = part.rows().stream().filter(row -> !delicate || row.wanted() > 0 || row.present() >= k)
                .map(row -> new Row(row.value(), row.wanted(), Optional.of(row.present())
                        .filter(n -> !delicate || n >= k), row.gap() == 0)).toList();
        return new Part(part.dimension(), rows, delicate ? Optional.empty() : Optional.of(part.unknown()), k);
    }
}
