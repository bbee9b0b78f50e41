package org.hornsten.rating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hornsten.kit.Multilingual;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.rating.Ratings.Tally;

/** The means of the ratings, version under version for each criterion, drawn as bars of which 5 is the longest. */
public record RatingChart(List<Question> questions, int better, int worse, int compared, int first, int last, int k) {
    private static final int WIDTH = 300;
    private static final int HEADING = 30;
    private static final int BAR = 30;
    private static final int GAP = 14;
    private static final int BEST = 5;

    public record Question(String label, String language, int y, List<Bar> bars) {}

    /**
     * @param mean   with one decimal, empty when nobody rated, too few did, or only what most gave is told
     * @param most   what most gave where it is not counted out, else 0
     * @param length in units of the drawing
     * @param k      how many must have rated
     */
    public record Bar(int version, String mean, int most, Integer n, int k, int y, int length, boolean newest) {
        public boolean shown() {
            return !mean.isEmpty();
        }

        public boolean agreed() {
            return most > 0;
        }

        public int wordY() {
            return y + 16;
        }

        public int wordX() {
            return length + 54;
        }
    }

    /** Of what {@link Ratings#of} gives; criteria nobody has rated yet are left out. */
    public static RatingChart of(List<Tally> tallies, String language) {
        Map<String, List<Tally>> byCriterion = new LinkedHashMap<>();
        tallies.stream().filter(t -> t.suppressed() || t.n() > 0)
                .forEach(t -> byCriterion.computeIfAbsent(t.criterion(), key -> new ArrayList<>()).add(t));
        int last = tallies.stream().filter(t -> t.mean() != null).mapToInt(Tally::version).max().orElse(0);
        int first = tallies.stream().filter(t -> t.mean() != null).mapToInt(Tally::version).min().orElse(0);
        List<Question> questions = new ArrayList<>();
        int y = 0;
        for (List<Tally> rated : byCriterion.values()) {
            questions.add(question(rated, y, last, language));
            y += HEADING + BAR * rated.size() + GAP;
        }
        List<Double> steps = byCriterion.values().stream().map(rated -> step(rated, first, last))
                .filter(step -> !step.isNaN()).toList();
        return new RatingChart(questions, (int) steps.stream().filter(s -> s > 0).count(),
                (int) steps.stream().filter(s -> s < 0).count(), steps.size(), first, last,
                tallies.stream().mapToInt(Tally::k).max().orElse(SmallNumbers.K));
    }

    private static Question question(List<Tally> rated, int y, int last, String language) {
        Multilingual label = rated.get(rated.size() - 1).label();
        List<Bar> bars = new ArrayList<>();
        for (Tally tally : rated) bars.add(bar(tally, y + HEADING + BAR * bars.size(), last, language));
        return new Question(label.in(language), label.languageIn(language), y + 20, bars);
    }

    private static Bar bar(Tally tally, int y, int last, String language) {
        boolean shown = tally.mean() != null;
        // a suppressed mean must not be read off the drawing either
        int length = shown ? (int) Math.round(WIDTH * tally.mean() / BEST) : 0;
        String mean = shown ? String.format(Locale.forLanguageTag(language), "%.1f", tally.mean()) : "";
        return new Bar(tally.version(), mean, tally.most().orElse(0), tally.n(), tally.k(), y, length,
                tally.version() == last);
    }

    private static double step(List<Tally> rated, int first, int last) {
        return first == last ? Double.NaN : mean(rated, last) - mean(rated, first);
    }

    private static double mean(List<Tally> rated, int version) {
        return rated.stream().filter(t -> t.version() == version && t.mean() != null).mapToDouble(Tally::mean)
                .findFirst().orElse(Double.NaN);
    }

    /** Whether some of it is shown only when its round is over. */
    public boolean delicate() {
        return k >= SmallNumbers.DELICATE;
    }

    public boolean empty() {
        return questions.isEmpty();
    }

    public boolean comparable() {
        return compared > 0;
    }

    public int height() {
        return questions.stream().mapToInt(q -> HEADING + BAR * q.bars().size() + GAP).sum();
    }
}
