package org.hornsten;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every word of the interface exists in Swedish, Finnish and English, and is used. A missing one would fall back
 * silently.
 */
class TongueTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Map<String, String> SUFFIXES = Map.of("en", "", "sv", "_sv", "fi", "_fi");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]+}");
    /**
     * {@code room:key} in a template or in a string of Java; ends in {@code _} where the rest of the key is
     * computed.
     */
    private static final Pattern MENTION = Pattern.compile("\\b([a-z]+):([a-z0-9_]+)");
    /** Texts that are rightly the same in two languages. */
    private static final Path SAME = Path.of("src/test/resources/same-words.txt");

    @TestFactory
    Stream<DynamicTest> every_language_has_the_same_keys() throws IOException {
        return rooms().map(room -> DynamicTest.dynamicTest(room, () -> {
            for (String language : SUFFIXES.keySet()) {
                assertEquals(words(room, "en").keySet(), words(room, language).keySet(), language);
                words(room, language).forEach((key, text) ->
                        assertTrue(!text.isBlank(), () -> key + " in " + language));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> every_language_has_the_same_placeholders() throws IOException {
        return rooms().map(room -> DynamicTest.dynamicTest(room, () -> words(room, "en").forEach((key, text) -> {
            for (String language : List.of("sv", "fi"))
                assertEquals(placeholders(text), placeholders(words(room, language).getOrDefault(key, "")),
                key + " in " + language);
        })));
    }

    @TestFactory
    Stream<DynamicTest> no_text_is_left_in_another_language() throws IOException {
        Set<String> same = new TreeSet<>(Files.readAllLines(SAME));
        return rooms().map(room -> DynamicTest.dynamicTest(room, () -> {
            List<String> untranslated = new ArrayList<>();
            words(room, "en").forEach((key, text) -> {
                String sv = words(room, "sv").get(key);
                String fi = words(room, "fi").get(key);
                boolean alike = text.equals(sv) || text.equals(fi) || sv != null && sv.equals(fi);
                if (alike && hasWords(text) && !same.contains(room + ":" + key)) untranslated.add(room + ":" + key);
            });
            assertEquals(List.of(), untranslated);
        }));
    }

    @TestFactory
    Stream<DynamicTest> every_text_is_used() throws IOException {
        String sources = sources();
        Set<String> mentioned = mentions(sources);
        return rooms().map(room -> DynamicTest.dynamicTest(room, () -> {
            List<String> unused = words(room, "en").keySet().stream().map(TongueTest::method).distinct()
                    .filter(key -> !isUsed(room, key, mentioned, sources)).toList();
            assertEquals(List.of(), unused);
        }));
    }

    /**
     * Named in full, computed from a beginning ({@code web:problem_%d}), called on the bundle, or the message of a
     * constraint in its own room.
     */
    private static boolean isUsed(String room, String key, Set<String> mentioned, String sources) {
        return mentioned.contains(room + ":" + key)
                || mentioned.stream().anyMatch(m -> m.endsWith("_") && (room + ":" + key).startsWith(m))
                || sources.contains("." + key + "(")
                || Pattern.compile("message = \"(?:\\w+ )?" + key + "\"").matcher(sources).find();
    }

    /**
     * Several texts may belong to one method: {@code stage_DRAFT}, {@code stage_$ALMOST_READY} are of {@code
     * stage}.
     */
    private static String method(String key) {
        return key.replaceFirst("_\\$?[A-Z][A-Z0-9_]*$", "");
    }

    private static boolean hasWords(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("").codePoints().filter(Character::isLetter).count() > 1;
    }

    private static Set<String> mentions(String sources) {
        return MENTION.matcher(sources).results().map(hit -> hit.group(1) + ":" + hit.group(2))
                .collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(hit -> hit.group().replaceAll("[\\s]", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                    .distinct().sorted().toList().stream();
        }
    }

    private static Map<String, String> words(String room, String language) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(MESSAGES.resolve(room + SUFFIXES.get(language) + ".properties"))) {
            properties.load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, text) -> words.put(key.toString(), text.toString()));
        return words;
    }

    /** All templates, and all Java but the bundles themselves. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : List.of(Path.of("src/main/resources/templates"), Path.of("src/main/java")))
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> read = files.filter(file -> file.toString().matches(".*\\.(html|txt|java)"))
                        .filter(file -> !file.toString().endsWith("Messages.java")).toList();
                for (Path file : read) all.append(Files.readString(file)).append('\n');
            }
        return all.toString();
    }
}
