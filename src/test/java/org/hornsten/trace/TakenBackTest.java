package org.hornsten.trace;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.Dump;
import org.hornsten.World;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Words that are taken back may live on in what staff wrote: a lead looks at each place. */
@QuarkusTest
class TakenBackTest {
    private Draft draft;
    private String rare;
    private String receipt;
    private String id;
    private Decision quoting;
    private Decision innocent;

    @BeforeEach
    void say() {
        draft = World.openDraft();
        rare = "R" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        JsonPath said = api(pekka()).header("Idempotency-Key", rare).body(Map.of("version", 1, "language", "sv", "kind",
                "comment", "words", "Katten min sover på den röda " + rare + " varje dag."))
                .post("/api/v1" + draft.path() + "/contributions").then().statusCode(201).extract().jsonPath();
        receipt = said.getString("receipt");
        id = said.getString("id");
        quoting = answered("Att katten sover på den röda " + rare + " hör inte hit.");
        innocent = World.decided(World.said(draft, "Något annat."), Disposition.NOT_ADOPTED);
    }

    private Decision answered(String reason) {
        return act(() -> {
            Contribution loaded = Contribution.<Contribution>find("publicId", id).firstResult();
            return Decision.made(loaded.project, lena(), List.copyOf(loaded.viewpoints), new Decision.Answer(
                    Disposition.NOT_ADOPTED, Multilingual.of(reason, "Ei kuulu tähän.", ""), null, null), World.today());
        });
    }

    private void theLeadBlanks() {
        Browser lena = Browser.as(lena());
        String quotes = draft.project.path() + "/quotes";
        Browser.Page page = lena.get(quotes).shows("sover på den röda " + rare);
        assertEquals(1, page.document().select("main mark").size(), page.document().text());
        page.submit("main button[value=blank]", Map.of()).seesOther("/quotes");
        assertEquals(List.of(), Dump.taken().places(List.of(rare)));
        assertEquals(innocent.fingerprint, act(() -> Decision.<Decision>findById(innocent.id)).fingerprint);
        assertEquals(1, act(() -> Entry.count("verb = 'doubted' and aboutId = ?1", quoting.publicId)));
    }

    @Test
    void with_the_receipt_and_the_ledger_does_not_tell_who() {
        Browser visitor = Browser.nobody();
        visitor.post("/r", "/r", "code", receipt).is(303);
        visitor.get("/r/withdrawal").shows("citerat dig");
        visitor.post("/r/withdrawal", "/r/withdrawal").is(303);
        theLeadBlanks();
        assertEquals(0, act(() -> Entry.count("verb in ('doubted', 'withdrawn') and actor is not null and aboutId in ?1",
                List.of(quoting.publicId, id))));
    }

    @Test
    void by_a_program_with_the_receipt() {
        RestAssured.given().contentType("application/json").body(Map.of("receipt", receipt))
                .post("/api/v1/contributions/" + id + "/withdrawal").then().statusCode(200);
        theLeadBlanks();
    }

    @Test
    void by_who_said_it_and_is_signed_in() {
        api(pekka()).body(Map.of()).post("/api/v1/contributions/" + id + "/withdrawal").then().statusCode(200);
        theLeadBlanks();
    }

    @Test
    void where_nothing_is_quoted_nobody_is_asked() {
        Contribution other = World.said(draft, "Telefonen var upptagen hela måndagen.");
        api(pekka()).body(Map.of()).post("/api/v1" + other.path() + "/withdrawal").then().statusCode(200);
        Browser.as(lena()).get(draft.project.path() + "/quotes").shows("Inget att se över");
    }
}
