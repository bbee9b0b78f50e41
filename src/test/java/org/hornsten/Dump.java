package org.hornsten;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** All that stands in the database, table by table, as somebody with a dump of it reads it. */
public record Dump(Map<String, List<Map<String, String>>> tables) {

    public static Dump taken() {
        try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection()) {
            return of(connection);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    public static Dump of(Connection connection) throws SQLException {
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("""
                    select table_name from information_schema.tables
                    where table_schema = database() and table_type = 'BASE TABLE' order by 1""")) {
                while (found.next()) names.add(found.getString(1));
            }
            for (String name : names) tables.put(name, rows(statement, name));
        }
        return new Dump(tables);
    }

    private static List<Map<String, String>> rows(Statement statement, String table) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("select * from `" + table + "`")) {
            while (found.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++)
                    row.put(found.getMetaData().getColumnName(i), cell(found.getObject(i)));
                rows.add(row);
            }
        }
        return rows;
    }

    private static String cell(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    public List<Map<String, String>> rows(String table) {
        return tables.get(table);
    }

    public Stream<String> cells() {
        return tables.values().stream().flatMap(List::stream).flatMap(row -> row.values().stream());
    }

    /** The places where one of these words stands, whatever the case. */
    public List<String> places(List<String> words) {
        List<String> places = new ArrayList<>();
        tables.forEach((table, rows) -> rows.forEach(row -> row.forEach((column, cell) -> words.stream()
                .filter(word -> cell.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .forEach(word -> places.add(table + "." + column + ": " + word)))));
        return places;
    }
}
