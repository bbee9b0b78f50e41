package org.hornsten.hearing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Somebody who has everything but the key of the pool, knows in which order people came, and guesses who said what: the
 * n-th person by one clue said the n-th answer by another. The binary log tells which people are in which batch, so the
 * guesses are made batch by batch, and chance is one right guess in each.
 */
record Attack(List<Person> people, List<Answer> answers) {
    private static final double SIGMAS = 2;

    /** @param number who it is; known only to the test, and to the attacker by the order of coming */
    record Person(int number, int batch, Map<String, String> clues) {}

    /** @param number who said it, which the attacker does not know */
    record Answer(int number, int batch, Map<String, String> clues) {}

    /**
     * How well a pair of clues did.
     *
     * @param hits people found
     * @param rank how far the order of the ones is that of the others, in standard deviations of what chance gives
     */
    record Score(int hits, int batches, double rank) {
        boolean beatsChance() {
            return hits > batches + SIGMAS * Math.sqrt(batches) || Math.abs(rank) > SIGMAS;
        }
    }

    /** @param pairs a clue about people and one about answers, with a tilde between */
    Map<String, Score> scores(Collection<String> pairs) {
        Map<String, Score> scores = new LinkedHashMap<>();
        pairs.forEach(pair -> scores.put(pair, score(pair.split(" ~ ")[0], pair.split(" ~ ")[1])));
        return scores;
    }

    private Score score(String who, String what) {
        int[] hits = {0};
        double[] sums = {0, 0};
        Map<Integer, List<Person>> batches = people.stream().collect(Collectors.groupingBy(Person::batch));
        batches.forEach((batch, members) -> {
            List<Person> asked = sorted(members, person -> person.clues().get(who));
            List<Answer> said = sorted(answers.stream().filter(answer -> answer.batch() == batch).toList(),
                    answer -> answer.clues().get(what));
            Map<Integer, Integer> places = new HashMap<>();
            for (int i = 0; i < said.size(); i++) places.put(said.get(i).number(), i);
            double middle = (asked.size() - 1) / 2.0;
            for (int i = 0; i < asked.size(); i++) {
                int place = places.get(asked.get(i).number());
                if (place == i) hits[0]++;
                sums[0] += (i - middle) * (place - middle);
            }
            double n = asked.size();
            sums[1] += (n - 1) * Math.pow(n * (n + 1) / 12, 2);
        });
        return new Score(hits[0], batches.size(), sums[0] / Math.sqrt(sums[1]));
    }

    /** By the clue, numbers as numbers; what it does not tell apart stands in a random order. */
    private static <T> List<T> sorted(List<T> all, Function<T, String> clue) {
        List<T> sorted = new ArrayList<>(all);
        Collections.shuffle(sorted);
        sorted.sort(Comparator.comparing(one -> clue.apply(one).matches("\\d{1,18}")
                ? "%020d".formatted(Long.parseLong(clue.apply(one))) : clue.apply(one)));
        return sorted;
    }
}
