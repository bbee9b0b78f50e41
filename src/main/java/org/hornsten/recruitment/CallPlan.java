package org.hornsten.recruitment;

import java.time.Instant;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Reach;
import org.hornsten.kit.Refused;

/**
 * What a call says.
 *
 * @param rhythm how often and how long one meets
 * @param oldest null where there is no upper end
 * @param source the public draw whose numbers are the seed, empty for a seed the house promises
 */
public record CallPlan(Multilingual words, Multilingual rhythm, Multilingual fee, Instant opensAt, Instant closesAt,
        int youngest,
                Integer oldest, int places, int reserves, OpenCall.Method method, boolean asksAreas, boolean asksWhy,
                Multilingual source, int keepDays) {
    private static final int LONGEST = 4000;
    private static final int LONGEST_LINE = 300;
    private static final int OLDEST = 120;
    private static final int MOST = 500;
    private static final int LONGEST_KEPT = 365;

    public CallPlan {
        if (rhythm == null) rhythm = Multilingual.none();
        if (fee == null) fee = Multilingual.none();
        if (source == null) source = Multilingual.none();
    }

    void check(Instant now) {
        if (words == null || words.isEmpty()) throw new Refused("words", "recruitment:words_missing");
        text("words", words, LONGEST);
        text("rhythm", rhythm, LONGEST_LINE);
        text("fee", fee, LONGEST_LINE);
        text("source", source, LONGEST_LINE);
        if (opensAt == null) throw new Refused("opensAt", "recruitment:opens_missing");
        if (closesAt == null) throw new Refused("closesAt", "recruitment:closes_missing");
        Reach.check("opensAt", opensAt);
        Reach.check("closesAt", closesAt);
        if (!closesAt.isAfter(opensAt) || !closesAt.isAfter(now))
            throw new Refused("closesAt", "recruitment:closes_before_it_opens");
        number("youngest", youngest, 1, OLDEST);
        if (oldest != null) number("oldest", oldest, youngest, OLDEST);
        if (method == null) throw new Refused("method", "recruitment:method_missing");
        number("places", places, 1, MOST);
        number("reserves", reserves, 0, MOST);
        number("keepDays", keepDays, 1, LONGEST_KEPT);
    }

    private static void text(String field, Multilingual text, int most) {
        if (!text.spoken()) throw new Refused(field, "recruitment:language_unknown");
        if (text.longest() > most) throw new Refused(field, "web:too_long", most);
    }

    private static void number(String field, int number, int least, int most) {
        if (number < least || number > most) throw new Refused(field, "recruitment:number_wrong", least, most);
    }
}
