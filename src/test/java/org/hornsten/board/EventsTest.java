package org.hornsten.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A reader sees each event once and in order, wherever and however often it comes back, whoever writes meanwhile. */
@QuarkusTest
class EventsTest {
    private static final int WRITERS = 8;
    private static final int EACH = 25;

    @TestHTTPResource("/") URL house;
    @Inject ObjectMapper json;
    @Inject Screens screens;

    /** Some commit late and some not at all: then the number goes to somebody else. */
    @Test
    void numbers_have_no_gap_and_follow_the_commits() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            Hall hall = Hall.about(World.openDraft());
            AtomicBoolean over = new AtomicBoolean();
            List<List<Long>> seen = new ArrayList<>();
            ExecutorService all = Executors.newFixedThreadPool(WRITERS + 4);
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<Long> mine = new ArrayList<>();
                seen.add(mine);
                Random chance = new Random(seed * 100 + i);
                readers.add(all.submit(() -> read(hall, mine, chance, over)));
            }
            long kept = write(hall, all, seed);
            over.set(true);
            for (Future<?> reader : readers) reader.get(30, TimeUnit.SECONDS);
            all.shutdown();
            List<Long> whole = LongStream.rangeClosed(1, kept).boxed().toList();
            for (List<Long> mine : seen) assertEquals(whole, mine, "seed " + seed);
        }
    }

    private long write(Hall hall, ExecutorService all, long seed) throws Exception {
        List<Future<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random chance = new Random(seed * 1000 + writer);
            writers.add(all.submit(() -> IntStream.range(0, EACH).map(i -> once(hall, chance) ? 1 : 0).sum()));
        }
        long kept = 0;
        for (Future<Integer> writer : writers) kept += writer.get(60, TimeUnit.SECONDS);
        return kept;
    }

    private static boolean once(Hall hall, Random chance) {
        boolean fails = chance.nextInt(5) == 0;
        try {
            World.act(() -> {
                Happening.to(hall.now(), Happening.Kind.COUNT, "votes");
                nap(chance.nextInt(6));
                if (fails) throw new IllegalStateException("as if something broke at the last moment");
                return true;
            });
            return true;
        } catch (IllegalStateException asMeant) {
            return false;
        }
    }

    private static void read(Hall hall, List<Long> mine, Random chance, AtomicBoolean over) {
        boolean last = false;
        while (true) {
            long from = mine.isEmpty() ? 0 : mine.get(mine.size() - 1);
            List<News> news = World.act(() -> News.after(hall.board.id, from, 1 + chance.nextInt(20)));
            news.forEach(one -> mine.add(one.number()));
            if (news.isEmpty() && last) return;
            last = over.get();
            nap(chance.nextInt(5));
        }
    }

    /** Over the wire: lines end again and again, and the reader says how far it came. */
    @Test
    void a_line_that_breaks_is_taken_up_where_it_broke() throws Exception {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        String token = Browser.token(World.pekka());
        Browser phone = hall.phone(1, 1);
        Thread writer = new Thread(() -> IntStream.range(0, 20).forEach(i -> {
            hall.says(phone, Hall.unlike("Rad " + i)).is(303);
            nap(60);
        }));
        writer.start();
        List<JsonNode> heard = new ArrayList<>();
        Random chance = new Random(7);
        long last = 0;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40); heard.size() < 21 && System.nanoTime() < end; ) {
            for (JsonNode event : listen(hall, token, last, 1 + chance.nextInt(6))) {
                heard.add(event);
                last = event.get("number").asLong();
            }
        }
        writer.join();
        assertEquals(LongStream.rangeClosed(1, 21).boxed().toList(), heard.stream().map(e -> e.get("number").asLong())
                .toList());
        assertEquals("step", heard.get(0).get("kind").asText());
        assertTrue(heard.get(20).at("/note/words").asText().startsWith("Rad 19"));
    }

    /** Many more readers than the database has lines for: none of them holds one. */
    @Test
    void readers_hold_no_thread_and_no_connection() throws Exception {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        String token = Browser.token(World.pekka());
        int many = 60;
        CountDownLatch heard = new CountDownLatch(many);
        ExecutorService readers = Executors.newFixedThreadPool(many);
        for (int i = 0; i < many; i++) {
            readers.submit(() -> {
                while (listen(hall, token, 1, 1).isEmpty()) Thread.onSpinWait();
                heard.countDown();
                return null;
            });
        }
        Browser phone = hall.phone(1, 1);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); screens.readers() < many
                && System.nanoTime() < end; ) nap(20);
        assertEquals(many, heard.getCount());
        hall.says(phone, Hall.unlike("Till alla")).is(303);
        assertTrue(heard.await(5000, TimeUnit.MILLISECONDS), () -> heard.getCount() + " did not hear of it in time");
        readers.shutdownNow();
    }

    @Test
    void asking_again_tells_the_same_where_no_line_comes_through() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        Browser phone = hall.phone(1, 1);
        hall.says(phone, Hall.unlike("Ett")).is(303);
        hall.says(phone, Hall.unlike("Två")).is(303);
        List<Map<String, ?>> items = phone.get(hall.path() + "/news?after=1").is(200).response.path("items");
        assertEquals(List.of(2, 3), items.stream().map(item -> item.get("number")).toList());
        assertEquals(0, phone.get(hall.path() + "/news?after=3").response.<List<?>>path("items").size());
        assertEquals(303, Browser.nobody().get(hall.path() + "/news").response.statusCode());
        assertEquals(303, Browser.nobody().get(hall.path() + "/events").response.statusCode());
    }

    private List<JsonNode> listen(Hall hall, String token, long after, int most) throws IOException {
        HttpURLConnection line = open(hall, token, after);
        try {
            return read(line, most);
        } finally {
            line.disconnect();
        }
    }

    private HttpURLConnection open(Hall hall, String token, long after) throws IOException {
        HttpURLConnection line = (HttpURLConnection) new URL(house, "/api/v1/workshops/" + hall.workshop.publicId
                + "/board/events").openConnection();
        line.setRequestProperty("Authorization", "Bearer " + token);
        line.setRequestProperty("Accept", "text/event-stream");
        if (after > 0) line.setRequestProperty("Last-Event-ID", "" + after);
        return line;
    }

    /** Until so many events came, or the server ended the line. */
    private List<JsonNode> read(HttpURLConnection line, int most) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(line.getInputStream(),
                StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null && events.size() < most; text = lines.readLine())
                if (text.startsWith("data:{") || text.startsWith("data: {"))
                    events.add(json.readTree(text.substring(5)));
        }
        return events;
    }

    private static void nap(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
