package org.hornsten.reading;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.hornsten.kit.Secrets;

/** A page with the tag that tells whether a reader has the same one already. */
final class Fresh {
    // a new one in each rendering, though the page is the same
    private static final Pattern TOKEN = Pattern.compile("(?:name=\"token\" value|data-token)=\"[^\"]*\"");

    private Fresh() {}

    /** @param seen the If-None-Match header, null without one */
    static Response page(TemplateInstance page, String seen) {
        String html = page.render();
        String tag = "W/\"" + Secrets.hexFingerprint(TOKEN.matcher(html).replaceAll("")).substring(0, 32) + "\"";
        boolean same = seen != null && seen.contains(tag);
        return (same ? Response.notModified() : Response.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")))
                .header("ETag", tag).build();
    }
}
