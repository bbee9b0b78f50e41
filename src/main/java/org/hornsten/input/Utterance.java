package org.hornsten.input;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hornsten.text.Quote;

/** Words as somebody said them, in which parts are found again whatever the width of the space between their words. */
record Utterance(String words) {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    List<Quote.Place> places(String exact) {
        return found(exact).results().map(one -> new Quote.Place(one.start(), one.end())).toList();
    }

    int times(String exact) {
        return exact.isBlank() ? 0 : places(exact).size();
    }

    /** The first of them as they stand there; empty where nobody said them. */
    String asSaid(String exact) {
        return found(exact).results().findFirst().map(MatchResult::group).orElse("");
    }

    /** Blanked wherever they stand, to the same length. */
    String without(String exact) {
        return found(exact).replaceAll(one -> Contribution.BLANK.repeat(one.group().length()));
    }

    private Matcher found(String exact) {
        return SPACE.splitAsStream(exact.strip()).map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining(SPACE.pattern()), Pattern::compile))
                .matcher(words);
    }
}
