package org.hornsten.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.demo.Table.Row;
import org.hornsten.kit.Multilingual;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;

/** One example as it lies in its folder: the texts of a draft, and tables of what was said, answered and changed. */
public final class Story {
    private final String folder;
    private final Map<String, List<Row>> tables = new HashMap<>();

    public Story(String folder) {
        this.folder = folder;
    }

    public List<Row> rows(String table) {
        return tables.computeIfAbsent(table, name -> Table.read(file(name + ".csv").orElseThrow()).rows());
    }

    public List<Row> rows(String table, String column, String value) {
        return rows(table).stream().filter(row -> row.of(column).equals(value)).toList();
    }

    /** A version's text in a language, unless that version did not touch it. */
    public Optional<Outline> text(int version, String language) {
        return file("draft-v%d.%s.md".formatted(version, language.replace("-x-", "."))).map(Markdown::read);
    }

    /** Words all stories share, by their name, in every language. */
    public Multilingual words(String name) {
        return new Multilingual(Table.read(read("/demo/words.csv").orElseThrow()).rows().stream()
                .filter(row -> row.of("name").equals(name))
                .collect(Collectors.toMap(row -> row.of("language"), row -> row.of("words"))));
    }

    private Optional<String> file(String name) {
        return read("/demo/%s/%s".formatted(folder, name));
    }

    private static Optional<String> read(String path) {
        try (InputStream file = Story.class.getResourceAsStream(path)) {
            return Optional.ofNullable(file == null ? null
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
