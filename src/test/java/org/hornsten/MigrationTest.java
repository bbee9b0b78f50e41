package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.hibernate.HibernateException;
import org.hornsten.draft.Draft;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From an empty database to the newest schema; that the classes fit it is checked by Hibernate when the tests
 * start.
 */
@QuarkusTest
class MigrationTest {
    @Inject Flyway flyway;
    @Inject EntityManager db;

    @Test
    void all_migrations_are_applied_and_unchanged() {
        flyway.validate();
        assertEquals(0, flyway.info().pending().length);
    }

    @Test
    void the_ledger_refuses_to_be_changed_and_to_be_shortened() {
        World.act(() -> db.createNativeQuery("""
                insert into ledger_entry (at, actor_role, verb, about_kind, about_id, payload)
                values (utc_timestamp(6), 'lead', 'tried', 'draft', 'x', '{}')""").executeUpdate());
        refuses("update ledger_entry set verb = 'nothing'");
        refuses("delete from ledger_entry");
    }

    @Test
    void a_published_text_refuses_to_be_changed() {
        Draft draft = World.openDraft();
        refuses("update version_text set outline = '' where version_id in (select id from version where draft_id = "
                + draft.id + ")");
        refuses("update version set number = 7 where draft_id = " + draft.id);
    }

    @Test
    void every_table_is_transactional_and_speaks_all_scripts() {
        assertEquals(List.of(), rows("""
                select table_name from information_schema.tables
                where table_schema = database() and table_type = 'BASE TABLE'
                  and (engine <> 'InnoDB' or table_collation not like 'utf8mb4%')"""));
    }

    @Test
    void the_database_reads_what_is_committed_and_writes_before_it_answers() {
        assertEquals(List.of("READ-COMMITTED"), rows("select @@tx_isolation"));
        assertTrue(rows("select @@innodb_flush_log_at_trx_commit").toString().contains("1"));
    }

    private void refuses(String sql) {
        Exception refused = assertThrows(HibernateException.class,
                () -> World.act(() -> db.createNativeQuery(sql).executeUpdate()), sql);
        assertTrue(refused.getMessage().matches("(?s).*(append-only|never changed).*"), refused.getMessage());
    }

    @SuppressWarnings("unchecked")
    private List<Object> rows(String sql) {
        return World.act(() -> (List<Object>) db.createNativeQuery(sql).getResultList());
    }
}
