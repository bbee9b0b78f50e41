package org.hornsten.home;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Message;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Membership;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The copy a person takes along holds all that is kept of the person. */
@QuarkusTest
class ExportMineTest {
    /** Where each column that leads to a person is found in the copy. */
    private static final Map<String, String> IN_THE_COPY = Map.ofEntries(
            Map.entry("membership.person_id", "memberships"),
            Map.entry("membership.guardian_by_id", "work"),
            Map.entry("personal_link.person_id", "invitations"),
            Map.entry("invitation.person_id", "invitations"),
            Map.entry("contribution.author_id", "contributions"),
            Map.entry("contribution.typed_by_id", "work"),
            Map.entry("decision.decided_by_id", "work"),
            Map.entry("version.published_by_id", "work"),
            Map.entry("registration.person_id", "workshops"),
            Map.entry("told.person_id", "results"),
            Map.entry("registration.typed_by_id", "work"),
            Map.entry("workshop.published_by_id", "work"),
            Map.entry("disclosure.person_id", "readers"),
            Map.entry("disclosure.reader_id", "opened"),
            Map.entry("claim.person_id", "claims"),
            Map.entry("claim.typed_by_id", "work"),
            Map.entry("claim.decided_by_id", "work"),
            Map.entry("rating.rater", "ratings"),
            Map.entry("seat.person_id", "seats"),
            Map.entry("experience.person_id", "experiences"),
            Map.entry("experience.written_by_id", "work"),
            Map.entry("application.person_id", "applications"),
            Map.entry("ledger_entry.actor", "log"));
    /** Columns that look like a person's and are not, each with the reason. */
    private static final Map<String, String> NOT_IN_THE_COPY = Map.ofEntries(
            Map.entry("calendar_key.person_id",
                    "a fingerprint of an address only the person has; that it was made is in the log"),
            Map.entry("fee_rule.set_by_id", "that somebody agreed on a fee is a line of the log"),
            Map.entry("payroll_batch.made_by_id", "that somebody made a list for payroll is a line of the log"),
            Map.entry("addressee.person_id", "the letter is among the invitations"),
            Map.entry("application.typed_by_id", "that somebody typed in an application is a line of the log"),
            Map.entry("open_call.letters_by_id", "that somebody had letters written is a line of the log"),
            Map.entry("open_call.decided_by_id", "that somebody decided is a line of the log"),
            Map.entry("import_job.maker_id", "that somebody imported a list is a line of the log"),
            Map.entry("telling.told_by_id", "that somebody told people of results is a line of the log"),
            Map.entry("letter_batch.maker_id", "that somebody had letters printed is a line of the log"),
            Map.entry("invitation.inviter_id", "that somebody invited is a line of the log"),
            Map.entry("mail.receiver_id",
                    "its words go when it is sent; what it was about stands among the invitations"),
            Map.entry("block.blocked_by_id", "that somebody blocked a person is a line of the log"),
            Map.entry("block.person_id", "who is blocked takes no copy, and the row goes when the block does"));

