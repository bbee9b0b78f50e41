import com.sass_lang.embedded_protocol.OutputStyle;
import com.sass_lang.embedded_protocol.Syntax;
import de.larsgrefer.sass.embedded.SassCompiler;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run by the build: makes a light and a dark sheet of each theme from Sass, and gives sheets, logos and scripts names
 * that change with their content, so that browsers may keep them for ever. {@code web/assets.properties} lists them.
 * The sign-in pages of {@code themes/hornsten/login} become one Keycloak theme for each theme, beside the working
 * folder.
 *
 * <p>Arguments: the project's folder, the folder of compiled classes, a working folder.
 */
public class Sheets {
    private static final String PACKAGE = "META-INF/resources/webjars/govuk-frontend/";
    private static final String KNOWN_ISSUES = "docs/accessibility/known-issues.csv";
    private static final List<String> TOLD_LATER = List.of("import", "global-builtin", "color-functions",
            "slash-div", "mixed-decls", "if-function", "function-units", "abs-percent");

    private static final List<String> ASKING = List.of("src/main/resources/templates", "src/main/js");
    private static final Pattern RULE = Pattern.compile("([^{}/]+)\\{([^{}]*)}");
    private static final Pattern EMPTY = Pattern.compile("@[^{}]+\\{}");
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern WITHOUT = Pattern.compile(":not\\([^)]*\\)");
    private static final Pattern PART = Pattern.compile("govuk-[\\w-]+");

    private final Path project;
    private final Path served;
    private final Path index;
    private final Path work;
    private final Path signIn;
    private final Path signInThemes;
    private final Map<String, String> names = new TreeMap<>();

    Sheets(Path project, Path classes, Path work) {
        this.project = project;
        this.served = classes.resolve("META-INF/resources/assets");
        this.index = classes.resolve("web/assets.properties");
        this.work = work;
        this.signIn = project.resolve("themes/hornsten/login");
        this.signInThemes = work.resolveSibling("keycloak-themes");
    }

