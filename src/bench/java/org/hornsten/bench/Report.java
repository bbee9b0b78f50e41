package org.hornsten.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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

    void writeInto(Path page) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(FROM);
        int to = text.indexOf(TO);
        if (from < 0 || to < from) throw new IOException(page + " has no place between " + FROM + " and " + TO);
        Files.writeString(page, text.substring(0, from + FROM.length()) + "\n" + markdown() + "\n"
                + text.substring(to));
    }
}
