package org.hornsten.project;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class PlanPagesTest {

    @Test
    void a_lead_sets_a_project_up_in_one_form() {
        String title = "Närvård " + UUID.randomUUID();
        as(World.lena()).post("/projects/new", "/projects/new", "titleSv", title, "titleFi", "Lähihoito",
                "phaseSv", List.of("Idé", ""), "phaseFi", List.of("Idea", ""), "phaseEn", List.of("", ""),
                "phaseFrom", List.of("2027-01-01", ""), "phaseTo", List.of("2027-02-01", "")).follow()
                .shows(title).shows("Vi frågar").shows("Idé");
    }

    @Test
    void a_form_without_title_comes_back_in_the_readers_language_with_what_was_typed() {
        for (String language : List.of("sv", "fi", "en")) {
            Browser.Page page = reading(World.lena(), language)
                    .post("/projects/new", "/projects/new", "summarySv", "Min <b>text</b> 👵");
            page.refuses("title");
            assertEquals("Min <b>text</b> 👵",
                    page.document().select("textarea[name=summarySv]").first().wholeText().strip());
        }
    }

    @Test
    void a_wrong_day_is_told_and_its_row_kept() {
        Browser.Page page = as(World.lena()).post("/projects/new", "/projects/new", "titleSv", "a",
                "phaseSv", "Idé", "phaseFi", "", "phaseEn", "", "phaseFrom", "i morgon", "phaseTo", "");
        page.refuses("phases");
        assertEquals("i morgon", page.document().select("input[name=phaseFrom]").first().attr("value"));
    }

    @Test
    void more_rows_come_without_losing_what_was_typed() {
        Browser.Page first = as(World.lena()).get("/projects/new");
        Browser.Page more = first.submit("button[name=more]", Map.of("titleSv", "Halvfärdig")).is(200);
        assertEquals("Halvfärdig", more.document().select("input[name=titleSv]").attr("value"));
        assertEquals(6, more.document().select("input[name=phaseSv]").size());
    }

    @Test
    void who_may_not_set_up_a_project_finds_no_form() {
        as(World.pekka()).get("/projects/new").is(404);
        Browser.nobody().get("/projects/new").seesOther("/sign-in?back=%2Fprojects%2Fnew");
    }

    @Test
    void of_two_leads_who_edit_at_once_the_second_sees_both_texts_and_loses_nothing() {
        Project project = World.project();
        Browser lena = as(World.lena());
        Browser.Page opened = lena.get(project.path() + "/edit").is(200);
        Browser.api(World.lena()).body(Map.of("summary", Map.of("sv", "Den andras text")))
                .patch("/api/v1" + project.path());
        Browser.Page conflict = opened.submit("main form", Map.of("summarySv", "Min text")).is(409);
        String shown = conflict.document().select(".meanwhile").text();
        assertTrue(shown.contains("Den andras text") && shown.contains("Min text"), shown);
        assertEquals("Min text", conflict.document().select("textarea[name=summarySv]").first().wholeText().strip());
        Browser.api(World.lena()).get("/api/v1" + project.path()).then()
                .body("summary.sv", org.hamcrest.Matchers.is("Den andras text"));
        conflict.submit("main form", Map.of()).seesOther(project.path());
        Browser.api(World.lena()).get("/api/v1" + project.path()).then()
                .body("summary.sv", org.hamcrest.Matchers.is("Min text"));
    }

    @Test
    void editing_keeps_the_main_language_first() {
        Project project = World.project();
        Browser.api(World.lena()).body(Map.of("languages", List.of("fi", "sv"))).patch("/api/v1" + project.path());
        as(World.lena()).post(project.path() + "/edit", project.path() + "/edit", "languages",
                List.of("sv", "fi", "en")).is(303);
        Browser.api(World.lena()).get("/api/v1" + project.path()).then()
                .body("languages", org.hamcrest.Matchers.equalTo(List.of("fi", "sv", "en")));
    }

    @Test
    void another_lead_finds_no_form_to_edit() {
        as(World.linus()).get(World.project().path() + "/edit").is(404);
        as(World.pekka()).get(World.project().path() + "/edit").is(404);
    }

    private static Browser reading(Person who, String language) {
        Browser browser = as(who).reading(language);
        browser.get("/preferences").submit("main button[value=" + language + "]", Map.of()).is(303);
        return browser;
    }
}
