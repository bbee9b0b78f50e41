package org.hornsten.hearing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.PublicId;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hornsten.Browser.api;
import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Anonymous is anonymous, also for whoever holds the database, the ledger and the order in which people came. */
@QuarkusTest
class AnonymityTest {
    @Inject Mixer mixer;
    @Inject EntityManager db;

    /** Every row of every table, as one text. */
    private String dump() {
        return act(() -> {
            StringBuilder dump = new StringBuilder();
            List<?> tables = db.createNativeQuery("""
                    select table_name from information_schema.tables
                    where table_schema = database() and table_type = 'BASE TABLE'""", String.class).getResultList();
            for (Object table : tables) {
                List<?> columns = db.createNativeQuery("select column_name from information_schema.columns "
                        + "where table_schema = database() and table_name = '" + table + "'", String.class).getResultList();
                String all = columns.stream().map(c -> "ifnull(`" + c + "`, '')").collect(Collectors.joining(", "));
                db.createNativeQuery("select convert(concat_ws('|', " + all + ") using utf8mb4) from `" + table + "`",
                        String.class).getResultList().forEach(row -> dump.append(table).append(' ').append(row).append('\n'));
            }
            return dump.toString();
        });
    }

    @Test
    void nobody_reads_an_answer_before_it_is_mixed_with_enough_others() {
        Crowd crowd = Crowd.of(12, Anonymity.ANONYMOUS);
        for (int i = 0; i < 9; i++) crowd.said(i, "Hemliga ord nummer " + i + ".");
        mixer.mix();
        assertEquals(List.of(), crowd.told());
        assertFalse(dump().contains("Hemliga ord nummer"), "nor does anybody find the words in the database");
        crowd.said(9, "Hemliga ord nummer 9.");
        mixer.mix();
        assertEquals(5, crowd.told().size(), "half of ten come out, half stay for the next");
        mixer.mix();
        assertEquals(5, crowd.told().size());
        for (int i = 10; i < 12; i++) crowd.said(i, "Hemliga ord nummer " + i + ".");
        crowd.close();
        assertEquals(IntStream.range(0, 12).mapToObj(i -> "Hemliga ord nummer " + i + ".").sorted().toList(),
                crowd.told().stream().sorted().toList(), "at the end all are told, each once");
    }

    @Test
    void ten_answers_of_one_person_are_no_crowd() {
        Crowd crowd = Crowd.of(12, Anonymity.ANONYMOUS);
        for (int i = 0; i < 10; i++) crowd.said(0, "Alltid samma röst " + i + ".");
        mixer.mix();
        assertEquals(List.of(), crowd.told());
        crowd.close();
        assertEquals(List.of(), crowd.told());
    }

    @Test
    void the_order_in_which_people_came_tells_nothing_of_what_they_said() {
        Crowd unnamed = Crowd.of(40, Anonymity.ANONYMOUS);
        Crowd known = Crowd.of(40, Anonymity.PSEUDONYM);
        for (Crowd crowd : List.of(unnamed, known)) {
            for (int i : order(40)) crowd.said(i, "Röst " + (100 + i) + ".");
            crowd.close();
        }
        // the same attack finds everybody where nothing is mixed, so it is able to find somebody
        assertEquals(40, hits(known, "c.id"));
        for (String clue : List.of("c.id", "c.public_id", "c.receipt", "c.salt", "v.id", "v.public_id", "l.seq"))
            assertTrue(hits(unnamed, clue) < 9, clue + " leads to " + hits(unnamed, clue));
        assertEquals(1L, act(() -> db.createNativeQuery("""
                select count(distinct l.at) from ledger_entry l where l.verb = 'said' and l.about_id = ?1""", Long.class)
                .setParameter(1, unnamed.draft().publicId).getSingleResult()), "the ledger knows the day alone");
    }

