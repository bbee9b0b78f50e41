package org.hornsten.input;

import java.util.List;
import java.util.stream.IntStream;
import org.hornsten.input.Contribution.Cut;
import org.hornsten.kit.Refused;
import org.hornsten.text.Quote;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Words to be marked: typed, pasted or selected ones, or ticked sentences.
 *
 * @param sentence numbers of ticked sentences, from 0
 * @param how      {@code each} makes one viewpoint of each ticked sentence, all else one of them together
 */
public record ViewpointForm(@RestForm String exact, @RestForm List<String> sentence, @RestForm String how,
                            @RestForm String topic, @RestForm String viewpoint) {

    List<Cut> cuts(Contribution said, List<Quote.Place> sentences) {
        if (exact != null && !exact.isBlank()) return List.of(new Cut(exact, topic));
        List<Quote.Place> ticked = ticked(sentences);
        if (ticked.isEmpty()) throw new Refused("exact", "input:viewpoints_missing");
        if ("each".equals(how)) return ticked.stream().map(place -> new Cut(place.of(said.words), topic)).toList();
        return List.of(new Cut(together(ticked).of(said.words), topic));
    }

    private List<Quote.Place> ticked(List<Quote.Place> sentences) {
        List<String> numbers = sentence == null ? List.of() : sentence;
        return IntStream.range(0, sentences.size()).filter(i -> numbers.contains("" + i)).mapToObj(sentences::get)
                .toList();
    }

    private static Quote.Place together(List<Quote.Place> ticked) {
        for (int i = 1; i < ticked.size(); i++)
            if (ticked.get(i - 1).to() != ticked.get(i).from()) throw new Refused("sentence", "input:sentences_apart");
        return new Quote.Place(ticked.get(0).from(), ticked.get(ticked.size() - 1).to());
    }
}
