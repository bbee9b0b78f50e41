package org.hornsten.log;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hornsten.World;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Entry;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Ledger;
import org.hornsten.proof.Note;
import org.hornsten.proof.Tile;
import org.hornsten.proof.Verify;
import org.hornsten.proof.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The transparency log on the real database, checked by the program an outsider has. */
@QuarkusTest
class LogTest {
    @Inject Sequencer sequencer;
    @Inject Audit audit;
    @Inject Ledger ledger;
    @TestHTTPResource("/") URL house;
    private Path folder;

    /** Something that happened. */
    public record Noted(Ref about, String what) implements Event {}

    @BeforeEach
    void takeIn() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "log");
        happen(1);
        drain();
    }

    private void drain() {
        // the server's own look may hold the turn for a moment
        while (World.act(() -> count("select count(*) from ledger_entry e left join log_leaf l on l.seq = e.seq "
                + "where l.seq is null")) > 0) sequencer.round();
    }

    private static long count(String sql) {
        return ((Number) Shelf.query(sql).getSingleResult()).longValue();
    }

    private void happen(int times) {
        for (int i = 0; i < times; i++) {
            String what = "act " + i;
            World.act(() -> {
                ledger.keep(Optional.empty(), new Noted(new Ref("trial", "log"), what));
                return what;
            });
        }
    }

    private String verified(int expected, String... options) {
        List<String> words = new ArrayList<>(List.of(house.toString()));
        words.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int verdict = Verify.run(words, new PrintStream(out, true, StandardCharsets.UTF_8));
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(expected, verdict, said);
        return said;
    }

    private Path kept() {
        Path file = folder.resolve("checkpoint");
        verified(Verify.HOLDS, "--save", file.toString());
        return file;
    }

    @Test
    void every_entry_stands_in_it_once_though_four_servers_are_at_it() throws Exception {
        happen(30);
        ExecutorService servers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> rounds = new ArrayList<>();
        for (int i = 0; i < 8; i++) rounds.add(servers.submit(() -> sequencer.round()));
        for (Future<Integer> round : rounds) round.get();
        servers.shutdown();
        drain();
        World.act(() -> {
            assertEquals(count("select count(*) from ledger_entry"), count("select count(*) from log_leaf"));
            assertEquals(count("select count(*) from log_leaf"), count("select max(leaf_index) + 1 from log_leaf"));
            assertEquals(count("select size from log_state"), count("select count(*) from log_leaf"));
            return null;
        });
        verified(Verify.HOLDS);
    }

    @Test
    void an_entry_proves_that_it_stands_there() {
        Entry entry = World.act(() -> Entry.<Entry>find("order by seq desc").firstResult());
        int size = RestAssured.get("/api/v1/log/entries/" + entry.seq + "/proof").then().statusCode(200)
                .body("seq", equalTo(entry.seq.intValue())).extract().path("treeSize");
        assertTrue(size > 0);
        RestAssured.get("/api/v1/log/entries/999999999/proof").then().statusCode(404);
        RestAssured.get("/api/v1/log/consistency?from=" + size).then().statusCode(200).body("hashes", hasSize(0));
        for (String wrong : List.of("", "?from=-1", "?from=" + (size + 1_000_000)))
            RestAssured.get("/api/v1/log/consistency" + wrong).then().statusCode(422);
    }

    @Test
    void what_programs_read_is_as_the_format_says() {
        String note = RestAssured.get("/log/checkpoint").then().statusCode(200)
                .contentType(startsWith("text/plain")).extract().asString();
        VerifierKey key = VerifierKey.read(RestAssured.get("/log/key").then().statusCode(200).extract().asString());
        assertTrue(Note.read(note).signedBy(key));
        int size = Integer.parseInt(note.split("\n")[1]);
        int width = new Tile(0, 0).width(size);
        byte[] tile = RestAssured.get("/log/tile/0/" + Tile.path(0, width)).then().statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable").extract().asByteArray();
        assertEquals(width * 32, tile.length);
        assertEquals(width * 34, RestAssured.get("/log/tile/entries/" + Tile.path(0, width)).asByteArray().length);
        assertEquals(32, RestAssured.get("/log/tile/0/000.p/1").asByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log/tile/0/x999/999", "/log/tile/0/0", "/log/tile/0/000.p/256", "/log/tile/9/000",
        "/log/tile/0/..%2f", "/log/tile/entries/x999/999", "/log/tile/entries/nonsense", "/log/tile/x/000", "/log"})
    void what_is_not_there_is_not_found(String path) {
        RestAssured.get(path).then().statusCode(404);
    }

    @Test
    void who_kept_a_checkpoint_sees_that_it_has_only_grown() throws IOException {
        Path kept = kept();
        happen(3);
        drain();
        assertTrue(verified(Verify.HOLDS, "--checkpoint", kept.toString()).contains("all there"));
    }

    @Test
    void a_changed_body_is_found() {
        Path kept = kept();
        long seq = World.act(() -> count("select max(seq) from ledger_entry"));
        String payload = World.act(() -> Entry.<Entry>findById(seq).payload);
        World.act(() -> Shelf.query("drop trigger ledger_entry_is_never_changed").executeUpdate());
        try {
            change(seq, "{\"what\":\"something else\"}");
            assertEquals(List.of(seq), audit.changed());
            change(seq, payload);
            assertEquals(List.of(), audit.changed());
        } finally {
            World.act(() -> Shelf.query("""
                    create trigger ledger_entry_is_never_changed before update on ledger_entry for each row
                    signal sqlstate '45000' set message_text = 'The ledger is append-only'""").executeUpdate());
        }
        verified(Verify.HOLDS, "--checkpoint", kept.toString());
    }

    private static void change(long seq, String payload) {
        World.act(() -> Shelf.query("update ledger_entry set payload = ?1 where seq = ?2", payload, seq)
                .executeUpdate());
    }

    @Test
    void a_tail_cut_off_is_found_by_an_outside_checkpoint_and_only_so() {
        happen(2);
        drain();
        Path kept = kept();
        anew(2);
        verified(Verify.HOLDS);
        assertTrue(verified(Verify.BROKEN, "--checkpoint", kept.toString()).contains("has"));
        drain();
    }

    @Test
    void a_total_rewrite_is_found_by_an_outside_checkpoint_and_only_so() {
        Path kept = kept();
        anew(0);
        verified(Verify.HOLDS);
        assertTrue(verified(Verify.BROKEN, "--checkpoint", kept.toString()).contains("no longer those they were"));
    }

    /** What who has database and key can do: make the whole log again, without the last entries. */
    private void anew(int without) {
        World.act(() -> {
            Shelf.query("select id from log_state for update").getResultList();
            for (String table : List.of("log_leaf", "log_tile", "log_checkpoint"))
                Shelf.query("delete from " + table).executeUpdate();
            Shelf.query("update log_state set size = 0, settled = 0").executeUpdate();
            return sequencer.taken(0, 0, (int) count("select count(*) from ledger_entry") - without);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"update log_tile set hashes = insert(hashes, 1, 1, char(ascii(hashes) ^ 1)) where level = -1 "
        + "and position = 0", "update log_checkpoint set note = replace(note, '/log', '/lag')"})
    void what_was_bent_is_found_without_any_checkpoint(String bent) {
        byte[] tile = World.act(() -> (byte[]) Shelf.query("select hashes from log_tile where level = -1 "
                + "and position = 0").getSingleResult());
        World.act(() -> Shelf.query(bent).executeUpdate());
        verified(Verify.BROKEN);
        World.act(() -> {
            Shelf.query("update log_tile set hashes = ?1 where level = -1 and position = 0", tile).executeUpdate();
            return Shelf.query("update log_checkpoint set note = replace(note, '/lag', '/log')").executeUpdate();
        });
        verified(Verify.HOLDS);
    }

    @Test
    void what_cannot_be_checked_is_said_to_be_unclear() throws IOException {
        Path nonsense = Files.writeString(folder.resolve("x"), "nonsense");
        verified(Verify.UNCLEAR, "--checkpoint", nonsense.toString());
        verified(Verify.UNCLEAR, "--receipt", nonsense.toString());
        verified(Verify.UNCLEAR, "--key", "nonsense");
        verified(Verify.UNCLEAR, "--colour", "red");
        verified(Verify.UNCLEAR, "--key");
        assertEquals(Verify.UNCLEAR, Verify.run(List.of("http://127.0.0.1:9"), System.out));
    }
}
