package org.hornsten;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rules of looks and wording that a reviewer would else have to look for. */
class StyleTest {
    private static final Path JAVA = Path.of("src/main/java/org/hornsten");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SASS = Path.of("src/main/sass");
    private static final Path SHEETS = Path.of("target/classes/META-INF/resources/assets");
    private static final int LARGEST_SHEET = 60_000;
    private static final int LARGEST_SCRIPT = 6_000;

    /** Expressions a template may show without escaping: all of the type {@code kit.Markdown.Html}. */
    private static final Pattern RAW = Pattern.compile("\\{[^{}]*?(\\w*)(?:\\(\\))?\\.(raw|safe)\\b[^{}]*}");
    private static final Pattern HTML_VALUE = Pattern.compile("(?:Markdown\\.Html|\\bHtml)\\s+(\\w+)\\s*[(,);]");
    private static final Pattern FORBIDDEN_MARKUP =
            Pattern.compile("(?i)<style|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"']|placeholder\\s*="
            + "|<script(?![^>]*\\ssrc=)|javascript:|target=\"_blank\"|tabindex=\"[1-9]|\\bunsafe\\b");
    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            "\\b(?:class|interface|record|enum) (\\w*(?:Service|Manager|Helper|Utils?|Impl|Dto|DTO|Base|Abstract|Common)\\w*)");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(");
    /** Letters between tags, and in what is shown or read aloud of a tag. */
    private static final Pattern PROSE = Pattern.compile(">([^<>]*\\p{L}{2,}[^<>]*)<");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\b(?:aria-label|alt|title|label|hint|what|why|next|word)=\"([^\"{]*\\p{L}{2,}[^\"]*)\"");
    /** Names of languages in themselves, the product, and the signs of a code's example. */
    private static final List<String> WORDS_OF_NO_LANGUAGE = List.of("Svenska", "Suomi", "English", "Hörnsten");

    @TestFactory
    Stream<DynamicTest> sheets_are_small_and_fetch_nothing() throws IOException {
        List<Path> sheets = files(SHEETS, ".css");
        assertTrue(sheets.size() >= 4, "two themes, light and dark: " + sheets);
        return sheets.stream().map(sheet -> DynamicTest.dynamicTest(sheet.getFileName().toString(), () -> {
            String css = Files.readString(sheet);
            assertTrue(css.length() <= LARGEST_SHEET, () -> "bytes: " + css.length());
            for (String banned : List.of("GDS Transport", "url(http", "url(//", "@font-face", "@import"))
                assertEquals(-1, css.indexOf(banned), banned);
            assertEquals(List.of(), found(Pattern.compile("font(?:-size)?:[^;}]*\\dpx"), css));
        }));
    }

    @Test
    void scripts_are_small() throws IOException {
        for (Path script : files(SHEETS, ".js")) assertTrue(Files.size(script) <= LARGEST_SCRIPT, script.toString());
    }

    @Test
    void each_imported_part_is_used_by_a_template() throws IOException {
        String markup = all(TEMPLATES, ".html");
        for (String part : found(Pattern.compile("govuk/components/([a-z-]+)/index"),
            Files.readString(SASS.resolve("_frontend.scss")))) assertTrue(markup.contains("govuk-" + part), part);
    }

    @Test
    void only_themes_and_paper_name_a_colour() throws IOException {
        for (Path file : files(SASS, ".scss"))
            if (!file.endsWith("_print.scss")) assertEquals(List.of(), found(COLOUR, Files.readString(file)),
            file.toString());
        for (Path file : files(JAVA, ".java"))
            assertEquals(List.of(), found(Pattern.compile("\"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?\""),
            Files.readString(file)), file.toString());
    }

    @TestFactory
    Stream<DynamicTest> each_pair_of_colours_can_be_read() throws IOException {
        return files(Path.of("themes"), "theme.scss").stream().flatMap(theme -> Stream.of("light", "dark").map(mode ->
                DynamicTest.dynamicTest(theme.getName(1) + " " + mode, () -> {
                    Map<String, String> colour = tokens(theme, mode);
                    for (String pair : List.of("ink paper", "ink surface", "ink stone", "ink sea-tint", "ink mark-tint",
                            "quiet paper",
                            "quiet surface", "quiet stone", "sea paper", "sea surface", "sea sea-tint", "sea stone",
                            "sea-deep sea-tint",
                            "sea-deep paper", "paper sea", "paper sea-deep", "visited paper", "visited surface",
                            "error surface", "error paper",
                            "success surface", "mark paper", "mark surface", "mark mark-tint", "focus-ink focus",
                            "added-ink added", "removed-ink removed"))
                        atLeast(4.5, colour, pair);
                    for (String pair : List.of("edge paper", "edge surface", "edge stone")) atLeast(3, colour, pair);
                })));
    }

    @Test
    void every_import_is_used() throws IOException {
        Pattern imported = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$");
        for (Path root : List.of(JAVA, Path.of("src/test/java"))) for (Path file : files(root, ".java")) {
            String code = Files.readString(file);
            String rest = imported.matcher(code).replaceAll("");
            for (String name : found(imported, code))
                assertTrue(Pattern.compile("\\b" + name + "\\b").matcher(rest).find(), () -> file + ": " + name);
        }
    }

    @Test
    void only_sanitised_markdown_is_shown_unescaped() throws IOException {
        String java = all(JAVA, ".java");
        List<String> html = new ArrayList<>(found(HTML_VALUE, java));
        for (Path template : files(TEMPLATES, ".html"))
            for (String value : found(RAW, Files.readString(template)))
                assertTrue(html.contains(value), () -> template + " shows " + value + ", which is no Markdown.Html");
        assertEquals(List.of(), found(Pattern.compile("new RawString|RawString\\.|Engine\\.parse|engine\\.parse"),
                java));
    }

    @Test
    void templates_hold_no_style_script_or_placeholder() throws IOException {
        // an e-mail carries its looks in itself: mail programs know no sheets of ours
        for (Path template : files(TEMPLATES, ".html")) if (!template.endsWith("notice/mail.html"))
            assertEquals(List.of(), found(FORBIDDEN_MARKUP, Files.readString(template)), template.toString());
    }

    @Test
    void templates_hold_no_prose() throws IOException {
        for (Path template : files(TEMPLATES, ".html")) {
            String markup = Files.readString(template);
            List<String> prose = new ArrayList<>(found(PROSE, ">" + withoutExpressions(markup) + "<"));
            prose.addAll(found(ATTRIBUTE, markup));
            prose.removeIf(words -> WORDS_OF_NO_LANGUAGE.contains(words.strip()));
            assertEquals(List.of(), prose, template.toString());
        }
    }

    @Test
    void tags_are_short() throws IOException {
        for (Path tag : files(TEMPLATES.resolve("tags"), ".html"))
            assertTrue(Files.readAllLines(tag).size() <= 30, tag.toString());
    }

    @Test
    void classes_are_named_by_what_they_are() throws IOException {
        assertEquals(List.of(), found(FORBIDDEN_NAME,
                all(Path.of("src"), ".java").replace(FORBIDDEN_NAME.pattern(), "")));
    }

    private static void atLeast(double wanted, Map<String, String> colour, String pair) {
        String[] names = pair.split(" ");
        double contrast = contrast(luminance(colour.get(names[0])), luminance(colour.get(names[1])));
        assertTrue(contrast >= wanted, () -> "%s: %.2f".formatted(pair, contrast));
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** WCAG 2.2, "relative luminance". */
    private static double luminance(String hex) {
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static Map<String, String> tokens(Path theme, String mode) throws IOException {
        String scss = Files.readString(theme);
        int from = scss.indexOf("$" + mode);
        Map<String, String> tokens = new HashMap<>();
        Matcher pair = Pattern.compile("([a-z-]+): (#[0-9a-f]{6})")
                .matcher(scss.substring(from, scss.indexOf(");", from)));
        while (pair.find()) tokens.put(pair.group(1), pair.group(2));
        return tokens;
    }

    private static String withoutExpressions(String template) {
        return template.replaceAll("(?s)\\{!.*?!}|<!--.*?-->|&\\w+;", "").replaceAll("\\{[^{}]*}", "")
                .replaceAll("(?i)<!doctype[^>]*>", "");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.groupCount() == 0 ? hit.group() : hit.group(1)).toList();
    }

    private static String all(Path folder, String ending) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(folder, ending)) text.append(Files.readString(file)).append('\n');
        return text.toString();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(new TreeSet<>(files.filter(file -> file.toString().endsWith(ending)).toList()));
        }
    }
}
