package org.hornsten.letter;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** Names and codes as a table for a printing house. */
final class CodeTable {
    /** A spreadsheet would take a cell that begins with one of these for a formula, the full-width ones too. */
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private CodeTable() {}

    static Response file(List<Letter> letters) {
        return Response.ok(of(letters), new MediaType("text", "csv", "UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"letters.csv\"").build();
    }

    static String of(List<Letter> letters) {
        return letters.stream().map(letter -> cell(letter.name().isEmpty() ? "" + letter.number() : letter.name()) + ","
                + cell(letter.code()) + "\r\n").collect(Collectors.joining("", "name,code\r\n", ""));
    }

    private static String cell(String text) {
        boolean formula = !text.strip().isEmpty() && FORMULA.indexOf(text.strip().charAt(0)) >= 0
                || !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
