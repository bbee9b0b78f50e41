package org.hornsten.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Decision;
import org.hornsten.diff.Change;
import org.hornsten.diff.WordDiff;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Beginning;

/**
 * The changes of a working copy in one language, the one being explained, and the decisions it may serve. Five
 * statements, whatever the amount of input.
 *
 * @param now  the change whose form is open; empty when all are explained and none was asked for
 * @param left how many nobody has explained, in all languages
 */
public record ChangeDesk(Draft draft, String language, List<String> languages, List<Row> rows, Optional<Row> now,
                         List<Offer> offers, String find, int hidden, long left) {
    /** As many as one can look over; the rest is found by searching. */
    private static final int MOST = 12;

    /** @param because what is said about it so far; @param inherited whether the main text says it */
    public record Row(Change change, Because because, boolean inherited, List<WordDiff.Piece> diff, List<Told> told) {

        public String key() {
            return change.key();
        }

        /** Whether each of its new words has a reason. */
        public boolean explained() {
            return because.explains(change);
        }

        /** Whether only some of them have. */
        public boolean partly() {
            return because.given() && !explained();
        }

        /** For the address within the page; the key's own colons would have to be escaped in selectors. */
        public String anchor() {
            return "change-" + change.key().replace(':', '-');
        }

        /** The first words, to tell it from others. */
        public String beginning() {
            return Beginning.of(change.after().isEmpty() ? change.before() : change.after());
        }

        /** Whether the words stay and only the place, level or form is another. */
        public boolean wordsStay() {
            return change.before().equals(change.after());
        }

        /** The reasons given for some words only. */
        public List<Told> parts() {
            return told.stream().filter(one -> !one.part().isEmpty()).toList();
        }

        /** The stretches of new words, which may be explained one by one. */
        public List<Run> runs() {
            List<Run> runs = new ArrayList<>();
            int at = 0;
            for (WordDiff.Piece piece : diff) {
                if (piece.op() == WordDiff.Op.ADDED && !piece.text().isBlank())
                    runs.add(new Run(at, at + piece.text().length(), piece.text().strip()));
                if (piece.op() != WordDiff.Op.REMOVED) at += piece.text().length();
            }
            return runs;
        }
    }

    /** New words from one char of the text after to another. */
    public record Run(int from, int to, String words) {
        public String value() {
            return from + "-" + to;
        }
    }

    /** A reason given: for the whole, or for some words of it. */
    public record Told(String words, String part, Because.Reason reason, List<Decision> decisions) {}

    /** A decision the change may serve; {@code near} when somebody said it about this very place. */
    public record Offer(Decision decision, List<String> said, boolean near, boolean ticked) {}

    static ChangeDesk of(Draft draft, String language, String wanted, String find) {
        Explanations explanations = Explanations.of(draft);
        Map<Decision, List<Answered>> decisions = decisions(draft);
        Map<String, Decision> byId = new HashMap<>();
        decisions.keySet().forEach(decision -> byId.put(decision.publicId, decision));
        List<Row> rows = explanations.changes(language).stream()
                .map(change -> row(explanations, language, change, byId)).toList();
        Optional<Row> now = rows.stream().filter(row -> row.key().equals(wanted)).findFirst()
                .or(() -> rows.stream().filter(row -> !row.explained()).findFirst());
        List<Offer> offers = now.map(row -> offers(row, decisions, find)).orElse(List.of());
        List<Offer> shown = IntStream.range(0, offers.size())
                .filter(i -> i < MOST || offers.get(i).near() || offers.get(i).ticked()).mapToObj(offers::get).toList();
        return new ChangeDesk(draft, language, explanations.languages(), rows, now, shown, find,
                offers.size() - shown.size(), explanations.languages().stream()
                .mapToLong(each -> explanations.unexplained(each).size()).sum());
    }

    public boolean main() {
        return language.equals(draft.language);
    }

    /** How many of this language nobody has explained. */
    public long unexplained() {
        return rows.stream().filter(row -> !row.explained()).count();
    }

    /** Unexplained ones first, each kind in reading order. */
    public List<Row> ordered() {
        return rows.stream().sorted(Comparator.comparing(row -> row.explained())).toList();
    }

    public boolean isNow(Row row) {
        return now.filter(row::equals).isPresent();
    }

    public String path() {
        return draft.path() + "/working-copy/changes";
    }

    public List<Because.OwnReason> ownReasons() {
        return List.of(Because.OwnReason.values());
    }

    /** The form begins with the reason of the whole, but not with one that comes from the main text. */
    public Because.Reason whole() {
        return now.filter(row -> !row.inherited()).map(row -> row.because().whole()).orElse(Because.NOTHING.whole());
    }

    /** Name of the own reason given, or empty. */
    public String own() {
        return whole().own() == null ? "" : whole().own().name();
    }

    public String ownText(String language) {
        return whole().text().exactly(language).orElse("");
    }

    private static Row row(Explanations explanations, String language, Change change, Map<String, Decision> byId) {
        Because because = explanations.of(language, change);
        List<Told> told = new ArrayList<>();
        if (because.whole().given()) told.add(told("", "", because.whole(), byId));
        because.parts().forEach(part -> told.add(told(change.after().substring(part.from(), part.to()).strip(),
                part.from() + "-" + part.to(), part.reason(), byId)));
        return new Row(change, because, explanations.inherits(language, change),
                WordDiff.between(change.before(), change.after()), told);
    }

    private static Told told(String words, String part, Because.Reason reason, Map<String, Decision> byId) {
        return new Told(words, part, reason,
                reason.decisions().stream().map(byId::get).filter(d -> d != null).toList());
    }

    private static Map<Decision, List<Answered>> decisions(Draft draft) {
        Map<Decision, List<Answered>> decisions = new LinkedHashMap<>();
        Answered.current(draft.project).forEach(answered ->
                decisions.computeIfAbsent(answered.decision, d -> new ArrayList<>()).add(answered));
        return decisions;
    }

    // What was said about this passage first, then about its section, then what promised a change; ticked ones always.
    private static List<Offer> offers(Row row, Map<Decision, List<Answered>> decisions, String find) {
        List<Offer> offers = new ArrayList<>();
        Map<Offer, Integer> rank = new HashMap<>();
        decisions.forEach((decision, answered) -> {
            int near = answered.stream().mapToInt(a -> distance(a.viewpoint.contribution, row.change())).min()
                    .orElse(2);
            boolean ticked = row.because().whole().decisions().contains(decision.publicId);
            Offer offer = new Offer(decision, answered.stream().map(a -> a.viewpoint.exact()).toList(), near < 2,
                    ticked);
            if (ticked || found(offer, find)) {
                offers.add(offer);
                rank.put(offer, near * 2 + (decision.disposition.promises() ? 0 : 1));
            }
        });
        offers.sort(Comparator.comparing((Offer offer) -> !offer.ticked()).thenComparing(rank::get)
                .thenComparing(Comparator.comparing((Offer offer) -> offer.decision().id).reversed()));
        return offers;
    }

    private static int distance(Contribution said, Change change) {
        if (!said.passage.isEmpty() && change.concerns(said.passage)) return 0;
        return !said.section.isEmpty() && said.section.equals(change.section()) ? 1 : 2;
    }

    private static boolean found(Offer offer, String find) {
        String sought = find.strip().toLowerCase(Locale.ROOT);
        return sought.isEmpty() || offer.decision().reason.texts().values().stream().anyMatch(text -> has(text, sought))
                || offer.said().stream().anyMatch(text -> has(text, sought));
    }

    private static boolean has(String text, String sought) {
        return text.toLowerCase(Locale.ROOT).contains(sought);
    }
}
