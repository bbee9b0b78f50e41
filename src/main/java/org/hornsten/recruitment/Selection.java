package org.hornsten.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.kit.Time;
import org.hornsten.lot.Fit;
import org.hornsten.lot.Fit.Candidate;
import org.hornsten.lot.Fit.Gap;
import org.hornsten.lot.Fit.Trait;
import org.hornsten.lot.Fit.Wish;
import org.hornsten.panel.Area;
import org.hornsten.panel.Dimension;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Profile;
import org.hornsten.panel.Seat;
import org.hornsten.panel.Target;

/**
 * Those who applied to a call, without names, beside those who sit in its panel, and what the panel still wishes for.
 */
public final class Selection {
    private final OpenCall call;
    private final List<Application> all;
    private final List<Candidate> sitting;
    private final Fit fit;

    private Selection(OpenCall call, List<Application> all, List<Candidate> sitting) {
        this.call = call;
        this.all = all;
        this.sitting = sitting;
        fit = new Fit(wishes(call.panel.target));
    }

    public static Selection of(OpenCall call) {
        return new Selection(call, Application.of(call), sitting(call.panel, Time.day(Time.now())));
    }

    private static List<Candidate> sitting(Panel panel, LocalDate today) {
        LocalDate day = panel.fromOn.isAfter(today) ? panel.fromOn : today;
        List<Seat> seats = Seat.sitting(panel, day).stream().filter(Seat::counted).toList();
        Map<Long, Set<Area>> areas = panel.target.of(Dimension.EXPERIENCE).isEmpty() ? Map.of()
                : Experience.of(panel.project, seats.stream().map(seat -> seat.person.id).toList(),
                        Experience.Purpose.COMPOSITION, today);
        return seats.stream().map(seat -> new Candidate(0, traits(new Profile.Known(seat.profile(),
                areas.getOrDefault(seat.person.id, Set.of()))))).toList();
    }

    private static List<Wish> wishes(Target target) {
        return Stream.of(Dimension.values()).flatMap(dimension -> target.of(dimension).entrySet().stream()
                .map(wish -> new Wish(trait(dimension, wish.getKey()), wish.getValue()))).toList();
    }

    private static Trait trait(Dimension dimension, String value) {
        return new Trait(dimension.name(), value.strip().toLowerCase(Locale.ROOT));
    }

    private static Set<Trait> traits(Profile.Known person) {
        return Stream.of(Dimension.values()).flatMap(dimension -> person.values(dimension).stream()
                .map(value -> trait(dimension, value))).collect(Collectors.toSet());
    }

    private static Candidate candidate(Application one) {
        return new Candidate(one.number, traits(one.known()));
    }

    private static List<Candidate> candidates(List<Application> some) {
        return some.stream().map(Selection::candidate).toList();
    }

    public List<Application> all() {
        return all;
    }

    List<Application> in(Application.State state) {
        return all.stream().filter(one -> one.state == state).toList();
    }

    public List<Application> marked(Application.Mark mark) {
        return all.stream().filter(one -> one.mark == mark).toList();
    }

    /** Those who would sit: chosen by staff, or asked since the call was decided; who has said yes sits already. */
    private List<Application> taken() {
        return call.decided() ? in(Application.State.ASKED) : marked(Application.Mark.CHOSEN);
    }

    private List<Application> free() {
        return call.decided() ? in(Application.State.RESERVE)
                : all.stream().filter(one -> one.mark != Application.Mark.CHOSEN).toList();
    }

    private List<Candidate> in() {
        List<Candidate> in = new ArrayList<>(sitting);
        in.addAll(candidates(taken()));
        return in;
    }

    /** In the order of the target. */
    public List<Gap> gaps() {
        return fit.gaps(in(), candidates(free()));
    }

    /** How many places are left to choose for. */
    int left() {
        return Math.max(0, call.places - taken().size());
    }

    /** Whom the rule would take for the places left, of those nobody has chosen or put aside as reserves. */
    public List<Application> suggested() {
        List<Application> unmarked = all.stream().filter(one -> one.mark == null).toList();
        return chosen(unmarked, fit.filled(in(), candidates(unmarked), left()));
    }

    /**
     * Whom a draw takes.
     *
     * @param ordered all who applied, in drawn order
     */
    List<Application> drawn(List<Application> ordered) {
        return chosen(ordered, fit.filled(sitting, candidates(ordered), call.places));
    }

    /** Who is asked when somebody is lost: of the reserves the one who fills the most of what is lacking. */
    List<Application> next() {
        List<Application> reserves = in(Application.State.RESERVE).stream()
                .sorted(Comparator.comparing(one -> one.place)).toList();
        return chosen(reserves, fit.filled(in(), candidates(reserves), 1));
    }

    private static List<Application> chosen(List<Application> among, List<Candidate> taken) {
        Set<Integer> numbers = new HashSet<>(taken.stream().map(Candidate::number).toList());
        return among.stream().filter(one -> numbers.contains(one.number)).toList();
    }

    /** Those with that trait, for whoever looks for somebody who fills a gap. */
    public List<Application> with(Dimension dimension, String value) {
        Trait wanted = trait(dimension, value);
        return all.stream().filter(one -> traits(one.known()).contains(wanted)).toList();
    }

    /** By number, how many of the lacking wishes each of them would fill. */
    public Map<Integer, Long> fills(List<Application> some) {
        Set<Trait> lacking = gaps().stream().filter(gap -> !gap.met()).map(Gap::trait).collect(Collectors.toSet());
        return some.stream().collect(Collectors.toMap(one -> one.number, one -> traits(one.known()).stream()
                .filter(lacking::contains).count()));
    }
}
