package org.hornsten.letter;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.hornsten.kit.Cell;

/** Names and codes as a table for a printing house. */
final class CodeTable {
    private CodeTable() {}

    static Response file(List<Letter> letters) {
        return Response.ok(of(letters), new MediaType("text", "csv", "UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"letters.csv\"").build();
    }

    static String of(List<Letter> letters) {
        return letters.stream().map(letter -> Cell.of(letter.name().isEmpty() ? "" + letter.number() : letter.name()) + ","
                + Cell.of(letter.code()) + "\r\n").collect(Collectors.joining("", "name,code\r\n", ""));
    }
}
