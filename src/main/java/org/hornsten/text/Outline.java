package org.hornsten.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One language of one version of a text: its title and its sections in reading order. */
public record Outline(String title, List<Section> sections) {

    public Outline {
        title = Passage.oneLine(title);
        sections = List.copyOf(sections);
    }

    public List<Passage> passages() {
        return sections.stream().flatMap(s -> s.passages().stream()).toList();
    }

    public Optional<Passage> passage(String id) {
        return passages().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public Optional<Section> sectionOf(String passage) {
        return sections.stream().filter(s -> s.passages().stream().anyMatch(p -> p.id().equals(passage))).findFirst();
    }

    /** The start of the next working copy: the same text and ids, with splits and merges forgotten. */
    public Outline withoutLineage() {
        return withSections(sections.stream()
            .map(s -> s.withPassages(s.passages().stream().map(Passage::withoutLineage).toList())).toList());
    }

    public Outline withSections(List<Section> sections) {
        return new Outline(title, sections);
    }

    /** Title, headings and passages, an empty line between them. */
    public String text() {
        return Stream.concat(Stream.of(title), sections.stream().map(Section::text))
            .filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}
