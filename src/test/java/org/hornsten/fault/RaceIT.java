package org.hornsten.fault;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.kit.PublicId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** One right is used once, and one answer told once, whichever of two servers is asked. */
class RaceIT {
    private static final int MANY = 200;
    private static final int PEOPLE = 60;

    private static TwoServers house;
    private static Scene scene;
    private static List<String> people;

    @BeforeAll
    static void ask() {
        house = TwoServers.running();
        scene = house.scene.another().withProject();
        people = IntStream.range(0, PEOPLE).mapToObj(i -> scene.member("Deltagare " + i)).toList();
    }

    @BeforeEach
    void open() {
        scene.draft(5, "anonymous");
    }

    @Test
    void of_200_programs_sending_one_answer_through_two_servers_one_stores_it_and_all_get_its_receipt()
            throws Exception {
        String key = PublicId.random();
        List<Caller.Answer> answers = Crowd.atOnce(many(), (caller, who) ->
                say(caller, people.get(0), key, "Vem ringer vem?"));
        assertEquals(Set.of(201), statuses(answers));
        assertEquals(1, answers.stream().map(Caller.Answer::text).distinct().count());
        for (int i = 1; i < 10; i++) say(house.servers.get(i % 2).caller(), people.get(i), PublicId.random(), "Ord " + i);
        close();
        assertEquals(10, told());
    }

    @Test
    void of_200_ratings_by_one_person_through_two_servers_one_is_taken() throws Exception {
        List<Caller.Answer> answers = Crowd.atOnce(many(), (caller, who) -> caller.postJson("/api/v1/drafts/"
                + scene.draft() + "/ratings", Scene.json(Map.of("version", 1, "scores", Map.of("clear", 1 + who % 5))),
                Map.of("Idempotency-Key", PublicId.random(), "Authorization", "Bearer " + people.get(0))));
        assertEquals(Set.of(201, 422), statuses(answers));
        assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(1, count("select count(*) from sealed_answer where instrument like 'ratings:%'"));
    }

    /** Both mix each second while people answer, and the round is closed while both do. */
    @Test
    void what_two_servers_mix_is_told_once() throws Exception {
        List<CompletableFuture<Void>> sending = IntStream.range(0, 2).mapToObj(server -> CompletableFuture.runAsync(() -> {
            Caller caller = house.servers.get(server).caller();
            for (int round = 0; round < 4; round++) for (int i = server; i < PEOPLE; i += 2)
                sent(caller, people.get(i), "Ord " + round + " av " + i);
        })).toList();
        sending.forEach(CompletableFuture::join);
        close();
        assertEquals(4 * PEOPLE, told());
        assertEquals(4 * PEOPLE, count("select count(distinct words) from contribution where about_id = '"
                + scene.draft() + "'"));
        assertEquals(4 * PEOPLE, count("select count(*) from ledger_entry where verb = 'said' and about_id = '"
                + scene.draft() + "'"));
    }

    private static List<Caller> many() {
        return IntStream.range(0, MANY).mapToObj(i -> house.servers.get(i % 2).caller()).toList();
    }

    private static void sent(Caller caller, String pass, String words) {
        try {
            say(caller, pass, PublicId.random(), words).is(201);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static Caller.Answer say(Caller caller, String pass, String key, String words) throws IOException {
        return caller.postJson("/api/v1/drafts/" + scene.draft() + "/contributions", scene.comment(1, 0, words),
                Map.of("Idempotency-Key", key, "Authorization", "Bearer " + pass));
    }

    private static void close() {
        scene.post("/api/v1/drafts/" + scene.draft() + "/closing", Map.of("overrideReason", "Alla har svarat."));
    }

    private static Set<Integer> statuses(List<Caller.Answer> answers) {
        return answers.stream().map(Caller.Answer::status).collect(Collectors.toSet());
    }

    private static long told() throws Exception {
        return count("select count(*) from contribution where about_id = '" + scene.draft() + "'");
    }

    private static long count(String question) throws Exception {
        try (Connection connection = house.database.connect();
             PreparedStatement statement = connection.prepareStatement(question);
             ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }
}