    @Test
    void every_column_that_leads_to_a_person_is_in_the_copy_or_has_a_reason() throws SQLException {
        Set<String> found = new TreeSet<>(Set.of("rating.rater", "ledger_entry.actor"));
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
             Statement statement = connection.createStatement(); ResultSet columns = statement.executeQuery("""
                select table_name, column_name from information_schema.key_column_usage
                where table_schema = database() and referenced_table_name = 'person'
                union select table_name, column_name from information_schema.columns
                where table_schema = database() and column_name regexp '(person|author|reader|rater|guardian|_by)_id$'
                """)) {
            while (columns.next()) found.add(columns.getString(1) + "." + columns.getString(2));
        }
        Set<String> known = new TreeSet<>(IN_THE_COPY.keySet());
        known.addAll(NOT_IN_THE_COPY.keySet());
        assertEquals(known, found);
    }

    @Test
    void everything_of_mine_is_in_it_and_nothing_of_others() {
        Draft draft = World.openDraft(Anonymity.NAMED);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Contribution mine = World.said(draft, "Mina ord " + mark);
        World.act(() -> Message.written(Contribution.findById(mine.id), true, "Svar " + mark, World.today()));
        World.decided(mine, Disposition.NOT_ADOPTED);
        World.said(draft, "Ännu obesvarat.");
        api(World.pekka()).header("Idempotency-Key", mark).body(Map.of("version", 1, "scores", Map.of("clear", 4)))
                .post("/api/v1/drafts/" + draft.publicId + "/ratings").then().statusCode(201);
        Membership member = Membership.<Membership>find("project = ?1 and person = ?2", draft.project, World.pekka())
                .firstResult();
        api(World.lena()).body(Map.of("purpose", "request")).post("/api/v1/projects/" + draft.project.slug
                + "/members/" + member.number + "/disclosures").then().statusCode(201);

        Map<String, String> files = taken(as(World.pekka()));

        assertEquals(Set.of("data.json", "hornsten.html"), files.keySet());
        JsonPath data = JsonPath.from(files.get("data.json"));
        assertEquals("Pekka", data.getString("person.name"));
        for (String part : Set.of("memberships", "contributions", "ratings", "readers"))
            assertFalse(data.getList(part).isEmpty(), part);
        String said = "contributions.find { it.id == '" + mine.publicId + "' }";
        assertEquals("Mina ord " + mark, data.getString(said + ".words"));
        assertEquals("Svar " + mark, data.getString(said + ".messages[0].words"));
        assertEquals("not_adopted", data.getString(said + ".viewpoints[0].disposition"));
        assertEquals("Lena", data.getString("readers[0].reader"));
        String page = Jsoup.parse(files.get("hornsten.html")).text();
        assertTrue(page.contains("Mitä tiedämme sinusta") && page.contains("Mina ord " + mark)
                && page.contains("Lupaamme päivän.") && page.contains("Lena. Henkilö on pyytänyt jotakin."), page);
        assertEquals("fi", Jsoup.parse(files.get("hornsten.html")).select("html").attr("lang"));
        assertFalse(files.get("data.json").contains(World.aino().publicId), "nothing of others");
        assertTrue(Entry.count("verb = 'copied' and aboutId = ?1", World.pekka().publicId) > 0);
    }

    @Test
    void programs_take_the_same_copy_and_by_a_link_only_what_it_opens() {
        Draft draft = World.openDraft(Anonymity.NAMED);
        World.said(draft, "Mina ord.");
        long before = Entry.count("verb = 'copied' and aboutId = ?1", World.pekka().publicId);
        JsonPath taken = api(World.pekka()).post("/api/v1/me/copy").then().statusCode(200).extract().jsonPath();
        assertEquals(before + 1, Entry.count("verb = 'copied' and aboutId = ?1", World.pekka().publicId));
        JsonPath file = JsonPath.from(taken(as(World.pekka())).get("data.json"));
        for (String part : Set.of("person", "memberships", "contributions", "ratings", "readers"))
            assertEquals(file.<Object>get(part), taken.<Object>get(part), part);
        String link = api(World.lena()).body(Map.of("about", draft.ref(), "channel", "handed_out", "to", List.of(
                Map.of("kind", "customer", "language", "sv", "name", "Satu Sand")))).post("/api/v1/invitations").then()
                .statusCode(201).extract().path("items[0].token");
        String token = RestAssured.given().contentType("application/json").body(Map.of("token", link))
                .post("/api/v1/access").then().statusCode(200).extract().path("token");
        RestAssured.given().header("Authorization", "Bearer " + token).post("/api/v1/me/copy").then().statusCode(200)
                .body("person.name", equalTo("S. S.")).body("person.email", nullValue());
        RestAssured.post("/api/v1/me/copy").then().statusCode(401);
    }

    @Test
    void what_was_said_anonymously_is_not_in_it() {
        Draft draft = World.openDraft(Anonymity.ANONYMOUS);
        String mark = "anonym " + UUID.randomUUID();
        World.said(draft, mark);
        assertFalse(taken(as(World.pekka())).get("data.json").contains(mark));
    }

    @Test
    void who_works_here_takes_the_work_along_and_whose_data_was_opened() {
        Draft draft = World.openDraft();
        World.decided(World.said(draft, "Ring."), Disposition.NOT_ADOPTED);
        Membership pekka = Membership.<Membership>find("project = ?1 and person = ?2", draft.project, World.pekka())
                .firstResult();
        api(World.lena()).body(Map.of("purpose", "request")).post("/api/v1/projects/" + draft.project.slug
                + "/members/" + pekka.number + "/disclosures").then().statusCode(201);
        JsonPath data = JsonPath.from(taken(as(World.lena())).get("data.json"));
        assertTrue(data.getList("work.kind").containsAll(Set.of("decided", "published")));
        assertTrue(data.getList("opened.person").contains(World.pekka().publicId));
        assertTrue(data.getList("log.verb").contains("disclosed"));
    }

    private static Map<String, String> taken(Browser browser) {
        Browser.Page copy = browser.post("/me", "/me/copy").is(200);
        assertEquals("application/zip", copy.response.contentType());
        assertTrue(copy.response.header("Content-Disposition").contains("attachment"));
        return copy.files();
    }
}
