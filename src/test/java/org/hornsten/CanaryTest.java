package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A script in whatever a form or a call takes stays words on every page, for everybody, whatever is said to it. */
@QuarkusTest
class CanaryTest {
    static final String SCRIPT = "\"><script src=//canary.example></script><img src=x onerror=canary()>"
            + "'{7*7}{inject:shell.token}${7*7}<canary-x>&lt;canary-y&gt;";

    @Test
    void a_script_in_every_field_of_every_form_and_call_is_shown_as_words() {
        Canary canary = Canary.singing(SCRIPT);
        List<String> wrong = new ArrayList<>(canary.wrong);
        for (Response answer : canary.answers) wrong.addAll(faults("an answer", answer));
        for (Browser reader : List.of(Browser.as(World.lena()), Browser.as(World.pekka())))
            for (AccessTest.Who who : AccessTest.Who.values()) for (String row : Canary.pages(who))
                wrong.addAll(faults(row, reader.get(canary.example.path(row)).response));
        assertTrue(canary.forms > 20, "forms: " + canary.forms);
        assertTrue(canary.calls > 20 && canary.done > 5, canary.done + " of " + canary.calls + " calls");
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void a_page_that_runs_the_script_would_be_found() {
        assertFalse(faults("planted", "<p title=\"" + SCRIPT + "\">x</p>").isEmpty());
        assertFalse(faults("planted", "<p>49</p><p><!-- canary -->{7*7}</p>".replace("{7*7}", "canary49")).isEmpty());
    }

    /** What is no page is read by nothing that would run it. */
    private static List<String> faults(String where, Response answer) {
        return String.valueOf(answer.contentType()).contains("html") ? faults(where, answer.asString()) : List.of();
    }

    private static List<String> faults(String where, String answer) {
        List<String> faults = new ArrayList<>();
        Document page = Jsoup.parse(answer);
        if (!page.select("[src*=canary], [onerror], canary-x, canary-y").isEmpty())
            faults.add(where + ": " + page.select("[src*=canary], [onerror], canary-x, canary-y").first());
        if (answer.contains("canary49") || answer.contains("'49")) faults.add(where + ": an expression was computed");
        return faults;
    }
}
