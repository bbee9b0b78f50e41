package org.hornsten.hearing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.input.Anonymity;
import org.hornsten.ledger.Entry;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hornsten.Browser.api;
import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A round in which too few answered without a name gets more time, once. */
@QuarkusTest
class ExtensionTest {
    private static final String TOO_FEW = "Färre än 5 personer svarade utan namn";

    private static Crowd fewAnswered() {
        Crowd crowd = Crowd.of(12, Anonymity.ANONYMOUS);
        for (int i = 0; i < 4; i++) crowd.said(i, "Tidigt ord " + i);
        crowd.close();
        return crowd;
    }

    private static Response extended(Draft draft, Instant until) {
        return api(lena()).body(Map.of("closesAt", until.toString())).post("/api/v1" + draft.path() + "/extension");
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time);
    }

    @Test
    void the_lead_sees_that_too_few_answered_and_opens_the_round_again() {
        Crowd crowd = fewAnswered();
        String page = crowd.draft().path() + "/extension";
        Browser lena = Browser.as(lena());
        lena.get(crowd.draft().path()).shows(TOO_FEW).shows("Ge rundan mer tid eller bjud in fler");
        Browser.as(World.fanny()).get(crowd.draft().path()).shows(TOO_FEW).hides("Ge rundan mer tid");
        lena.post(page, page, "until", "").refuses("until");
        lena.post(page, page, "until", "i morgon").refuses("until");
        lena.post(page, page, "until", "" + World.today().minusDays(1)).refuses("until");
        lena.post(page, page, "until", "" + World.today().plusDays(7)).follow().shows("Rundan är öppen igen.")
                .hides(TOO_FEW);
        for (int i = 4; i < 10; i++) crowd.said(i, "Sent ord " + i);
        crowd.close();
        assertEquals(IntStream.range(0, 10).mapToObj(i -> (i < 4 ? "Tidigt ord " : "Sent ord ") + i).sorted().toList(),
                crowd.told().stream().sorted().toList());
        assertEquals(1, act(() -> Entry.count("verb = 'extended' and aboutId = ?1", crowd.draft().publicId)));
    }

    @Test
    void that_happens_once() {
        Crowd crowd = fewAnswered();
        extended(crowd.draft(), in(Duration.ofDays(7))).then().statusCode(200).body("number", equalTo(1));
        crowd.close();
        assertEquals(List.of(), crowd.told());
        extended(crowd.draft(), in(Duration.ofDays(7))).then().statusCode(422);
        Browser lena = Browser.as(lena());
        lena.get(crowd.draft().path()).shows(TOO_FEW).hides("Ge rundan mer tid");
        lena.get(crowd.draft().path() + "/extension").shows("Rundan har redan fått mer tid");
    }

    @Test
    void only_a_round_that_is_over_and_in_which_too_few_wait_gets_more_time() {
        Crowd open = Crowd.of(12, Anonymity.ANONYMOUS);
        open.said(0, "Ett ord");
        extended(open.draft(), in(Duration.ofDays(7))).then().statusCode(422);
        Crowd enough = Crowd.of(12, Anonymity.ANONYMOUS);
        for (int i = 0; i < 10; i++) enough.said(i, "Ord " + i);
        enough.close();
        extended(enough.draft(), in(Duration.ofDays(7))).then().statusCode(422);
        extended(World.closedDraft(), in(Duration.ofDays(7))).then().statusCode(422);
        extended(fewAnswered().draft(), in(Duration.ofDays(-1))).then().statusCode(422);
        Browser.as(lena()).get(enough.draft().path() + "/extension").shows("Mer tid ges bara åt en runda som är slut");
    }

    @Test
    void a_round_a_newer_version_has_followed_stays_over() {
        Crowd crowd = Crowd.of(12, Anonymity.ANONYMOUS);
        for (int i = 0; i < 4; i++) crowd.said(i, "Tidigt ord " + i);
        World.publishNext(crowd.draft(), World.decided(World.said(crowd.draft(), "Annat."), Disposition.ADOPTED));
        extended(crowd.draft(), in(Duration.ofDays(7))).then().statusCode(422);
    }
}
