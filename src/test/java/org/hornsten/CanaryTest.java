package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.decision.Disposition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.World.lena;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A script in whatever a form takes stays words on every page, for everybody, whatever the form says to it. */
@QuarkusTest
class CanaryTest {
    private static final String SCRIPT = "\"><script src=//canary.example></script><img src=x onerror=canary()>"
            + "'{7*7}{inject:shell.token}${7*7}<canary-x>&lt;canary-y&gt;";

    @Test
    void a_script_in_every_field_of_every_form_is_shown_as_words() {
        Example example = example();
        Browser lena = Browser.as(lena());
        List<String> wrong = new ArrayList<>();
        int forms = 0;
        for (String row : pages()) {
            Document page = lena.get(example.path(row)).document();
            for (Element form : page.select("form[method=post]")) {
                String action = form.attr("action");
                if (action.matches(".*(sign-out|/closing|/erasure|/removal|/ending).*")) continue;
                forms++;
                Response answer = lena.sentWith(form, typed(form));
                // a form whose own fields are refused would be one that nobody can send
                if (answer.statusCode() == 400 || answer.statusCode() >= 500)
                    wrong.add(row + " ▸ " + action + " → " + answer.statusCode());
                wrong.addAll(faults(row + " ▸ " + action, answer.asString()));
            }
        }
        for (String row : pages()) for (Browser reader : List.of(lena, Browser.as(World.pekka())))
            wrong.addAll(faults(row, reader.get(example.path(row)).response.asString()));
        assertTrue(forms > 20, "forms: " + forms);
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void a_page_that_runs_the_script_would_be_found() {
        assertFalse(faults("planted", "<p title=\"" + SCRIPT + "\">x</p>").isEmpty());
        assertFalse(faults("planted", "<p>49</p><p><!-- canary -->{7*7}</p>".replace("{7*7}", "canary49")).isEmpty());
    }

    /** One of everything, with the script in its words. */
    private static Example example() {
        Example example = Example.made();
        World.decided(World.said(example.draft(), "Säger " + SCRIPT), Disposition.LATER);
        World.said(example.draft(), SCRIPT);
        api(lena()).body(Map.of("title", Map.of("sv", SCRIPT), "summary", Map.of("sv", SCRIPT)))
                .patch("/api/v1/projects/" + example.project().slug).then().statusCode(200);
        return example;
    }

    private static List<String> pages() {
        return AccessTest.TABLE.entrySet().stream().filter(e -> e.getKey() != AccessTest.Who.ADMINISTRATOR)
                .flatMap(e -> e.getValue().lines()).map(row -> row.replace(" *", ""))
                .filter(row -> row.startsWith("GET ") && !row.contains("/api/v1") && !row.contains("/me/copy")
                        && !row.contains("security.txt")).toList();
    }

    private static Map<String, String> typed(Element form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.select("input[type=text], input:not([type]), input[type=search], textarea")
                .forEach(field -> typed.put(field.attr("name"), SCRIPT));
        return typed;
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
