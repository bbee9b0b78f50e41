package org.hornsten.text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PassageTest {

    @Property
    void a_passage_stands_on_one_line_with_single_spaces(@ForAll("texts") String text) {
        assertEquals(text.replaceAll("[\\p{Cntrl}\\u2028\\u2029 ]+", " ").strip(), Passage.oneLine(text));
    }

    @Property
    void what_is_on_one_line_stays_as_it_is(@ForAll("texts") String text) {
        String line = Passage.oneLine(text);
        assertEquals(line, Passage.oneLine(line));
    }

    @Test
    void cells_of_a_row_are_parted_by_a_bar_with_spaces_but_not_at_an_escaped_one() {
        assertEquals("a | b \\| c | d", new Passage("", Passage.Kind.ROW, "a|b \\| c |  d").text());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(" ab\t\n\r\u00a0\u2003\u2028\u2029\u3000\u007fåä|\\").ofMaxLength(12);
    }
}
