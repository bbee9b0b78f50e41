package org.hornsten.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Pressing everywhere at once gives no more dots than the rule allows. */
@QuarkusTest
class DotRaceTest {
    private static final int FINGERS = 12;

    @Test
    void twelve_taps_at_once_are_three_dots() throws Exception {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        List<Note> notes = IntStream.range(0, FINGERS).mapToObj(i -> hall.hung(Hall.unlike("Lapp " + i))).toList();
        hall.at("votes");
        String token = Browser.token(World.pekka());
        for (int round = 0; round < 3; round++) {
            List<Integer> answers = tap(hall, notes, token);
            assertTrue(answers.stream().allMatch(status -> status == 201 || status == 422), answers::toString);
            assertEquals(3, World.act(() -> Dot.count("board.id", hall.board.id)), answers.toString());
        }
        assertEquals(3, World.act(() -> Dot.<Dot>list("board.id", hall.board.id).stream().map(d -> d.note.id).distinct()
                .count()), "one dot on a note");
    }

    private static List<Integer> tap(Hall hall, List<Note> notes, String token) throws Exception {
        ExecutorService fingers = Executors.newFixedThreadPool(FINGERS);
        CyclicBarrier together = new CyclicBarrier(FINGERS);
        List<Future<Integer>> taps = new ArrayList<>();
        for (Note note : notes) taps.add(fingers.submit(() -> {
            together.await();
            return RestAssured.given().contentType("application/json")
                    .header("Authorization", "Bearer " + token).header("Idempotency-Key", "" + UUID.randomUUID())
                    .body(Map.of("note", note.publicId))
                    .post("/api/v1/workshops/" + hall.workshop.publicId + "/votes").statusCode();
        }));
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> tap : taps) answers.add(tap.get());
        fingers.shutdown();
        return answers;
    }
}
