package org.hornsten.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A table is read with the letters and the columns its maker saw, or not at all. */
class TableTest {
    private static final String PEOPLE = "namn;kommun\r\nÅsa Öberg;Närpes\r\nVäinö Mäkelä;Ähtäri\r\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void the_letters_of_every_usual_program_are_recognised() {
        for (byte[] file : List.of(PEOPLE.getBytes(StandardCharsets.UTF_8), bom(PEOPLE, StandardCharsets.UTF_8),
                bom(PEOPLE, StandardCharsets.UTF_16LE), bom(PEOPLE, StandardCharsets.UTF_16BE),
                PEOPLE.getBytes(StandardCharsets.UTF_16LE), PEOPLE.getBytes(StandardCharsets.UTF_16BE),
                PEOPLE.getBytes(StandardCharsets.ISO_8859_1), PEOPLE.getBytes(WINDOWS))) {
            Table table = Table.read(file);
            assertEquals(List.of("namn", "kommun"), table.columns());
            assertEquals("Åsa Öberg", table.rows().get(0).cell(0));
            assertEquals("Ähtäri", table.rows().get(1).cell(1));
        }
    }

    @Test
    void letters_that_cannot_be_told_are_refused_rather_than_guessed() {
        for (String old : List.of("x-MacRoman", "IBM850", "IBM437")) for (String name : List.of("Sjöberg", "Mäki",
                "Österholm", "Åkers", "Malmö", "Ähtäri"))
            assertEquals(Unreadable.Reason.UNKNOWN_LETTERS, refused(("name,town\n" + name + ",x\n")
                    .getBytes(Charset.forName(old))), old + " " + name);
        assertEquals(Unreadable.Reason.BROKEN_LETTERS, refused(new String(PEOPLE.getBytes(StandardCharsets.UTF_8),
                WINDOWS).getBytes(StandardCharsets.UTF_8)));
        assertEquals(Unreadable.Reason.BROKEN_LETTERS, refused("name\nSj\uFFFDberg\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_is_no_table_is_refused_with_the_reason() {
        assertEquals(Unreadable.Reason.NOT_A_TABLE, refused(new byte[] {'P', 'K', 3, 4, 5, 6}));
        assertEquals(Unreadable.Reason.NOT_A_TABLE, refused("name\0,x\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Unreadable.Reason.EMPTY, refused(new byte[0]));
        assertEquals(Unreadable.Reason.EMPTY, refused("\r\n  \r\n;;\r\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Unreadable.Reason.ROW_BROKEN, refused("name,town\n\"Aino,Vasa\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Unreadable.Reason.TABLE_TOO_BIG, refused(new byte[Table.LARGEST + 1]));
        assertEquals(Unreadable.Reason.TOO_MANY_ROWS,
                refused(("name\n" + "Aino\n".repeat(Table.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8)));
        assertEquals(Table.MOST_ROWS, Table.of("name\n" + "Aino\n".repeat(Table.MOST_ROWS)).rows().size());
    }

    @Test
    void a_row_keeps_the_number_a_spreadsheet_shows() {
        Table table = Table.of("name,town\n\nAino,\"Vasa\nVaasa\"\n\n,\nPekka\n");
        assertEquals(List.of(3, 6), table.rows().stream().map(Table.Row::number).toList());
        assertEquals("Vasa\nVaasa", table.rows().get(0).cell(1));
        assertEquals("", table.rows().get(1).cell(1));
        assertEquals(List.of(3), Table.of("sep=;\nname;town\nAino;Vasa\n").rows().stream().map(Table.Row::number)
                .toList());
    }

    @Test
    void a_cell_is_never_written_as_a_formula() {
        for (String cell : List.of("=1+1", "+358", "-2", "@SUM(A1)", " =1", "\t=1", "＝1"))
            assertTrue(Table.cell(cell).startsWith("\"'"), cell);
        assertEquals("\"Aino \"\"A\"\" Lind\"", Table.cell("Aino \"A\" Lind"));
        assertEquals("=1+1", Table.of("name\n=1+1\n").rows().get(0).cell(0));
    }

    /** Whatever parts the columns, whatever the letters: what was written is read. */
    @Property(tries = 400)
    void what_is_written_is_read(@ForAll("cells") List<List<String>> rows, @ForAll("separators") char separator,
                                 @ForAll("letters") Charset letters, @ForAll boolean marked) {
        String text = rows.stream().map(row -> row.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining("" + separator))).collect(Collectors.joining("\r\n", "namn" + separator
                + "kommun" + separator + "språk\r\n", "\r\n"));
        boolean mark = marked && letters.name().startsWith("UTF");
        Table table = Table.read(mark ? bom(text, letters) : text.getBytes(letters));
        assertEquals(List.of("namn", "kommun", "språk"), table.columns());
        List<List<String>> read = new ArrayList<>();
        table.rows().forEach(row -> read.add(row.cells()));
        assertEquals(rows, read);
    }

    @Provide
    Arbitrary<List<List<String>>> cells() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("abcåäöÅÄÖé ;,=+-@\t'\"").ofMinLength(0)
                .ofMaxLength(12);
        return Arbitraries.strings().withChars("abcåäöÅÄÖ").ofMinLength(1).ofMaxLength(9)
                .flatMap(name -> cell.list().ofSize(2).map(rest -> List.of(name, rest.get(0), rest.get(1))))
                .list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Provide
    Arbitrary<Charset> letters() {
        return Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1, WINDOWS);
    }

    private static Unreadable.Reason refused(byte[] file) {
        return assertThrows(Unreadable.class, () -> Table.read(file)).reason();
    }

    private static byte[] bom(String text, Charset letters) {
        return ("\uFEFF" + text).getBytes(letters);
    }
}
