package org.hornsten.trace;

import java.util.ArrayList;
import java.util.List;
import org.hornsten.diff.WordDiff.Op;
import org.hornsten.diff.WordDiff.Piece;
import org.hornsten.diff.WordDiff;

/** Before and after in one text, for reading: what stayed is shortened where it is long. */
public record Difference(List<Piece> pieces) {
    /** Letters of what stayed that are kept on each side of what did not. */
    private static final int AROUND = 60;

    public static Difference of(String before, String after) {
        List<Piece> shown = new ArrayList<>();
        List<Piece> all = WordDiff.between(before, after);
        for (Piece piece : all)
            shown.add(piece.op() == Op.SAME ? new Piece(Op.SAME, shortened(piece.text(), shown.isEmpty(),
                    shown.size() == all.size() - 1)) : piece);
        return new Difference(shown);
    }

    private static String shortened(String text, boolean first, boolean last) {
        String begin = first ? "" : upTo(text);
        String end = last ? "" : from(text);
        return begin.length() + end.length() + AROUND / 2 >= text.length() ? text
                : begin + (first ? "" : " ") + "…" + (last ? "" : " ") + end;
    }

    private static String upTo(String text) {
        int space = text.indexOf(' ', Math.min(AROUND, text.length()));
        return space < 0 ? text : text.substring(0, space);
    }

    private static String from(String text) {
        int space = text.lastIndexOf(' ', Math.max(0, text.length() - AROUND));
        return space < 0 ? text : text.substring(space + 1);
    }

    /** Whether words came or went; else only the place or the kind is another. */
    public boolean visible() {
        return pieces.stream().anyMatch(piece -> piece.op() != Op.SAME);
    }
}
