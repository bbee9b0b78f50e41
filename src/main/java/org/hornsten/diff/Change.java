package org.hornsten.diff;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One difference between two versions of a text that wants an explanation.
 *
 * @param section  id of the section it stands in now, or stood in when it was removed; empty for the title
 * @param passage  id of the passage, of the passage that was split, or of the one others were merged into;
 *                 empty for a heading or the title
 * @param passages ids of all passages it concerns, in reading order: the parts of a split, the sources and the result
 *                 of a merge, else the one passage; empty for a heading or the title
 * @param before   the old text, empty when added; the passages of a merge are parted by an empty line
 * @param after    the new text, empty when removed; the parts of a split are parted by an empty line. Equal to
 *                 {@code before} when only the place, the heading's level or the kind of passage changed
 */
public record Change(Kind kind, String section, String passage, List<String> passages, String before, String after) {

    @Schema(name = "ChangeKind")
    public enum Kind { EDITED, ADDED, REMOVED, SPLIT, MERGED, MOVED }

    public Change {
        passages = List.copyOf(passages);
    }

    /** The same for the same change while its author keeps editing: an edit that becomes a split or merge keeps it. */
    public String key() {
        String family = switch (kind) {
            case EDITED, SPLIT, MERGED -> "words";
            case ADDED -> "added";
            case REMOVED -> "removed";
            case MOVED -> "moved";
        };
        return family + (passage.isEmpty() ? ":section:" + section : ":passage:" + passage);
    }

    /** Whether it changes this passage, be it as one part of a split or one source of a merge. */
    public boolean concerns(String passage) {
        return passages.contains(passage);
    }

    public boolean ofHeading() {
        return passage.isEmpty();
    }
}
