package org.hornsten.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;

/** The service model for the elderly, in its versions and languages, and what is known of it. */
public final class Draft {

    public static final Outline SV1 = named(Markdown.read(file("draft-v1.sv.md")), "s");
    public static final Outline SV2 = Matching.match(SV1, Markdown.read(file("draft-v2.sv.md")), ids("s2-"));
    public static final Outline SV3 = Matching.match(SV2, Markdown.read(file("draft-v3.sv.md")), ids("s3-"));
    public static final Outline FI1 = Parallel.align(SV1, Markdown.read(file("draft-v1.fi.md")), ids("f1-"));
    public static final Outline FI2 = Parallel.align(SV2, FI1, Markdown.read(file("draft-v2.fi.md")), ids("f2-"));

    private Draft() { }

    public static String file(String name) {
        try (InputStream file = Draft.class.getResourceAsStream("/demo/elder-guidance/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }

    public static Supplier<String> ids(String prefix) {
        int[] last = {0};
        return () -> prefix + ++last[0];
    }

    public static Outline named(Outline read, String prefix) {
        return Matching.match(new Outline("", List.of()), read, ids(prefix));
    }

    public static Outline nameless(Outline outline) {
        return outline.withSections(outline.sections().stream().map(section -> section.withId("")
            .withPassages(section.passages().stream().map(p -> new Passage("", p.kind(), p.text())).toList()))
            .toList());
    }

    public static Passage containing(Outline outline, String words) {
        return outline.passages().stream().filter(p -> p.text().contains(words)).findFirst()
            .orElseThrow(() -> new AssertionError("No passage contains: " + words));
    }

    /** Rows by column name; a quoted field may hold commas, doubled quotes and line breaks. */
    public static List<Map<String, String>> table(String name) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        Matcher field = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\\n]*))(,|\\n)").matcher(file(name));
        while (field.find()) {
            String value = field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\"");
            rows.get(rows.size() - 1).add(value);
            if (field.group(3).equals("\n")) rows.add(new ArrayList<>());
        }
        return rows.subList(1, rows.size() - 1).stream().map(row -> row(rows.get(0), row)).toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) row.put(columns.get(i), values.get(i));
        return row;
    }
}
