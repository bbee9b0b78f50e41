package org.hornsten.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hornsten.kit.Refused;

/**
 * A table as spreadsheets save it (CSV, RFC 4180): columns parted by comma, semicolon or tab, in any letters that can
 * be told for certain. Every cell is text: nothing in it is ever computed.
 *
 * @param columns the first row, without spaces around
 * @param rows    all others that hold something
 */
public record Table(List<String> columns, List<Row> rows) {
    public static final int LARGEST = 4 * 1024 * 1024;
    public static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 60;
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    /** A spreadsheet would compute a cell that begins with one of these, the full-width ones too. */
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";
    private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();

    /** @param number as a spreadsheet counts it; the columns' names are row 1 */
    public record Row(int number, List<String> cells) {
        /** Without spaces around; empty where the row ends before. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** @throws Unreadable telling why the file is not taken */
    public static Table read(byte[] file) {
        if (file.length > LARGEST) throw new Unreadable(Unreadable.Reason.TABLE_TOO_BIG);
        return of(Letters.read(file));
    }

    /** What somebody sent with a form or a program. @throws Refused telling why the file as a whole is not taken */
    public static Table sent(byte[] file) {
        try {
            return read(file);
        } catch (Unreadable unreadable) {
            throw new Refused("file", "document:unreadable", unreadable.reason());
        }
    }

    /** @throws Unreadable telling why the text is not taken */
    public static Table of(String text) {
        String told = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char separator = separator(told);
        // a line only Excel writes and reads
        boolean said = told.matches("(?is)\\Asep=.\\R.*");
        List<Row> all = rows(said ? told.replaceFirst("(?s)\\A.{5}\\R", "") : told, separator, said ? 2 : 1);
        if (all.isEmpty()) throw new Unreadable(Unreadable.Reason.EMPTY);
        List<String> columns = all.get(0).cells().stream().map(String::strip).toList();
        if (columns.size() > MOST_COLUMNS) throw new Unreadable(Unreadable.Reason.NOT_A_TABLE);
        return new Table(columns, List.copyOf(all.subList(1, all.size())));
    }

    private static List<Row> rows(String text, char separator, int first) {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        List<Row> rows = new ArrayList<>();
        int number = first - 1;
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).with(schema).readValues(text)) {
            while (lines.hasNextValue()) {
                Row row = new Row(++number, Arrays.asList(lines.nextValue()));
                if (!row.blank()) rows.add(row);
                if (rows.size() > MOST_ROWS + 1) throw new Unreadable(Unreadable.Reason.TOO_MANY_ROWS);
            }
        } catch (JsonProcessingException broken) {
            throw new Unreadable(Unreadable.Reason.ROW_BROKEN);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    /** What parts the names of the columns most often; a table of one column is parted by nothing. */
    private static char separator(String text) {
        if (text.matches("(?is)\\Asep=.\\R.*")) return text.charAt(4);
        String names = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("")
                .replaceAll("\"[^\"]*\"", "");
        return SEPARATORS.stream().max(Comparator.comparingLong(one -> names.chars().filter(c -> c == one).count()))
                .filter(one -> names.indexOf(one) >= 0).orElse(',');
    }

    /** A cell to be written into such a file: never taken for a formula by what opens it. */
    public static String cell(String text) {
        boolean formula = Stream.of(text, text.strip()).filter(one -> !one.isEmpty())
                .anyMatch(one -> FORMULA.indexOf(one.charAt(0)) >= 0);
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    /** Where a column stands that may be called by any of these names, in any capitals; -1 where it is missing. */
    public int column(List<String> names) {
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).toLowerCase(Locale.ROOT);
            if (names.contains(name)) return i;
        }
        return -1;
    }
}
