package org.hornsten.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was measured, as it stands on the page: the text around it is written by people and stays. */
record Report(Machine machine, List<Line> lines, long seconds) {
    private static final String FROM = "<!-- measured -->";
    private static final String TO = "<!-- /measured -->";

    String markdown() {
        String table = Stream.concat(Stream.of(Line.heading().markdown(), "|---|---|---|---|---|---|---|"),
                lines.stream().map(Line::markdown)).collect(Collectors.joining("\n"));
        return machine.facts() + " The whole took " + seconds + " s.\n\n" + table;
    }

    /** Puts the lines in the place of those of the same number, or below all others. */
    void replaceIn(Path page) throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(page));
        String number = "| " + lines.get(0).number() + " |";
        int to = rows.indexOf(TO);
        if (to < 0) throw new IOException(page + " has no " + TO);
        int at = IntStream.range(0, to).filter(i -> rows.get(i).startsWith(number)).findFirst().orElse(to);
        rows.removeIf(row -> row.startsWith(number));
        rows.addAll(at, lines.stream().map(Line::markdown).toList());
        Files.write(page, rows);
    }

    void writeInto(Path page) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(FROM);
        int to = text.indexOf(TO);
        if (from < 0 || to < from) throw new IOException(page + " has no place between " + FROM + " and " + TO);
        Files.writeString(page, text.substring(0, from + FROM.length()) + "\n" + markdown() + "\n"
                + text.substring(to));
    }
}
