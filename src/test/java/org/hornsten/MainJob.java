package org.hornsten;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the house is for, from beginning to end: a text is brought, people are heard, they are answered, the text is
 * changed, and every changed word says why. Told once with scripts and once without.
 */
final class MainJob {
    static final String TEXT = """
            # Hjälp hemma på öarna

            ## När du behöver hjälp

            Ring Hemhjälpen när vardagen känns tung. Vi svarar så fort vi kan. En granne får ringa i ditt ställe.

            Första besöket görs hemma hos dig och kostar ingenting.

            ## Din plan

            Planen skrivs tillsammans med dig.

            - Planen har namn och nummer till den som ansvarar.
            - Planen ses över en gång om året.
            """;
    static final String SENTENCE = "Vi svarar så fort vi kan.";
    private static final String SAID = "Luvatkaa päivä, jona vastaatte. Numeron pitää olla myös paperilla.";
    private static final String FIRST = "Luvatkaa päivä, jona vastaatte.";
    private static final String SECOND = "Numeron pitää olla myös paperilla.";
    private static final String REASON = "Den som väntar ska veta hur länge.";

    private final boolean script;
    private final String story;
    private final String title = "Hemhjälp " + UUID.randomUUID().toString().substring(0, 6);
    private String project;
    private String draft;

    MainJob(boolean script) {
        this.script = script;
        story = script ? "main-job" : "no-script";
    }

    void tell() {
        Screen.Device desk = script ? Screen.Device.DESKTOP : Screen.Device.DESKTOP.withoutScript();
        Screen.Device phone = script ? Screen.Device.PHONE : Screen.Device.PHONE.withoutScript();
        try (Screen lena = Screen.of(desk, "sv").telling(story + "-lena"); Screen pekka = Screen.of(phone, "fi")
                .telling(story + "-pekka");
             Screen neighbour = Screen.of(phone, "fi").telling(story + "-neighbour")) {
            lena.signIn("lead");
            project(lena);
            String link = people(lena);
            text(lena);
            publishFirst(lena);
            pekka.signIn("panelist");
            String receipt = comment(pekka);
            rate(pekka);
            split(lena);
            decide(lena);
            change(lena);
            publishNext(lena);
            why(lena);
            journey(pekka, receipt);
            withoutAccount(neighbour, link);
        }
    }

    private void project(Screen lena) {
        lena.open("/").shot("home").open("/projects").follow("a[href='/projects/new']")
                .fill("titleSv", title).fill("titleFi", title + " suomeksi").fill("titleEn", title + " in English")
                .fill("summarySv", "Hur man får hjälp hemma när man bor på en ö.")
                .fill("promiseSv", "Vi svarar på allt som sägs och visar vad det ändrade.")
                .pick("level", "consult").pick("stage", "draft").pick("open", "no");
        for (String language : List.of("sv", "fi")) tick(lena, "languages", language, true);
        tick(lena, "languages", "en", false);
        lena.shot("new-project").send("/projects/new").at("^/projects/.+").sees(title).shot("project");
        project = lena.path();
    }

    /** @return the address that lets somebody without an account in */
    private String people(Screen lena) {
        lena.follow("a[href$='/people']").fill("userName", "panelist").pick("role", "participant").send("/people")
                .sees("Deltagare 2")
                .shot("people").follow("a[href$='/people/new']").pick("kind", "customer").pick("language", "fi")
                .fill("name", "Grannen Greta").send("/people/new").sees("Grannen Greta");
        Locator row = lena.page().locator("main tr",
                new com.microsoft.playwright.Page.LocatorOptions().setHasText("Grannen Greta"));
        lena.press(row.locator("form[action$='/people/links'] button")).shot("link-once");
        return lena.page().locator(".once").innerText().strip();
    }

    private void text(Screen lena) {
        lena.open(project).follow("a[href$='/drafts/new']").shot("bring-text");
        lena.page().locator("input[name=file]").setInputFiles(file("hemhjalp.md", TEXT));
        lena.pick("language", "sv").send("/drafts/preview").sees("Ring Hemhjälpen").shot("check-text")
                .send("/drafts").at("^/drafts/[^/]+/working-copy").sees("När du behöver hjälp").shot("working-copy");
        draft = lena.path().replaceFirst("/working-copy.*", "");
    }

    private void publishFirst(Screen lena) {
        lena.follow("a[href$='/publishing']").pick("anonymity", "PSEUDONYM").shot("publish-first").send("/publishing")
                .at("^" + draft).sees(SENTENCE).shot("version-1");
    }

