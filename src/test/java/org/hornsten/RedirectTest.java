package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hornsten.web.Back;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** No link of ours leads to a stranger's house. */
@QuarkusTest
class RedirectTest {
    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "\\\\evil.example", "%2f%2fevil.example", "/%2fevil.example",
            "https:evil.example", "https://evil.example", "javascript:alert(1)", "data:text/html,x", "/x\r\nSet-Cookie: a=b",
            "/%0d%0aSet-Cookie:a=b", "///evil.example", "/\tevil.example", " //evil.example", "/.//evil.example",
            "/;@evil.example", "@evil.example", "/x?y=//evil.example\\", "http:/evil.example", "/\u2215evil.example", "evil.example"})
    void a_way_back_is_a_way_of_our_own(String back) {
        assertEquals("/", Back.to(back).toString(), back);
        var sign = Browser.nobody().get("/sign-in?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)).document();
        // choosing a language leads back to this very page, which is ours
        sign.select("input[name=back][value^=/sign-in?back=]").remove();
        assertEquals(-1, sign.html().indexOf("evil"), back);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/projects", "/projects/x?page=2", "/drafts/a_b-c/versions/1#p1"})
    void our_own_addresses_stay(String back) {
        assertEquals(back, Back.to(back).toString());
    }

    @Test
    void choosing_a_language_leads_back_home_only() {
        Browser.Page page = Browser.nobody().get("/help");
        String to = page.submit("button[value=fi]", java.util.Map.of("back", "//evil.example")).is(303).response
                .header("Location");
        assertEquals("/", to.replaceFirst("https?://[^/]+", ""));
    }
}
