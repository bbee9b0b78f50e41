package org.hornsten.trace;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.log.Sequencer;
import org.hornsten.proof.Verify;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.World.act;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever has a receipt can prove to anybody that the words were received. */
@QuarkusTest
class ProofTest {
    @Inject Sequencer sequencer;
    @TestHTTPResource("/") URL house;
    private Path folder;

    @BeforeEach
    void makeRoom() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "proof");
    }

    /** A receipt whose words the log has. */
    private String receipt(String words) {
        Draft draft = World.openDraft();
        JsonPath said = api(pekka()).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("version", 1, "words", words, "kind", "comment", "language", "sv"))
                .post("/api/v1/drafts/" + draft.publicId + "/contributions").then().statusCode(201).extract().jsonPath();
        String code = said.getString("receipt");
        while (sequencer.round() > 0) continue;
        return code;
    }

    private String verified(int expected, String proof) throws IOException {
        Path file = Files.writeString(folder.resolve("receipt.json"), proof);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(expected, Verify.run(List.of(house.toString(), "--receipt", file.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8)), out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void it_says_where_the_words_stand_and_gives_a_file_that_proves_it() throws IOException {
        String code = receipt("Bänken fattas på gården.");
        JsonPath log = RestAssured.get("/api/v1/receipts/" + code).jsonPath();
        String proof = RestAssured.get("/api/v1/receipts/" + code + "/proof").then().statusCode(200).extract().asString();
        assertEquals(44, log.getString("log.leafHash").length());
        assertTrue(verified(Verify.HOLDS, proof).contains("These words were received: Bänken fattas på gården."));
        Browser visitor = Browser.nobody();
        Browser.Page page = visitor.get("/r").submit("main form", Map.of("code", code)).follow()
                .shows("Bevis på att dina ord kom fram");
        assertEquals("/r/journey/proof", page.document().select("a[download]").attr("href"));
        assertTrue(visitor.get("/r/journey/proof").is(200).document().text().contains("Bänken"));
    }

    @Test
    void other_words_another_entry_and_another_place_prove_nothing() throws IOException {
        String code = receipt("Ring före klockan nio.");
        String proof = RestAssured.get("/api/v1/receipts/" + code + "/proof").asString();
        for (String forged : List.of(proof.replace("före", "efter"),
                proof.replace("ledger entry 1\\n", "ledger entry 1\\n1"), proof.replaceFirst("\"leafIndex\":", "\"leafIndex\":1")))
            assertTrue(verified(Verify.BROKEN, forged).contains("BROKEN"), forged);
    }

    @Test
    void erased_words_leave_the_proof_of_the_entry() throws IOException {
        String code = receipt("Min granne heter Bo.");
        String proof = RestAssured.get("/api/v1/receipts/" + code + "/proof").asString();
        act(() -> Contribution.<Contribution>find("words = ?1", "Min granne heter Bo.").firstResult().erase(World.today()));
        String after = RestAssured.get("/api/v1/receipts/" + code + "/proof").then().statusCode(200).extract().asString();
        assertFalse(after.contains("granne"));
        assertTrue(verified(Verify.HOLDS, after).contains("erased"));
        assertTrue(verified(Verify.HOLDS, proof).contains("Min granne"), "who kept the file can still show it");
    }

    @Test
    void nobody_else_is_given_the_file() {
        RestAssured.get("/api/v1/receipts/nonsense/proof").then().statusCode(404);
        Browser.nobody().get("/r/journey/proof").is(404);
    }
}
