package org.hornsten.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows by column name, read as RFC 4180 has it: a field in quotes may hold commas, doubled quotes and line breaks. */
public record Table(List<Row> rows) {

    public record Row(Map<String, String> fields) {
        public String of(String column) {
            return fields.get(column);
        }

        public int number(String column) {
            return Integer.parseInt(of(column));
        }

        /** The values parted by a bar; none in an empty field. */
        public List<String> list(String column) {
            return of(column).isEmpty() ? List.of() : List.of(of(column).split("\\|"));
        }

        /** A word of a closed vocabulary, written in small letters. */
        public <W extends Enum<W>> W word(String column, Class<W> vocabulary) {
            return Enum.valueOf(vocabulary, of(column).toUpperCase(Locale.ROOT));
        }

        public LocalDate day(String column) {
            return LocalDate.parse(of(column));
        }
    }

    /** @throws IllegalArgumentException when a row has another number of fields than the first */
    public static Table read(String csv) {
        List<List<String>> lines = new Reading(csv).lines();
        List<String> columns = lines.get(0);
        return new Table(lines.stream().skip(1).map(line -> row(columns, line)).toList());
    }

    private static Row row(List<String> columns, List<String> line) {
        if (line.size() != columns.size()) throw new IllegalArgumentException("Not a row of " + columns + ": " + line);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) fields.put(columns.get(i), line.get(i));
        return new Row(fields);
    }

    private static final class Reading {
        private final String csv;
        private int at;

        Reading(String csv) {
            this.csv = csv;
        }

        List<List<String>> lines() {
            List<List<String>> lines = new ArrayList<>();
            while (at < csv.length()) lines.add(line());
            return lines;
        }

        private List<String> line() {
            List<String> fields = new ArrayList<>(List.of(field()));
            while (at < csv.length() && csv.charAt(at) == ',') {
                at++;
                fields.add(field());
            }
            if (csv.startsWith("\r\n", at)) at++;
            at++;
            return fields;
        }

        private String field() {
            return csv.startsWith("\"", at) ? quoted() : plain();
        }

        private String plain() {
            int from = at;
            while (at < csv.length() && ",\r\n".indexOf(csv.charAt(at)) < 0) at++;
            return csv.substring(from, at);
        }

        private String quoted() {
            StringBuilder field = new StringBuilder();
            for (at++; csv.charAt(at) != '"' || csv.startsWith("\"\"", at); at++) {
                field.append(csv.charAt(at));
                if (csv.charAt(at) == '"') at++;
            }
            at++;
            return field.toString();
        }
    }
}
