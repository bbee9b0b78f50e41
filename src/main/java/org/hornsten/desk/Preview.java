package org.hornsten.desk;

import java.util.List;
import org.hornsten.document.Finding;
import org.hornsten.document.Imported;
import org.hornsten.draft.Layout;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;

/** A text as it would be kept, to be looked at before; and what its file had that it has not. */
public record Preview(Outline outline, Layout layout, List<Finding> findings, String markdown) {

    static Preview of(Imported read) {
        return new Preview(read.outline(), Layout.of(read.outline()), read.findings(), Markdown.write(read.outline()));
    }

    public int sections() {
        return (int) outline.sections().stream().filter(section -> !section.heading().isEmpty()).count();
    }

    public int passages() {
        return outline.passages().size();
    }

    public boolean clean() {
        return findings.isEmpty();
    }
}
