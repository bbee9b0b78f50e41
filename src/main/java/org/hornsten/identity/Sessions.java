package org.hornsten.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;

/** A person's stay in a browser: a pass in a cookie, gone when the browser closes, or after a working day. */
@ApplicationScoped
public class Sessions {
    public static final Duration LIFE = Duration.ofHours(10);
    private static final int UNTIL_BROWSER_CLOSES = -1;
    /** All that a browser keeps for its person, but how they read: links, receipts, what was told once. */
    private static final List<String> KEPT = List.of("hornsten", "hornsten-thanks", "receipt", "link", "new-link",
            "told", "back", "factor");

    private final Passes passes;
    private final Cookies cookies;

    Sessions(Passes passes, Cookies cookies) {
        this.passes = passes;
        this.cookies = cookies;
    }

    public NewCookie opened(Person person) {
        return cookies.make("hornsten", passes.issue(person, LIFE).token(), UNTIL_BROWSER_CLOSES);
    }

    /** A stay by a right of one's own: over as soon as the right is. */
    public NewCookie opened(Person person, String grant) {
        return cookies.make("hornsten", passes.issue(person, grant, LIFE).token(), UNTIL_BROWSER_CLOSES);
    }

    public NewCookie closed() {
        return cookies.make("hornsten", "", 0);
    }

    /** Whoever sits down at the same computer next finds no way in, no receipt and no link. */
    public NewCookie[] left() {
        return KEPT.stream().map(name -> cookies.make(name, "", 0)).toArray(NewCookie[]::new);
    }
}
