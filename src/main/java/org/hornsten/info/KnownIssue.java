package org.hornsten.info;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.hornsten.kit.Multilingual;

/** Something on our pages that is not yet accessible, as told in the accessibility statement. */
public record KnownIssue(LocalDate since, String criterion, Multilingual words) {
    private static final String FILE = "web/known-issues.csv";

    /** All of {@code docs/accessibility/known-issues.csv}, which the build puts beside the program. */
    public static List<KnownIssue> all() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("The build has not copied " + FILE);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .filter(line -> !line.isBlank()).map(KnownIssue::read).toList();
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static KnownIssue read(String line) {
        String[] cells = line.split(";", 5);
        return new KnownIssue(LocalDate.parse(cells[0]), cells[1], Multilingual.of(cells[2], cells[3], cells[4]));
    }
}
