package org.hornsten.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** The differences between two outlines whose passages and sections share their lasting ids. */
public final class Changes {

    private final Outline before;
    private final Outline after;
    private final Map<String, Section> oldSections = new HashMap<>();
    private final Map<String, Section> newSections = new HashMap<>();
    private final Map<String, Section> oldPlaces;
    private final Map<String, Section> newPlaces;
    private final Map<String, Family> families = new HashMap<>();
    private final Set<String> movedSections;
    private final List<Change> changes = new ArrayList<>();

    private Changes(Outline before, Outline after) {
        this.before = before;
        this.after = after;
        before.sections().forEach(section -> oldSections.put(section.id(), section));
        after.sections().forEach(section -> newSections.put(section.id(), section));
        oldPlaces = places(before);
        newPlaces = places(after);
        for (Family family : Family.of(before, after)) {
            Stream.of(family.before(), family.after()).flatMap(List::stream).forEach(p -> families.put(p.id(), family));
        }
        movedSections = moved(ids(before.sections()), ids(after.sections()));
    }

    /**
     * In reading order; what was removed stands where it stood. A passage has at most one change of its words and one
     * of its place; passages that only went along with their section have none. Empty exactly when the outlines read
     * alike.
     */
    public static List<Change> between(Outline before, Outline after) {
        return new Changes(before, after).all();
    }

    private List<Change> all() {
        if (!before.title().equals(after.title())) {
            changes.add(ofHeading(Change.Kind.EDITED, "", before.title(), after.title()));
        }
        Map<String, List<String>> removed = removedAfter(ids(before.sections()), newSections.keySet());
        removed.getOrDefault("", List.of()).forEach(this::removedSection);
        for (Section section : after.sections()) {
            heading(section);
            passages(section);
            removed.getOrDefault(section.id(), List.of()).forEach(this::removedSection);
        }
        return List.copyOf(changes);
    }

    private void heading(Section section) {
        Section old = oldSections.get(section.id());
        if (old == null) {
            changes.add(ofHeading(Change.Kind.ADDED, section.id(), "", section.heading()));
        } else {
            if (!old.heading().equals(section.heading()) || old.level() != section.level()) {
                changes.add(ofHeading(Change.Kind.EDITED, section.id(), old.heading(), section.heading()));
            }
            if (movedSections.contains(section.id())) {
                changes.add(ofHeading(Change.Kind.MOVED, section.id(), old.heading(), section.heading()));
            }
        }
    }

    private void passages(Section section) {
        Section before = oldSections.get(section.id());
        List<Passage> old = before == null ? List.of() : before.passages();
        List<String> now = passageIds(section.passages());
        Set<String> moved = moved(passageIds(old), now);
        Map<String, List<String>> removed = removedAfter(passageIds(old), new HashSet<>(now));
        removed.getOrDefault("", List.of()).forEach(this::removedPassage);
        for (Passage passage : section.passages()) {
            words(passage);
            boolean elsewhere = oldPlaces.containsKey(passage.id())
                && !oldPlaces.get(passage.id()).id().equals(section.id());
            if (elsewhere || moved.contains(passage.id())) changes.add(moved(passage, section));
            removed.getOrDefault(passage.id(), List.of()).forEach(this::removedPassage);
        }
    }

    private void words(Passage passage) {
        Family family = families.get(passage.id());
        boolean first = family.after().get(0).id().equals(passage.id());
        if (first && !family.unchanged()) changes.add(ofWords(family));
    }

    private void removedSection(String id) {
        Section section = oldSections.get(id);
        changes.add(ofHeading(Change.Kind.REMOVED, id, section.heading(), ""));
        section.passages().forEach(passage -> removedPassage(passage.id()));
    }

    private void removedPassage(String id) {
        if (families.get(id).after().isEmpty()) changes.add(ofWords(families.get(id)));
    }

    private Change ofWords(Family family) {
        boolean gone = family.after().isEmpty();
        String place = gone ? oldPlaces.get(family.name()).id() : newPlaces.get(family.after().get(0).id()).id();
        Set<String> concerned = new LinkedHashSet<>(passageIds(family.before()));
        concerned.addAll(passageIds(family.after()));
        return new Change(family.happened(), place, family.name(), List.copyOf(concerned),
            text(family.before()), text(family.after()));
    }

    private Change moved(Passage passage, Section section) {
        Passage old = families.get(passage.id()).before().stream()
            .filter(p -> p.id().equals(passage.id())).findFirst().orElseThrow();
        return new Change(Change.Kind.MOVED, section.id(), passage.id(), List.of(passage.id()),
            old.text(), passage.text());
    }

    private static Change ofHeading(Change.Kind kind, String section, String before, String after) {
        return new Change(kind, section, "", List.of(), before, after);
    }

    private static String text(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining("\n\n"));
    }

    private static List<String> ids(List<Section> sections) {
        return sections.stream().map(Section::id).toList();
    }

    private static List<String> passageIds(List<Passage> passages) {
        return passages.stream().map(Passage::id).toList();
    }

    private static Map<String, Section> places(Outline outline) {
        Map<String, Section> places = new HashMap<>();
        outline.sections().forEach(section -> section.passages().forEach(p -> places.put(p.id(), section)));
        return places;
    }

    /** What is no longer there, under the id it stood after that still is; under the empty id what stood first. */
    private static Map<String, List<String>> removedAfter(List<String> old, Collection<String> now) {
        Map<String, List<String>> removed = new HashMap<>();
        String last = "";
        for (String id : old) {
            if (now.contains(id)) last = id;
            else removed.computeIfAbsent(last, none -> new ArrayList<>()).add(id);
        }
        return removed;
    }

    /** As few as possible whose moving explains the new order: all in both but a longest increasing subsequence. */
    private static Set<String> moved(List<String> old, List<String> now) {
        Map<String, Integer> positions = new HashMap<>();
        old.forEach(id -> positions.put(id, positions.size()));
        List<String> both = now.stream().filter(positions::containsKey).toList();
        int[] previous = new int[both.size()];
        int[] ends = new int[both.size()];
        int longest = 0;
        for (int i = 0; i < both.size(); i++) {
            int at = 0;
            while (at < longest && positions.get(both.get(ends[at])) < positions.get(both.get(i))) at++;
            previous[i] = at == 0 ? -1 : ends[at - 1];
            ends[at] = i;
            longest = Math.max(longest, at + 1);
        }
        Set<String> moved = new HashSet<>(both);
        for (int i = longest == 0 ? -1 : ends[longest - 1]; i >= 0; i = previous[i]) moved.remove(both.get(i));
        return moved;
    }
}
