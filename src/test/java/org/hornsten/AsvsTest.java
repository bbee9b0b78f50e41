package org.hornsten;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What OWASP ASVS 5.0.0 asks for is answered point by point in docs/asvs.csv, and no answer leans on a test that is none. */
class AsvsTest {
    private static final Path ANSWERS = Path.of("docs/asvs.csv");
    private static final Path TESTS = Path.of("src/test/java");

    record Row(String id, String level, String applies, String how, String test, String deviation) {
        /** What is wrong with an answer; nothing when it stands. */
        List<String> faults(Map<String, String> tests) {
            List<String> faults = new ArrayList<>();
            if (!List.of("yes", "no").contains(applies)) faults.add(id + " applies: " + applies);
            if (how.isBlank()) faults.add(id + " does not say how, or why not");
            if (applies.equals("yes") && test.isBlank() && deviation.isBlank())
                faults.add(id + " has neither a test nor a deviation");
            for (String name : test.isBlank() ? new String[0] : test.split("\\|")) {
                String type = name.replaceFirst("\\..*", "");
                boolean method = !name.contains(".")
                        || tests.getOrDefault(type, "").contains(" " + name.substring(type.length() + 1) + "(");
                if (!tests.containsKey(type) || !method) faults.add(id + " names a test that is none: " + name);
            }
            return faults;
        }
    }

    @Test
    void every_requirement_of_level_two_has_one_answer() throws IOException {
        List<String> asked;
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/asvs-5.0.0.txt"))) {
            asked = lines.filter(line -> !line.startsWith("#")).toList();
        }
        assertEquals(asked, rows().stream().map(row -> row.id() + " " + row.level()).toList());
        assertEquals(Map.of("1", 70L, "2", 183L, "3", 6L),
                rows().stream().collect(Collectors.groupingBy(Row::level, Collectors.counting())));
    }

    @Test
    void each_answer_says_how_and_names_a_test_that_is_there_or_what_is_missing() throws IOException {
        Map<String, String> tests = tests();
        assertEquals("", rows().stream().flatMap(row -> row.faults(tests).stream()).collect(Collectors.joining("\n")));
    }

    @Test
    void an_answer_without_ground_would_be_found() throws IOException {
        Map<String, String> tests = tests();
        assertFalse(new Row("1.1.1", "2", "yes", "somehow", "", "").faults(tests).isEmpty());
        assertFalse(new Row("1.1.1", "2", "yes", "somehow", "NoSuchTest", "").faults(tests).isEmpty());
        assertFalse(new Row("1.1.1", "2", "yes", "somehow", "AsvsTest.no_such_rule", "").faults(tests).isEmpty());
        assertFalse(new Row("1.1.1", "2", "no", "", "", "").faults(tests).isEmpty());
    }

    private static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(ANSWERS)) {
            return lines.skip(1).map(AsvsTest::row).toList();
        }
    }

    private static Row row(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char sign : (line + ",").toCharArray()) {
            if (sign == '"') quoted = !quoted;
            else if (sign == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(sign);
        }
        return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    /** The words of each test class by its name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(f -> f.toString().matches(".*(Test|IT)\\.java")).toList())
                tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
        }
        return tests;
    }
}
