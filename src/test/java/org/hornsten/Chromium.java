package org.hornsten;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium or Chrome of this machine, started once for all tests; {@code -Dhornsten.chromium=} names another. */
final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
            "google-chrome-stable", "chrome", "chrome.exe");
    private static final List<Path> USUAL_PLACES = Stream.of("/usr/bin/chromium", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            System.getenv().getOrDefault("ProgramFiles", "C:\\Program Files")
            + "\\Google\\Chrome\\Application\\chrome.exe",
            System.getenv().getOrDefault("ProgramFiles(x86)", "C:\\Program Files (x86)")
                    + "\\Google\\Chrome\\Application\\chrome.exe").map(Path::of).toList();
    private static final List<String> QUIETLY = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars");

    private static Browser browser;

    private Chromium() {}

    static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program())
                    .setHeadless(true).setArgs(QUIETLY));
        }
        return browser;
    }

    private static Path program() {
        String named = System.getProperty("hornsten.chromium", "");
        return Optional.of(named).filter(name -> !name.isBlank()).map(Path::of)
                .or(Chromium::onPath).or(() -> USUAL_PLACES.stream().filter(Files::isExecutable).findFirst())
                .orElseThrow(() -> new IllegalStateException("Neither Chromium nor Chrome is installed here; "
                        + "install one (Debian: apt-get install chromium) or name it with -Dhornsten.chromium="));
    }

    private static Optional<Path> onPath() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isRegularFile).filter(Files::isExecutable).findFirst();
    }
}
