package org.hornsten.fault;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import javax.sql.DataSource;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.hornsten.fault.CommitProxy.Fate.CUT_AFTER;
import static org.hornsten.fault.CommitProxy.Fate.LIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A check that cannot fail does not count: flaws are planted, and the oracle finds each of them and nothing else. */
@QuarkusTest
@TestProfile(BehindProxy.class)
class OracleTest {
    private static final Path JOURNAL = Path.of("target", "fault-journals", "oracle.tsv");

    @Inject DataSource database;
    private Queue<String> fates;
    private Draft draft;
    private ApiDoor door;
    private Oracle oracle;

    @BeforeEach
    void open() {
        draft = World.openDraft();
        door = new ApiDoor(RestAssured.port, Browser.token(World.pekka()), draft.publicId);
        oracle = Oracle.writing(JOURNAL);
    }

    @Test
    void nothing_is_found_where_nothing_is_wrong() throws SQLException {
        say("a");
        fates.add(CUT_AFTER.name());
        say("b");
        oracle.sent("c", "never arrived");
        assertEquals(new Oracle.Verdict(2, 1, 0, List.of()), verdict());
    }

    @Test
    void a_thank_you_before_the_commit_is_found() throws SQLException {
        fates.add(LIED.name());
        say("a");
        assertEquals(List.of("acknowledged and lost: a", "the receipt does not open it: a"), verdict().findings());
    }

    @Test
    void a_missing_unique_key_is_found() throws SQLException {
        withoutUniqueKeys(() -> {
            say("a");
            say("a");
            assertTrue(verdict().findings().contains("stored 2 times: a"), verdict().findings().toString());
        });
    }

    @Test
    void half_a_submission_is_found() throws SQLException {
        say("a");
        sql("delete v from viewpoint v join contribution c on c.id = v.contribution_id where c.about_id = '"
                + draft.publicId + "'");
        assertEquals(1, verdict().findings().stream().filter(found -> found.startsWith("without a viewpoint: "))
                .count());
    }

    @Test
    void words_nobody_sent_are_found() throws SQLException {
        door.send("a", "words nobody wrote down");
        assertEquals(List.of("stored and never sent: words nobody wrote down"), verdict().findings());
    }

    private void say(String submission) {
        String words = submission + " of " + draft.publicId;
        oracle.sent(submission, words);
        door.send(submission, words).ifPresent(receipt -> oracle.acknowledged(submission, receipt));
    }

    private Oracle.Verdict verdict() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return oracle.check(connection, draft.publicId, door);
        }
    }

    private interface Trial {
        void run() throws SQLException;
    }

    private void withoutUniqueKeys(Trial trial) throws SQLException {
        sql("alter table submission drop primary key");
        sql("alter table contribution drop key contribution_receipt");
        try {
            trial.run();
        } finally {
            sql("delete from submission");
            sql("update contribution set receipt = random_bytes(32) where about_id = '" + draft.publicId + "'");
            sql("alter table submission add primary key (mark)");
            sql("alter table contribution add unique key contribution_receipt (receipt)");
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
