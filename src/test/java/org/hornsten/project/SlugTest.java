package org.hornsten.project;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SlugTest {

    @Test
    void an_address_is_made_of_plain_letters() {
        assertEquals("servicestyrning-for-aldre-pa-aland", Slug.plain("Servicestyrning för äldre, på Åland!"));
        assertEquals("ikaihmisten-palveluohjaus-2-0", Slug.plain("  Ikäihmisten palveluohjaus 2.0 "));
    }

    @Test
    void a_title_without_plain_letters_still_gets_an_address() {
        assertEquals("projekt", Slug.plain("مشروع 👵"));
    }

    @Test
    void a_long_title_is_cut_and_never_ends_in_a_hyphen() {
        String slug = Slug.plain("a ".repeat(200));
        assertTrue(slug.length() <= 60 && !slug.endsWith("-"), slug);
    }
}
