package org.hornsten.blocking;

import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;

/** Why somebody is to be blocked: chosen from the list, or in words of one's own. */
public record BlockForm(@RestForm String reason, @RestForm String words) {

    /** Null when none was chosen. */
    Block.Reason chosen() {
        return Arrays.stream(Block.Reason.values()).filter(one -> one.name().equalsIgnoreCase(reason)).findFirst()
                .orElse(null);
    }

    String written() {
        return words == null ? "" : words.strip();
    }
}
