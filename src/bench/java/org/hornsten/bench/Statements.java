package org.hornsten.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hornsten.fault.Caller;
import org.hornsten.fault.OwnDatabase;

/** Counts what the database is asked while one page is made; nobody else may ask meanwhile. */
final class Statements implements AutoCloseable {
    private final Connection connection;

    Statements(OwnDatabase database) {
        try {
            connection = database.connect();
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Of the second opening, for the first may fill what is computed once. */
    long of(Caller caller, String path) {
        try {
            caller.get(path).is(200);
            long before = asked();
            caller.get(path).is(200);
            return asked() - before;
        } catch (IOException | SQLException problem) {
            throw new IllegalStateException(path, problem);
        }
    }

    private long asked() throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet rows = sql.executeQuery("""
                select sum(variable_value) from information_schema.global_status where variable_name in
                ('COM_INSERT', 'COM_UPDATE', 'COM_DELETE', 'COM_REPLACE', 'COM_SELECT')""")) {
            rows.next();
            // this question is one of them, counted before it is answered, each time
            return rows.getLong(1) - asking++;
        }
    }

    private long asking;

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
