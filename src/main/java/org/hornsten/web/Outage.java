package org.hornsten.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.JDBCConnectionException;
import org.hornsten.kit.Causes;

/** Tells a database that is away from a broken program, by the causes of an exception. */
final class Outage {
    /** SQLSTATE class of connection exceptions (ISO 9075-2, table 33). */
    private static final String CONNECTION = "08";
    private static final List<String> POOL_IS_EMPTY = List.of("acquisition timeout", "Failed to enlist");

    private Outage() {}

    static boolean isBehind(Throwable cause) {
        return cause(cause).isPresent();
    }

    /** The kind of the cause; its words might quote data. */
    static String name(Throwable cause) {
        return cause(cause).map(found -> found.getClass().getName()).orElse("unknown");
    }

    private static Optional<Throwable> cause(Throwable first) {
        return Causes.of(first).filter(Outage::isConnection).findFirst();
    }

    private static boolean isConnection(Throwable cause) {
        return cause instanceof JDBCConnectionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLException sql && (lost(sql) || poolIsEmpty(sql) || Causes.asksAgain(sql));
    }

    private static boolean lost(SQLException sql) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith(CONNECTION);
    }

    /** No connection to be had in time, or one that died in the pool; the pool says so only in words. */
    private static boolean poolIsEmpty(SQLException sql) {
        return sql.getMessage() != null && POOL_IS_EMPTY.stream().anyMatch(sql.getMessage()::contains);
    }
}
