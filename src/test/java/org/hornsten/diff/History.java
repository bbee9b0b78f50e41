package org.hornsten.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.hornsten.text.Words;

/** An author at work: edits chosen by chance, each told with the ids and the lineage that belong to it. */
public final class History {

    private static final String[] WORDS = ("klienten handledaren planen mötet hemma ringer skriver väljer och att på i "
        + "som får ger hjälp stöd brev svar tid vecka måndag anhöriga närstående beslut själv alltid aldrig 😀 שלום "
        + "hälsostationen").split(" ");

    private final Random random;
    private final List<List<Passage>> sections = new ArrayList<>();
    private final List<Section> headings = new ArrayList<>();
    private String title = "Modell";
    private int ids;

    public History(long seed) {
        random = new Random(seed);
        for (int s = 0; s < 3; s++) addSection();
    }

    static History ofPassages(int passages) {
        History history = new History(7);
        while (history.outline().passages().size() < passages) history.addSection();
        return history;
    }

    public Outline outline() {
        return new Outline(title, IntStream.range(0, sections.size())
            .mapToObj(i -> headings.get(i).withPassages(sections.get(i))).toList());
    }

    /** From here on lineage is told against what is now. */
    public void publish() {
        sections.forEach(section -> section.replaceAll(Passage::withoutLineage));
    }

    /** The ids another gave to the same text, as when a text comes back from a word processor. */
    public void become(Outline outline) {
        sections.clear();
        headings.clear();
        outline.sections().forEach(section -> {
            headings.add(section.withPassages(List.of()));
            sections.add(new ArrayList<>(section.passages()));
        });
    }

    void editEverything() {
        sections.forEach(section -> section.replaceAll(passage -> passage.withText(edited(passage.text()))));
    }

    public void edit() {
        switch (random.nextInt(11)) {
            case 0 -> addSection();
            case 1 -> removeSection();
            case 2 -> moveSection();
            case 3 -> rename();
            case 4 -> anywhere().add(passage());
            case 5 -> remove();
            case 6 -> move();
            case 7 -> split();
            case 8 -> merge();
            default -> change();
        }
    }

    private void addSection() {
        int at = random.nextInt(sections.size() + 1);
        headings.add(at, new Section("s" + ++ids, text(2), 2 + random.nextInt(2), List.of()));
        sections.add(at, new ArrayList<>());
        for (int i = random.nextInt(5); i >= 0; i--) sections.get(at).add(passage());
    }

    private void removeSection() {
        if (sections.size() < 2) return;
        int at = random.nextInt(sections.size());
        headings.remove(at);
        sections.remove(at);
    }

    private void moveSection() {
        int from = random.nextInt(sections.size());
        int to = random.nextInt(sections.size());
        headings.add(to, headings.remove(from));
        sections.add(to, sections.remove(from));
    }

    private void rename() {
        int at = random.nextInt(sections.size());
        headings.set(at, new Section(headings.get(at).id(), text(2), 2, List.of()));
        if (random.nextInt(4) == 0) title = text(2);
    }

    private void remove() {
        List<Passage> section = anywhere();
        if (!section.isEmpty()) section.remove(random.nextInt(section.size()));
    }

    private void move() {
        List<Passage> from = anywhere();
        if (from.isEmpty()) return;
        Passage passage = from.remove(random.nextInt(from.size()));
        List<Passage> to = anywhere();
        to.add(random.nextInt(to.size() + 1), passage);
    }

    private void change() {
        List<Passage> section = anywhere();
        if (section.isEmpty()) return;
        int at = random.nextInt(section.size());
        section.set(at, section.get(at).withText(edited(section.get(at).text())));
    }

    private void split() {
        List<Passage> section = anywhere();
        if (section.isEmpty()) return;
        int at = random.nextInt(section.size());
        Passage whole = section.get(at);
        List<String> words = Words.of(whole.text());
        if (words.size() < 2) return;
        int cut = 1 + random.nextInt(words.size() - 1);
        section.set(at, whole.withText(String.join("", words.subList(0, cut))));
        String rest = String.join("", words.subList(cut, words.size()));
        section.add(at + 1, new Passage("p" + ++ids, whole.kind(), rest, whole.id(), List.of()));
    }

    private void merge() {
        List<Passage> section = anywhere();
        if (section.size() < 2) return;
        int at = random.nextInt(section.size() - 1);
        Passage next = section.remove(at + 1);
        Passage first = section.get(at);
        List<String> merged = new ArrayList<>(first.mergedFrom());
        merged.addAll(next.mergedFrom());
        merged.add(next.id());
        section.set(at, first.withText(first.text() + " " + next.text()).withLineage(first.splitFrom(), merged));
    }

    private List<Passage> anywhere() {
        return sections.get(random.nextInt(sections.size()));
    }

    private Passage passage() {
        Passage.Kind[] kinds = Passage.Kind.values();
        return new Passage("p" + ++ids, kinds[random.nextInt(kinds.length)], text(3 + random.nextInt(20)) + ".");
    }

    private String text(int words) {
        return IntStream.range(0, words).mapToObj(i -> WORDS[random.nextInt(WORDS.length)]
            + (random.nextInt(8) == 0 ? "," : "")).collect(Collectors.joining(" "));
    }

    private String edited(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.add(at, text(1));
                case 1 -> words.set(at, text(1));
                case 2 -> Collections.swap(words, at, 0);
                default -> words.set(at, words.size() > 1 ? "" : words.get(at));
            }
        }
        return String.join(" ", words).isBlank() ? text(2) : String.join(" ", words);
    }
}
