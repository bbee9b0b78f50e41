package org.hornsten.fault;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.kit.PublicId;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.hornsten.fault.CommitProxy.Fate.CUT_AFTER;
import static org.hornsten.fault.CommitProxy.Fate.CUT_BEFORE;
import static org.hornsten.fault.CommitProxy.Fate.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the database asks to be done again is done again, as a whole and once. */
@QuarkusTest
@TestProfile(BehindProxy.class)
class RetryTest {
    private Queue<String> fates;
    private Draft draft;
    private String pass;

    @BeforeEach
    void open() {
        draft = World.openDraft();
        pass = Browser.token(World.pekka());
    }

    @AfterEach
    void the_proxy_has_done_its_work() {
        assertTrue(fates.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void when_the_first_commits_are_refused_the_act_is_done_again_once(int refused) throws IOException {
        fates.addAll(Collections.nCopies(refused, REFUSED.name()));
        say(PublicId.random()).is(201);
        assertEquals(1, stored());
        assertEquals(1, kept());
    }

    @Test
    void when_every_commit_is_refused_nothing_is_stored_and_one_is_asked_to_come_again() throws IOException {
        String key = PublicId.random();
        fates.addAll(Collections.nCopies(5, REFUSED.name()));
        assertTrue(say(key).is(503).header("Retry-After").isPresent());
        assertEquals(0, stored());
        assertEquals(0, kept());
        say(key).is(201);
        assertEquals(1, stored());
    }

    @Test
    void a_submission_whose_connection_is_lost_before_the_commit_is_done_again() throws IOException {
        fates.add(CUT_BEFORE.name());
        say(PublicId.random()).is(201);
        assertEquals(1, stored());
        assertEquals(1, kept());
    }

    @Test
    void a_submission_whose_connection_is_lost_after_the_commit_is_read_back() throws IOException {
        String key = PublicId.random();
        fates.add(CUT_AFTER.name());
        Caller.Answer answer = say(key).is(201);
        assertEquals(answer.text(), say(key).is(201).text());
        assertEquals(1, stored());
        assertEquals(1, kept());
    }

    @Test
    void an_act_without_a_key_is_not_done_again_when_nobody_knows_how_it_ended() throws IOException {
        String slug = "p" + PublicId.random().substring(0, 8).toLowerCase().replaceAll("[^a-z0-9]", "0");
        String plan = Scene.json(Map.of("slug", slug, "title", Map.of("sv", "Ett projekt"), "level", "consult", "stage",
                "draft"));
        Caller lena = new Caller(RestAssured.port).bearing(Browser.token(World.lena()));
        fates.add(CUT_AFTER.name());
        Caller.Answer answer = lena.postJson("/api/v1/projects", plan, Map.of()).is(503);
        assertEquals(Optional.of("10"), answer.header("Retry-After"));
        assertEquals(1, World.act(() -> Project.count("slug", slug)));
    }

    private Caller.Answer say(String key) throws IOException {
        return new Caller(RestAssured.port).bearing(pass)
                .postJson("/api/v1/drafts/" + draft.publicId + "/contributions",
                Scene.json(Map.of("version", 1, "language", "sv", "kind", "comment", "words", "Vem ringer vem?")),
                Map.of("Idempotency-Key", key));
    }

    private long stored() {
        return World.act(() -> Contribution.count("aboutId", draft.publicId));
    }

    private long kept() {
        return World.act(() -> Entry.count("verb = 'said' and aboutId = ?1", draft.publicId));
    }
}