    private static List<Integer> order(int size) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(7));
        return order;
    }

    /** How often the n-th by that clue is what the n-th who came has said; one in the mean, by chance. */
    private int hits(Crowd crowd, String clue) {
        List<?> words = act(() -> db.createNativeQuery("""
                select c.words from contribution c join viewpoint v on v.contribution_id = c.id
                join ledger_entry l on l.verb = 'said' and json_value(l.payload, '$.contribution.id') = c.public_id
                where c.about_id = ?1 order by\s""" + clue, String.class).setParameter(1, crowd.draft().publicId)
                .getResultList());
        List<Integer> order = order(40);
        return (int) IntStream.range(0, 40).filter(i -> words.get(i).equals("Röst " + (100 + order.get(i)) + ".")).count();
    }

    @Test
    void nothing_in_the_database_leads_from_the_form_or_the_receipt_to_the_words() {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        List<String> keys = IntStream.range(0, 10).mapToObj(i -> PublicId.random()).toList();
        List<Response> answers = IntStream.range(0, 10).mapToObj(i -> crowd.say(i, "Ord " + i, keys.get(i))).toList();
        crowd.close();
        String dump = dump();
        for (int i = 0; i < 10; i++) {
            assertFalse(dump.contains(keys.get(i)), "the key of the form");
            assertFalse(dump.contains(answers.get(i).path("receipt").toString()), "the receipt");
            String id = answers.get(i).path("id");
            assertEquals(List.of(), dump.lines().filter(row -> row.contains(id) && row.startsWith("submission ")).toList());
            String person = crowd.people().get(i).publicId;
            assertEquals(List.of(), dump.lines().filter(row -> row.contains(person) && row.contains(id)).toList());
        }
        assertEquals(0L, act(() -> db.createNativeQuery("""
                select count(*) from contribution where about_id = ?1 and (author_id is not null or author_name <> ''
                  or author_number is not null or not mixed)""", Long.class)
                .setParameter(1, crowd.draft().publicId).getSingleResult()));
    }

    @Test
    void sent_twice_it_counts_once_with_the_same_receipt() {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        Response first = crowd.say(0, "En gång.", "samma");
        Response again = crowd.say(0, "En gång.", "samma");
        assertEquals(first.path("receipt").toString(), again.path("receipt").toString());
        assertEquals(first.path("id").toString(), again.path("id").toString());
        crowd.say(0, "En annan.", "samma").then().statusCode(409);
        for (int i = 1; i < 10; i++) crowd.said(i, "Ord " + i);
        crowd.close();
        assertEquals(10, crowd.told().size());
    }

    @Test
    void the_receipt_tells_that_the_words_wait_and_later_what_became_of_them() {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        String receipt = crowd.said(0, "Väntande ord.");
        String journey = "/api/v1/receipts/" + receipt;
        RestAssured.get(journey).then().statusCode(200).body("received", nullValue()).body("steps.step", hasItem("mixing"))
                .body("viewpoints", hasSize(0));
        RestAssured.given().contentType("application/json").body(Map.of("words", "Hallå?")).post(journey + "/messages")
                .then().statusCode(409);
        for (int i = 1; i < 10; i++) crowd.said(i, "Ord " + i);
        crowd.close();
        RestAssured.get(journey).then().statusCode(200).body("received", equalTo(World.today().toString()))
                .body("viewpoints.exact", equalTo(List.of("Väntande ord.")));
    }

    @Test
    void it_is_taken_back_with_its_receipt_while_it_waits() {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        Response mine = crowd.say(0, "Ångrade ord.", PublicId.random());
        for (int i = 1; i < 10; i++) crowd.said(i, "Ord " + i);
        String withdrawal = "/api/v1/contributions/" + mine.path("id") + "/withdrawal";
        crowd.by(crowd.people().get(0)).post(withdrawal).then().statusCode(404);
        RestAssured.given().contentType("application/json").body(Map.of("receipt", mine.path("receipt").toString()))
                .post(withdrawal).then().statusCode(200);
        crowd.close();
        assertFalse(crowd.told().contains("Ångrade ord."));
        assertEquals(9, crowd.told().size());
        RestAssured.get("/api/v1/receipts/" + mine.path("receipt")).then().statusCode(404);
    }

    @Test
    void too_few_stay_sealed_until_their_writer_says_otherwise_and_go_after_thirty_days() {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        String receipt = crowd.said(0, "En ensam röst.");
        crowd.said(1, "En till, som tiger.");
        crowd.close();
        assertEquals(List.of(), crowd.told());
        Browser reader = Browser.nobody();
        reader.post("/r", "/r", "code", receipt).is(303);
        reader.get("/r/journey").shows("Så få svarade att ingen har läst dina ord");
        reader.post("/r/journey", "/r/confidential").is(303);
        assertEquals(List.of("En ensam röst."), crowd.told());
        reader.get("/r/journey").shows("En ensam röst.");
        act(() -> db.createNativeQuery("update round r join version v on v.id = r.version_id set r.closed_at = "
                + "utc_timestamp(6) - interval 31 day where v.draft_id = ?1").setParameter(1, crowd.draft().id).executeUpdate());
        mixer.mix();
        assertEquals(0L, act(() -> db.createNativeQuery("select count(*) from sealed_answer where instrument in "
                + "(select concat('comments:', r.id) from round r join version v on v.id = r.version_id where v.draft_id = ?1)",
                Long.class).setParameter(1, crowd.draft().id).getSingleResult()));
        assertEquals(List.of("En ensam röst."), crowd.told());
    }

    @Test
    void a_rating_without_a_name_is_given_once_and_leads_to_nobody() {
        Crowd crowd = Crowd.of(10, Anonymity.ANONYMOUS);
        String path = "/api/v1" + crowd.draft().path() + "/ratings";
        for (int i = 0; i < 10; i++) rate(crowd, i, 1 + i % 5).then().statusCode(201);
        rate(crowd, 3, 5).then().statusCode(422);
        api(lena()).get(path).then().body("items[0].n", equalTo(0));
        mixer.mix();
        api(lena()).get(path).then().body("items[0].n", equalTo(5));
        crowd.close();
        api(lena()).get(path).then().body("items[0].n", equalTo(10)).body("items[0].distribution",
                equalTo(List.of(2, 2, 2, 2, 2)));
    }

    private Response rate(Crowd crowd, int who, int score) {
        return crowd.by(crowd.people().get(who)).header("Idempotency-Key", PublicId.random())
                .body(Map.of("version", 1, "scores", Map.of("clear", score, "useful", score)))
                .post("/api/v1" + crowd.draft().path() + "/ratings");
    }
}
