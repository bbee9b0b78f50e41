package org.hornsten.hearing;

import java.util.ArrayList;
import java.util.List;
import org.hornsten.draft.Languages;
import org.hornsten.draft.VersionText;
import org.hornsten.kit.Markdown;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;
import org.hornsten.text.Quote.Place;
import org.hornsten.text.Section;
import org.hornsten.text.Words;

/**
 * What a comment is about: a passage with its sentences, a section, or the whole; perhaps words marked in the passage.
 *
 * @param passage id or empty; @param section id or empty
 * @param heading of the section, empty when about the whole
 * @param html    the passage as it is read
 * @param plain   the same without marks
 */
public record Spot(String language, String passage, String section, String heading, Markdown.Html html, String plain,
                   Quote marked, List<Sentence> sentences) {
    private static final Quote NOTHING = new Quote("", "", "");

    public record Sentence(int number, Place place, String words) {}

    /** @throws Missing when the text has no such passage or section */
    static Spot in(VersionText text, String passage, String section, Quote marked) {
        Outline outline = text.outline;
        if (!passage.isEmpty()) {
            Passage found = outline.passage(passage).orElseThrow(Missing::new);
            return of(text.language, found, outline.sectionOf(passage).orElseThrow(Missing::new), marked);
        }
        String heading = section.isEmpty() ? ""
                : org.hornsten.text.Markdown.plain(outline.section(section).orElseThrow(Missing::new).heading());
        return new Spot(text.language, "", section, heading, Markdown.inline(""), "", NOTHING, List.of());
    }

    private static Spot of(String language, Passage passage, Section section, Quote marked) {
        String plain = org.hornsten.text.Markdown.plain(passage.text());
        List<Sentence> sentences = new ArrayList<>();
        for (Place place : Words.sentences(plain, Languages.locale(language)))
            if (!place.of(plain).isBlank())
                sentences.add(new Sentence(sentences.size(), place, place.of(plain).strip()));
        return new Spot(language, passage.id(), section.id(), org.hornsten.text.Markdown.plain(section.heading()),
                Markdown.inline(passage.text()), plain, marked, sentences);
    }

    /** The section when it is what the comment is about, not only where its passage stands. */
    public String sectionAlone() {
        return passage.isEmpty() ? section : "";
    }

    /** Where in the text it stands. */
    public String anchor() {
        return passage.isEmpty() ? section : passage;
    }

    public boolean ofPassage() {
        return !passage.isEmpty();
    }

    public boolean ofWhole() {
        return passage.isEmpty() && section.isEmpty();
    }

    public boolean hasMarked() {
        return ofPassage() && !marked.exact().isBlank() && place() != null;
    }

    /** Marked words that do not stand there, as after another version was published. */
    public boolean lostMarked() {
        return ofPassage() && !marked.exact().isBlank() && place() == null;
    }

    private Place place() {
        return marked.in(plain).orElse(null);
    }

    public String beforeMarked() {
        return plain.substring(0, place().from());
    }

    public String words() {
        return place().of(plain);
    }

    public String afterMarked() {
        return plain.substring(place().to());
    }

    /** Only one sentence is the whole passage. */
    public boolean choosable() {
        return sentences.size() > 1 && !hasMarked();
    }

    /** The chosen words: those marked, else the ticked sentences as one piece, else none for the whole passage. */
    Quote chosen(CommentForm form) {
        if (!form.marked().exact().isBlank()) return form.marked();
        List<Integer> numbers = form.ticked().stream().map(Integer::valueOf).filter(n -> n < sentences.size())
                .sorted().toList();
        if (numbers.isEmpty() || numbers.size() == sentences.size()) return NOTHING;
        int first = numbers.get(0);
        int last = numbers.get(numbers.size() - 1);
        if (last - first >= numbers.size()) throw new Refused("quote", "hearing:sentences_apart");
        int from = sentences.get(first).place().from();
        int to = from + plain.substring(from, sentences.get(last).place().to()).stripTrailing().length();
        return Quote.at(plain, from, to);
    }
}
