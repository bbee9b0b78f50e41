package org.hornsten;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the packaged program is made of is known to those who answer for it. */
class PartsIT {
    @Test
    void administrators_fetch_the_list_of_parts_and_others_find_none() {
        Reader.Page parts = Reader.of("admin", "en").open("/sbom");
        assertEquals(200, parts.status());
        for (String part : new String[] {"\"CycloneDX\"", "quarkus-rest", "mariadb-java-client", "owasp-java-html-sanitizer"})
            assertTrue(parts.answer().body().contains(part), part);
        assertEquals(404, Reader.of("lead", "en").open("/sbom").status());
        assertTrue(Reader.of("", "en").open("/sbom").next().startsWith("/sign-in"));
    }
}
