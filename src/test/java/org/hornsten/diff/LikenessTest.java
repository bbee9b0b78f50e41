package org.hornsten.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void an_edited_passage_is_likelier_than_one_on_the_same_topic() {
        String text = "Handledaren håller kontakt med de anhöriga genom hela processen.";
        String edited = "Handledaren håller kontakt med de anhöriga som klienten har gett sitt samtycke till.";
        String topical = "Handledaren känner till klubbar, måltidsgrupper och vänverksamhet i kommunen.";
        assertTrue(Likeness.of(text, edited) > Matching.SECTION);
        assertTrue(Likeness.of(text, topical) < 0.35);
    }

    @Test
    void case_and_punctuation_do_not_count() {
        assertEquals(1, Likeness.of("Ring oss, gärna.", "ring oss gärna"));
        assertEquals(0, Likeness.of("Ring oss", "Planen gäller"));
        assertEquals(0, Likeness.of("…", "!"));
    }

    @Property
    void it_is_the_same_both_ways_and_between_nought_and_one(@ForAll String one, @ForAll String other) {
        double likeness = Likeness.of(one, other);
        assertEquals(likeness, Likeness.of(other, one));
        assertTrue(likeness >= 0 && likeness <= 1);
        assertEquals(1, Likeness.of(one, one));
    }
}