    /** @return the code of the receipt */
    private String comment(Screen pekka) {
        pekka.open("/").shot("home").open(draft).shot("version-1");
        Marking.of(pekka, SENTENCE).begin(script ? Marking.How.TOUCH : Marking.How.SENTENCES);
        pekka.shot("comment").pick("kind", "WISH").fill("words", SAID).send("/comments").at("^/thanks").shot("thanks");
        return pekka.page().locator(".receipt-code").innerText().strip();
    }

    private void rate(Screen pekka) {
        pekka.open(draft).follow("a[href$='/rating']");
        for (String criterion : List.of("clear", "useful", "fair")) pekka.pick(criterion, "4");
        pekka.pick("reachable", "0").shot("rating").send("/rating").shot("rated");
        assertThat(pekka.page().locator("main input[name=clear][value='4']")).isChecked();
    }

    private void split(Screen lena) {
        lena.open(project + "/input").shot("input").follow("a[href^='/contributions/']").sees(FIRST).shot("work");
        if (script) {
            for (String matter : List.of(FIRST, SECOND)) {
                Marking.select(lena, "#words", matter);
                lena.press(lena.page().locator("[data-split]"));
            }
        } else {
            lena.follow("a[href$='/viewpoints']").shot("split").pick("sentence", "0").pick("sentence", "1")
                    .press(lena.page().locator("main button[name=how][value=each]"));
        }
        lena.shot("two-viewpoints");
        assertThat(lena.page().locator("main .viewpoints li")).hasCount(2);
    }

    private void decide(Screen lena) {
        lena.press(viewpoint(lena, FIRST)).pick("disposition", "ADOPTED").fill("reason-sv", REASON)
                .fill("reason-fi", "Odottajan pitää tietää, kuinka kauan.").shot("decide").send("/decisions");
        lena.open(project + "/input").follow("a[href^='/contributions/']").press(viewpoint(lena, SECOND));
        lena.pick("disposition", "OUT_OF_SCOPE").sendInVain("/decisions").shot("decide-refused");
        assertThat(lena.page().locator("[name=disposition][value=OUT_OF_SCOPE]")).isChecked();
        lena.fill("reason-sv", "Broschyren trycks av kommunen.").fill("reason-fi", "Esitteen painaa kunta.")
                .send("/decisions").open(project + "/decisions").sees(REASON).shot("decisions");
    }

    private static Locator viewpoint(Screen lena, String words) {
        return lena.page().locator("main .viewpoints a",
                new com.microsoft.playwright.Page.LocatorOptions().setHasText(words));
    }

    private void change(Screen lena) {
        lena.open(draft + "/working-copy")
                .follow("section:has-text('" + SENTENCE + "') a[href*='/sections/']:not([href*='new'])");
        Locator text = lena.page().locator("textarea[name=markdown]");
        text.fill(text.inputValue().replace("så fort vi kan", "senast nästa vardag"));
        lena.shot("edit").press(lena.page().locator("main form:has(textarea) button").last())
                .sees("senast nästa vardag").shot("edited");
    }

    private void publishNext(Screen lena) {
        lena.follow("a[href$='/publishing']").sendInVain("/publishing").sees("Vi svarar senast").shot("publish-refused")
                .follow("a[href*='/working-copy/changes'][href*='change=']").shot("explain");
        lena.page().locator("main label", new com.microsoft.playwright.Page.LocatorOptions().setHasText(REASON))
                .click();
        lena.press(lena.page().locator("main form[method=post][action*='/changes'] button").last()).shot("explained")
                .follow("a[href$='/publishing']").send("/publishing").at("^" + draft).sees("senast nästa vardag")
                .shot("version-2");
    }

    private void why(Screen lena) {
        lena.follow("a.changed").sees("senast nästa vardag").sees(REASON).sees(FIRST).shot("why");
    }

    private void journey(Screen pekka, String receipt) {
        pekka.open("/r").fill("code", receipt.toLowerCase().replace("-", " ")).shot("receipt").send("/r")
                .sees("så fort vi kan").sees("senast nästa vardag").sees("Odottajan pitää tietää").shot("journey");
    }

    private void withoutAccount(Screen neighbour, String link) {
        neighbour.open(link).shot("link").send("/link").open(draft);
        Marking.of(neighbour, "Planen ses över en gång om året.").begin(Marking.How.SENTENCES);
        neighbour.fill("words", "Kerran vuodessa on liian harvoin.").send("/comments").at("^/thanks").shot("thanks");
        assertTrue(neighbour.page().locator(".receipt-code").innerText().length() > 8);
    }

    private static void tick(Screen screen, String name, String value, boolean wanted) {
        if (screen.page().locator("main input[name='" + name + "'][value='" + value + "']").isChecked() != wanted)
            screen.pick(name, value);
    }

    static Path file(String name, String text) {
        try {
            return Files.writeString(Files.createDirectories(Path.of("target", "brought")).resolve(name), text);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
