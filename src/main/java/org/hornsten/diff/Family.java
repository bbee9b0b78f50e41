package org.hornsten.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;

/**
 * The passages of two versions that have their words from each other: one and itself, one and the parts it was split
 * into, several and the one they were merged into, or, when an author did both, all of them. Each in reading order.
 */
record Family(List<Passage> before, List<Passage> after) {

    static Collection<Family> of(Outline before, Outline after) {
        return new Kinship(before, after).families();
    }

    /** One passage that reads as it did. */
    boolean unchanged() {
        return single() && before.get(0).kind() == after.get(0).kind()
            && before.get(0).text().equals(after.get(0).text());
    }

    Change.Kind happened() {
        if (before.isEmpty()) return Change.Kind.ADDED;
        if (after.isEmpty()) return Change.Kind.REMOVED;
        if (single()) return Change.Kind.EDITED;
        return before.size() > after.size() ? Change.Kind.MERGED : Change.Kind.SPLIT;
    }

    /** The id the family goes by: of what was split or removed, of what was merged into, of what was added. */
    String name() {
        return (before.size() > after.size() && !after.isEmpty() || before.isEmpty() ? after : before).get(0).id();
    }

    private boolean single() {
        return before.size() == 1 && after.size() == 1 && before.get(0).id().equals(after.get(0).id());
    }

    /** Finds who belongs together: ids are joined by being the same, and by splits and merges that can be believed. */
    private static final class Kinship {
        private final Outline before;
        private final Outline after;
        private final Map<String, String> parents = new HashMap<>();

        Kinship(Outline before, Outline after) {
            this.before = before;
            this.after = after;
            Set<String> old = ids(before);
            Set<String> now = ids(after);
            for (Passage passage : after.passages()) {
                boolean split = old.contains(passage.splitFrom()) && !old.contains(passage.id());
                if (split) join(passage.id(), passage.splitFrom());
                passage.mergedFrom().stream().filter(id -> old.contains(id) && !now.contains(id))
                    .forEach(id -> join(passage.id(), id));
            }
        }

        Collection<Family> families() {
            Map<String, Family> families = new LinkedHashMap<>();
            Function<String, Family> family = id -> families.computeIfAbsent(root(id),
                root -> new Family(new ArrayList<>(), new ArrayList<>()));
            before.passages().forEach(passage -> family.apply(passage.id()).before.add(passage));
            after.passages().forEach(passage -> family.apply(passage.id()).after.add(passage));
            return families.values();
        }

        private void join(String one, String other) {
            String root = root(one);
            String otherRoot = root(other);
            if (!root.equals(otherRoot)) parents.put(root, otherRoot);
        }

        private String root(String id) {
            String root = id;
            while (parents.containsKey(root)) root = parents.get(root);
            return root;
        }

        private static Set<String> ids(Outline outline) {
            return outline.passages().stream().map(Passage::id).collect(Collectors.toSet());
        }
    }
}
