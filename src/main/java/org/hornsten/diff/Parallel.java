package org.hornsten.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/**
 * Gives a text in another language, or in easy language, the ids of the main-language text it runs parallel to. Ids
 * both have are known; what is unknown in both between known neighbours is parallel when there is equally much of it.
 */
public final class Parallel {

    private final Outline main;
    private final Outline translation;
    private final Predicate<String> open;
    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, String> rootOf = new HashMap<>();

    private Parallel(Outline main, Outline translation, Predicate<String> open) {
        this.main = main;
        this.translation = translation;
        this.open = open;
    }

    /** For a first translation: every id that the main text does not have is open. */
    public static Outline align(Outline main, Outline translation, Supplier<String> newId) {
        Set<String> known = ids(main);
        return new Parallel(main, named(translation, newId), id -> !known.contains(id)).aligned();
    }

    /**
     * For a translation that comes back edited: matched first to what it was, then aligned. A passage that it had
     * before keeps its id even if the main text has let go of it; only what is new here, or was merged there, is
     * open.
     */
    public static Outline align(Outline main, Outline earlier, Outline translation, Supplier<String> newId) {
        Set<String> known = ids(main);
        Set<String> kept = ids(earlier);
        main.passages().forEach(passage -> kept.removeAll(passage.mergedFrom()));
        Outline matched = Matching.match(earlier, translation, newId);
        return new Parallel(main, matched, id -> !known.contains(id) && !kept.contains(id)).aligned();
    }

    private Outline aligned() {
        parts();
        renamed.putAll(pairs(sectionIds(main), sectionIds(translation)));
        Map<String, Section> mains = main.sections().stream()
            .collect(Collectors.toMap(Section::id, section -> section));
        for (Section section : translation.sections()) {
            Section parallel = mains.get(now(section.id()));
            if (parallel != null) renamed.putAll(pairs(passageIds(parallel), passageIds(section)));
        }
        return translation.withSections(translation.sections().stream().map(section -> section.withId(now(section.id()))
            .withPassages(section.passages().stream().map(this::renamed).toList())).toList());
    }

    /** The parts of one split run parallel in order, even where the likest part, which kept the id, is another one. */
    private void parts() {
        Map<String, List<String>> here = splits(translation);
        splits(main).forEach((root, there) -> {
            List<String> parts = here.getOrDefault(root, List.of());
            if (parts.size() != there.size() || Set.copyOf(parts).equals(Set.copyOf(there))) return;
            for (int i = 0; i < parts.size(); i++) {
                renamed.put(parts.get(i), there.get(i));
                rootOf.put(there.get(i), root);
            }
        });
    }

    /** New ids for what is open here, from what is open in the main text between the same known ids. */
    private Map<String, String> pairs(List<String> there, List<String> here) {
        Set<String> taken = ids(translation).stream().map(this::now).collect(Collectors.toSet());
        Predicate<String> known = id -> there.contains(now(id));
        List<String> fixed = here.stream().filter(known).map(this::now).toList();
        Gaps mains = Gaps.of(there.stream().filter(id -> fixed.contains(id) || !taken.contains(id)).toList(), fixed);
        Gaps ours = Gaps.of(here.stream().filter(id -> known.test(id) || open.test(id) && !renamed.containsKey(id))
            .map(this::now).toList(), fixed);
        Map<String, String> pairs = new HashMap<>();
        ours.after().forEach((id, run) -> pair(run, mains.after().getOrDefault(id, List.of()), pairs));
        ours.before().forEach((id, run) -> pair(run, mains.before().getOrDefault(id, List.of()), pairs));
        return pairs;
    }

    private static void pair(List<String> here, List<String> there, Map<String, String> pairs) {
        boolean taken = here.stream().anyMatch(pairs::containsKey) || there.stream().anyMatch(pairs::containsValue);
        if (taken || here.size() != there.size()) return;
        for (int i = 0; i < here.size(); i++) pairs.put(here.get(i), there.get(i));
    }

    /** Runs of ids that are not fixed, under the fixed id they stand after and before; the edges are the empty id. */
    private record Gaps(Map<String, List<String>> after, Map<String, List<String>> before) {

        static Gaps of(List<String> ids, List<String> fixed) {
            Gaps gaps = new Gaps(new HashMap<>(), new HashMap<>());
            String last = "";
            List<String> run = new ArrayList<>();
            for (String id : ids) {
                if (fixed.contains(id)) {
                    gaps.close(last, run, id);
                    last = id;
                    run = new ArrayList<>();
                } else {
                    run.add(id);
                }
            }
            gaps.close(last, run, "");
            return gaps;
        }

        private void close(String last, List<String> run, String next) {
            after.put(last, run);
            before.put(next, run);
        }
    }

    /**
     * What the id was in the translation stays readable in its lineage: a source that lent its id is now the other
     * one.
     */
    private Passage renamed(Passage passage) {
        String id = now(passage.id());
        List<String> merged = passage.mergedFrom().stream().map(from -> from.equals(id) ? passage.id() : from).toList();
        String root = rootOf.getOrDefault(id, passage.splitFrom());
        return passage.withId(id).withLineage(root.equals(id) ? "" : root, merged);
    }

    private String now(String id) {
        return renamed.getOrDefault(id, id);
    }

    private static Map<String, List<String>> splits(Outline outline) {
        Set<String> roots = outline.passages().stream().map(Passage::splitFrom).filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
        return outline.passages().stream().filter(p -> roots.contains(p.id()) || roots.contains(p.splitFrom()))
            .collect(Collectors.groupingBy(p -> p.splitFrom().isEmpty() ? p.id() : p.splitFrom(),
                Collectors.mapping(Passage::id, Collectors.toList())));
    }

    private static Outline named(Outline outline, Supplier<String> newId) {
        return outline.withSections(outline.sections().stream()
            .map(section -> section.withId(section.id().isEmpty() ? newId.get() : section.id())
                .withPassages(section.passages().stream()
                    .map(passage -> passage.id().isEmpty() ? passage.withId(newId.get()) : passage).toList()))
            .toList());
    }

    private static Set<String> ids(Outline outline) {
        Set<String> ids = new HashSet<>(sectionIds(outline));
        outline.passages().forEach(passage -> ids.add(passage.id()));
        return ids;
    }

    private static List<String> sectionIds(Outline outline) {
        return outline.sections().stream().map(Section::id).toList();
    }

    private static List<String> passageIds(Section section) {
        return section.passages().stream().map(Passage::id).toList();
    }
}
