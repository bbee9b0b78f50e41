package org.hornsten.privacy;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.is;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The register of what is kept of people is complete, public, and says so in three languages. */
@QuarkusTest
class RegisterTest {
    private static final String ABOUT_PEOPLE = "(^|_)(person|author|reader|rater|voter|actor|guardian|user|name|pseudonym"
            + "|email|mail|phone|street|postcode|town|address|birth|age|gender|note|receipt|salt|words|hash|mark|subject|session|envelope"
            + "|fingerprint|by)(_|$)";
    /** Columns that look like something of a person and are not, each with the reason. */
    private static final Map<String, String> OF_THINGS = Map.ofEntries(
            Map.entry("viewpoint.fingerprint", "salted, of words; gone with the salt"),
            Map.entry("decision.fingerprint", "of what staff wrote"),
            Map.entry("decision_viewpoint.viewpoint_fingerprint", "a copy of the viewpoint's"),
            Map.entry("decision_viewpoint.decision_fingerprint", "a copy of the decision's"),
            Map.entry("change_link.change_fingerprint", "of a published text"),
            Map.entry("change_link.decision_fingerprint", "a copy of the decision's"),
            Map.entry("log_checkpoint.note", "a size and a root, signed"),
            Map.entry("log_leaf.salt", "of an entry without words: tells nothing of anybody by itself"),
            Map.entry("panel.name", "what a body is called"),
            Map.entry("panel.minimum_age", "a rule of the body"),
            Map.entry("board_heading.words", "what staff call a group of notes"),
            Map.entry("open_call.words", "what a call says to everybody"),
            Map.entry("application.mark", "what the lot or a choice made of a number"),
            Map.entry("project.age_limit", "a rule of the project"),
            Map.entry("project.words_months", "how long words are kept"));

    @Test
    void every_column_about_people_is_in_the_register_or_has_a_reason() throws SQLException {
        Set<String> known = new TreeSet<>(OF_THINGS.keySet());
        for (Holding holding : Holding.values()) known.addAll(holding.columns);
        Set<String> unknown = new TreeSet<>(columns("""
                select table_name, column_name from information_schema.key_column_usage
                where table_schema = database() and referenced_table_name = 'person'
                union select table_name, column_name from information_schema.columns
                where table_schema = database() and table_name not like 'flyway%%'
                  and table_name not like '%%_seq' and column_name regexp '%s'""".formatted(ABOUT_PEOPLE)));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown, "in no holding of the register and without a reason here");
    }

    @Test
    void the_register_names_only_what_is_there() throws SQLException {
        Set<String> there = columns("""
                select table_name, column_name from information_schema.columns where table_schema = database()""");
        for (Holding holding : Holding.values()) for (String column : holding.columns)
            assertTrue(there.contains(column), holding + ": " + column);
    }

    @Test
    void the_public_page_shows_each_holding_in_three_languages() {
        for (String language : Set.of("sv", "fi", "en")) {
            Browser.Page page = nobody().reading(language).get("/privacy").is(200);
            for (Holding holding : Holding.values())
                assertEquals(5, page.document().select("#holding-" + holding.word() + " + dl dd").stream()
                        .filter(told -> !told.text().isBlank()).count(), language + " " + holding);
        }
        nobody().get("/privacy").shows("Anonymt betyder att ingen kan ta reda på vem som svarade");
    }

    @Test
    void the_record_of_processing_names_each_holding() throws IOException {
        String record = Files.readString(Path.of("docs/privacy/record.md"));
        for (Holding holding : Holding.values()) assertTrue(record.contains("| `" + holding + "` |"), "" + holding);
    }

    @Test
    void a_project_has_a_safe_basis_until_its_lead_names_another_and_shows_it() {
        Project project = World.project();
        String path = "/api/v1/projects/" + project.slug;
        api(World.lena()).get(path).then().body("basis", is("public_task")).body("contactDays", is(90))
                .body("wordsMonths", is(60));
        as(World.pekka()).reading("sv").get(project.path()).shows("uppgift av allmänt intresse")
                .shows("60 månader");
        api(World.lena()).body(Map.of("basis", "consent", "wordsMonths", 12)).patch(path).then().statusCode(200)
                .body("basis", is("consent")).body("wordsMonths", is(12)).body("contactDays", is(90));
        as(World.pekka()).reading("sv").get(project.path()).shows("samtycke").shows("12 månader");
        api(World.lena()).body(Map.of("contactDays", 0)).patch(path).then().statusCode(422);
        api(World.lena()).body(Map.of("wordsMonths", 121)).patch(path).then().statusCode(422);
        Browser lena = as(World.lena());
        lena.post(project.path() + "/edit", project.path() + "/edit", "contactDays", "ett").refuses("contactDays");
        lena.post(project.path() + "/edit", project.path() + "/edit", "contactDays", "30").is(303);
        api(World.lena()).get(path).then().body("contactDays", is(30)).body("basis", is("consent"));
    }

    private static Set<String> columns(String question) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
             Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(question)) {
            while (found.next()) columns.add(found.getString(1) + "." + found.getString(2));
        }
        return columns;
    }
}