    public static void main(String... args) throws Exception {
        Sheets sheets = new Sheets(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        if (!sheets.upToDate()) sheets.make();
    }

    private boolean upToDate() throws IOException {
        if (!Files.exists(index) || !Files.exists(signInThemes)) return false;
        long made = Files.getLastModifiedTime(index).toMillis();
        for (String folder : List.of("src/build", "src/main/sass", "src/main/js", "src/main/resources/templates",
                "themes", "docs/accessibility"))
            for (Path file : filesIn(project.resolve(folder)))
                if (Files.getLastModifiedTime(file).toMillis() >= made) return false;
        return true;
    }

    private void make() throws Exception {
        forgetOld();
        Path frontend = unpackFrontend();
        try (SassCompiler compiler = SassCompilerFactory.bundled()) {
            compiler.setOutputStyle(OutputStyle.COMPRESSED);
            compiler.setQuietDeps(true);
            TOLD_LATER.forEach(compiler::addSilenceDeprecation);
            for (Path theme : foldersIn(project.resolve("themes")))
                if (Files.exists(theme.resolve("theme.scss"))) {
                    makeTheme(compiler, frontend, theme);
                    makeSignIn(compiler, theme);
                }
        }
        for (Path script : filesIn(project.resolve("src/main/js"))) keep(nameOf(script), Files.readAllBytes(script));
        Files.createDirectories(index.getParent());
        Files.write(index.resolveSibling("known-issues.csv"), Files.readAllBytes(project.resolve(KNOWN_ISSUES)));
        writeIndex();
    }

    private void makeTheme(SassCompiler compiler, Path frontend, Path theme) throws Exception {
        Set<String> asked = partsAskedFor();
        compiler.setLoadPaths(List.of(theme.toFile(), project.resolve("src/main/sass").toFile(), frontend.toFile()));
        for (String mode : List.of("light", "dark")) {
            String entry = "$mode: " + mode + ";\n@import \"theme\", \"sheet\";\n";
            String css = compiler.compileString(entry, Syntax.SCSS, OutputStyle.COMPRESSED).getCss();
            keep(nameOf(theme) + "-" + mode + ".css", withoutUnused(css, asked).getBytes("UTF-8"));
        }
        for (String logo : List.of("logo.svg", "logo-dark.svg"))
            keep(nameOf(theme) + "-" + logo, Files.readAllBytes(theme.resolve(logo)));
        Path words = index.resolveSibling("themes").resolve(nameOf(theme) + ".properties");
        Files.createDirectories(words.getParent());
        Files.write(words, Files.readAllBytes(theme.resolve("theme.properties")));
    }

    private void makeSignIn(SassCompiler compiler, Path theme) throws Exception {
        Path made = signInThemes.resolve(nameOf(theme)).resolve("login");
        for (Path file : filesIn(signIn)) {
            Path copy = made.resolve(signIn.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, Files.readString(file) + (nameOf(file).startsWith("messages_")
                    ? "houseName=" + named(theme, nameOf(file)) + "\n" : ""));
        }
        Path resources = made.resolve("resources");
        for (String folder : List.of("css", "img")) Files.createDirectories(resources.resolve(folder));
        for (String logo : List.of("logo.svg", "logo-dark.svg"))
            Files.write(resources.resolve("img").resolve(logo), Files.readAllBytes(theme.resolve(logo)));
        String dark = signInCss(compiler, "dark", "\"tokens\"");
        Files.writeString(resources.resolve("css/login.css"), signInCss(compiler, "light", "\"tokens\", \"login\"")
                + "@media screen and (prefers-color-scheme:dark){" + dark.replace("\uFEFF", "") + "}");
    }

    private static String signInCss(SassCompiler compiler, String mode, String parts) throws Exception {
        String entry = "$mode: " + mode + ";\n@import \"theme\", " + parts + ";\n";
        return compiler.compileString(entry, Syntax.SCSS, OutputStyle.COMPRESSED).getCss();
    }

    /** The organisation's name in the language of that file of words ({@code messages_sv.properties}). */
    private static String named(Path theme, String words) throws IOException {
        Properties names = new Properties();
        try (Reader in = Files.newBufferedReader(theme.resolve("theme.properties"))) {
            names.load(in);
        }
        return names.getProperty("name." + words.substring(9, 11)).replace("'", "''");
    }

    private Set<String> partsAskedFor() throws IOException {
        Set<String> asked = new HashSet<>();
        for (String folder : ASKING)
            for (Path file : filesIn(project.resolve(folder)))
                PART.matcher(Files.readString(file)).results().forEach(part -> asked.add(part.group()));
        return asked;
    }

    /** The frontend package brings more sizes and variants than any page shows. */
    private static String withoutUnused(String css, Set<String> asked) {
        String kept = RULE.matcher(css).replaceAll(rule -> {
            String selectors = COMMA.splitAsStream(rule.group(1)).filter(one -> PART
                    .matcher(WITHOUT.matcher(one).replaceAll("")).results()
                    .allMatch(part -> asked.contains(part.group()))).collect(Collectors.joining(","));
            return selectors.isEmpty() ? "" : Matcher.quoteReplacement(selectors + "{" + rule.group(2) + "}");
        });
        return EMPTY.matcher(kept).replaceAll("");
    }

    private void keep(String name, byte[] content) throws Exception {
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, 12);
        int dot = name.lastIndexOf('.');
        String hashed = name.substring(0, dot) + "." + hash + name.substring(dot);
        Files.write(served.resolve(hashed), content);
        names.put(name, "/assets/" + hashed);
    }

    private void writeIndex() throws IOException {
        Files.write(index, names.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    private void forgetOld() throws IOException {
        Files.createDirectories(served);
        for (Path old : filesIn(served)) Files.delete(old);
    }

    /** Its Sass files lie in a jar, where the compiler cannot read them. */
    private Path unpackFrontend() throws IOException {
        Path jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(path -> nameOf(path).startsWith("govuk-frontend-")).findFirst().orElseThrow();
        try (FileSystem inside = FileSystems.newFileSystem(jar); Stream<Path> version =
                Files.list(inside.getPath(PACKAGE))) {
            Path root = version.findFirst().orElseThrow().resolve("dist");
            for (Path file : filesIn(root)) {
                if (!nameOf(file).endsWith(".scss")) continue;
                Path copy = work.resolve(root.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        return work;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }
}
