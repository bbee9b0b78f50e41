package org.hornsten.document;

import java.util.List;
import org.hornsten.text.Outline;

/** What a file became: its text in sections and passages still without ids, and what a reader should know about it. */
public record Imported(Outline outline, List<Finding> findings) {
    public Imported {
        findings = List.copyOf(findings);
    }
}
