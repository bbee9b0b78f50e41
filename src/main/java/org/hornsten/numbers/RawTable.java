package org.hornsten.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts of people as they are, on their way to {@link SmallNumbers}. Whoever holds one can add to it and hand it on,
 * but read nothing: it has no getter, no JSON and no text of its own, so that no page can show it by mistake.
 */
public final class RawTable {
    final List<String> rows;
    final List<String> columns;
    final long[][] cells;
    /** How many could have answered in each row; −1 where nobody knows. */
    final long[] asked;

    private RawTable(List<String> rows, List<String> columns) {
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        cells = new long[rows.size()][columns.size()];
        asked = new long[rows.size()];
        Arrays.fill(asked, -1);
    }

    /** A table of nobody yet, with all its rows and columns: a list that is closed before the first answer. */
    public static RawTable of(List<String> rows, List<String> columns) {
        return new RawTable(rows, columns);
    }

    /** One row: a breakdown by one thing. */
    public static RawTable of(List<String> columns) {
        return new RawTable(List.of(""), columns);
    }

    /** Counts so many people more. @throws IllegalArgumentException for a row or column that is none of this table's */
    public RawTable add(String row, String column, long people) {
        cells[place(rows, row)][place(columns, column)] += people;
        return this;
    }

    public RawTable add(String column, long people) {
        return add(rows.get(0), column, people);
    }

    /** Says how many people could have answered in a row, where that is known. */
    public RawTable asked(String row, long people) {
        asked[place(rows, row)] = people;
        return this;
    }

    /** Each row as a table of its own, of which nothing but itself is shown: answers of groups that share no total. */
    Map<String, RawTable> apart() {
        Map<String, RawTable> apart = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            RawTable row = new RawTable(List.of(rows.get(i)), columns);
            row.cells[0] = cells[i].clone();
            row.asked[0] = asked[i];
            apart.put(rows.get(i), row);
        }
        return apart;
    }

    long people(int row) {
        return Arrays.stream(cells[row]).sum();
    }

    long people() {
        return Arrays.stream(cells).flatMapToLong(Arrays::stream).sum();
    }

    Map<String, Long> row(int row) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int j = 0; j < columns.size(); j++) counts.put(columns.get(j), cells[row][j]);
        return counts;
    }

    private static int place(List<String> names, String name) {
        int at = new ArrayList<>(names).indexOf(name);
        if (at < 0) throw new IllegalArgumentException("not of this table: " + name);
        return at;
    }
}
