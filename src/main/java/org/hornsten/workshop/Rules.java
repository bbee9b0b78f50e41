package org.hornsten.workshop;

import java.net.URI;
import java.net.URISyntaxException;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/** What the words and addresses of a workshop must meet. */
final class Rules {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_LINK = 500;

    private Rules() {}

    static void title(Multilingual title) {
        if (title.isEmpty()) throw new Refused("title", "project:title_missing");
        text("title", title, LONGEST_TITLE);
    }

    static void text(String field, Multilingual text, int longest) {
        if (!text.spoken()) throw new Refused(field, "project:language_unknown");
        if (text.longest() > longest) throw new Refused(field, "web:too_long", longest);
    }

    /** An address anybody may be sent to: encrypted, and no name or password in it that would be handed on. */
    static void link(String field, String link) {
        if (link.length() > LONGEST_LINK) throw new Refused(field, "web:too_long", LONGEST_LINK);
        URI read = read(field, link);
        if (!"https".equalsIgnoreCase(read.getScheme())) throw new Refused(field, "workshop:link_not_https");
        if (read.getRawUserInfo() != null || read.getRawAuthority() != null && read.getRawAuthority().contains("@"))
            throw new Refused(field, "workshop:link_names_somebody");
        if (read.getHost() == null || read.getHost().isEmpty()) throw new Refused(field, "workshop:link_wrong");
    }

    private static URI read(String field, String link) {
        try {
            return new URI(link);
        } catch (URISyntaxException unreadable) {
            throw new Refused(field, "workshop:link_wrong");
        }
    }
}
