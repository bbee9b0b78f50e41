package org.hornsten.draft;

import java.util.List;
import org.hornsten.diff.Change;
import org.hornsten.kit.Refused;

/** Publishing was refused: these changes do not say why they were made. */
public class Unexplained extends Refused {
    public final transient List<In> changes;

    public record In(String language, Change change) {}

    Unexplained(List<In> changes) {
        super("changes", "draft:changes_unexplained", changes.size());
        this.changes = List.copyOf(changes);
    }
}
