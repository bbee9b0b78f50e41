package org.hornsten;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Passes;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Gate;
import org.hornsten.input.Saying;
import org.hornsten.kit.Secrets;
import org.hornsten.numbers.Attacker;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.rating.Rating;
import org.hornsten.text.Quote;
import org.junit.jupiter.api.Test;

import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whoever opens every door of the house day after day, as lead, as member and as anybody, and keeps every number,
 * learns of no group under K: no number moves for fewer people than that, and what is left hidden cannot be solved.
 */
@QuarkusTest
class EveryNumberTest {
    private static final int K = SmallNumbers.K;
    private static final List<String> BREAKDOWNS = List.of("channel", "kind", "language", "stage", "authorKind");

    private static final String HOW = "(Hur|På vilket språk|Vilket slags)";
    /** Numbers that may tell of each single answer: to whom and where, and why. */
    private static final Map<String, String> LIVE = Map.of(
            "lead (/|/drafts/\\{draft}/closing|/contributions/\\{id}\\S*|/projects/\\{project}/input\\S*) .*",
            "the work list: each text is on it, one by one",
            "lead /api/v1/projects/\\{project}/contributions .*", "the same for programs",
            "lead \\S*/coverage \\.contributions\\.(total|by(Channel|Kind|Language|Stage).*)",
            "staff count what is on their list, by how it came, but not by who spoke",
            "lead /projects/\\{project}(/coverage)? (span.number #|dd\\S* # gånger|(«|h3. )" + HOW + ".*)",
            "the same on pages",
            "(lead|member) /drafts/\\{draft}(/versions/\\{number})? a. Alla kommentarer till versionen: #",
            "the length of a list, for those who may open it",
            "(lead|member) /drafts/\\{draft}/versions/\\{number}/comments .*", "that list",
            "\\S+ \\S+ (\\.viewpoints\\..*|(span.number|dd\\S*) # av #)",
            "matters and what staff did with them, not people");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Passes passes;

    /** What happens between two days. */
    private enum Happens { SPEAK, RATE, THINK_AGAIN, DECIDE, WITHDRAW, ERASE, CLOSE }

    private record Step(Happens what, int times) {}

    private static final List<Step> LIFE = List.of(new Step(Happens.RATE, 3), new Step(Happens.SPEAK, 4),
            new Step(Happens.SPEAK, 4), new Step(Happens.RATE, 4), new Step(Happens.DECIDE, 3),
            new Step(Happens.RATE, 4), new Step(Happens.SPEAK, 4), new Step(Happens.WITHDRAW, 1),
            new Step(Happens.SPEAK, 9), new Step(Happens.RATE, 6), new Step(Happens.THINK_AGAIN, 1),
            new Step(Happens.ERASE, 1), new Step(Happens.RATE, 1), new Step(Happens.CLOSE, 1));

    @Test
    void no_number_anywhere_moves_for_fewer_than_k_people() {
        Watch watch = new Watch(0, ".*").live();
        assertTrue(watch.notes.doors().size() > 60, "all doors that can be opened: " + watch.notes.doors().size());
        assertEquals("", String.join("\n", watch.leaks));
        assertTrue(watch.shown("contributions") && watch.shown("items[].distribution[]"), "there were numbers to read");
        assertEquals(watch.rated, watch.told("lead", "/api/v1/drafts/{draft}/ratings").at("/items/0/n").asInt(),
                "and at the end all ratings are in them");
    }

    @Test
    void what_is_shown_on_many_days_cannot_be_solved_for_a_small_group() {
        Watch watch = new Watch(0, ".*/(coverage|ratings)").live();
        assertEquals(Optional.empty(), watch.solved());
    }

    @Test
    void a_k_that_is_one_too_low_is_noticed() {
        Watch watch = new Watch(K - 1, ".*/(coverage|ratings)").live();
        assertTrue(watch.leaks.stream().anyMatch(leak -> leak.contains(".contributions.")), watch.leaks::toString);
        assertTrue(watch.leaks.stream().anyMatch(leak -> leak.contains("distribution")), watch.leaks::toString);
    }

    @Test
    void counts_that_pass_no_gate_are_noticed_and_solved() {
        Watch watch = new Watch(1, ".*/(coverage|ratings)").live();
        assertTrue(watch.leaks.stream().anyMatch(leak -> leak.contains(".contributions.")), watch.leaks::toString);
        assertTrue(watch.leaks.stream().anyMatch(leak -> leak.contains("distribution")), watch.leaks::toString);
        assertTrue(watch.solved().isPresent(), "a small group can be solved for");
    }

    /** The life of one project and all that is read of it. */
    private final class Watch {
        private final Example example = Example.made();
        private final Draft draft = example.draft();
        private final Random dice = new Random(3);
        private final List<byte[]> raters = new ArrayList<>();
        private final List<String> leaks = new ArrayList<>();
        private final List<JsonNode> lead = new ArrayList<>();
        private final List<JsonNode> anybody = new ArrayList<>();
        private final int flaw;
        private final Notebook notes;
        private Person siv;
        private int rated;

        /** @param flaw numbers are let out whenever so many are new, beside the gate; 0 for no flaw */
        Watch(int flaw, String doors) {
            this.flaw = flaw;
            notes = new Notebook(example, door -> door.matches(doors));
            act(() -> Project.<Project>findById(example.project().id).open = true);
        }

        Watch live() {
            notes.read();
            for (Step step : LIFE) {
                int heardBefore = out();
                Set<Long> ratedBefore = in();
                switch (step.what()) {
                    case SPEAK -> speak(step.times());
                    case RATE -> rate(step.times());
                    case THINK_AGAIN -> think();
                    case DECIDE -> decide(step.times());
                    case WITHDRAW -> act(() -> newest().withdraw(World.today()));
                    case ERASE -> api(siv).delete("/api/v1/me").then().statusCode(204);
                    case CLOSE -> api(lena()).body(Map.of("overrideReason", "Provet är slut.")).post("/api/v1"
                            + draft.path() + "/closing").then().statusCode(200);
                }
                if (flaw > 0) plant();
                notes.read();
                Set<Long> ratedNow = in();
                ratedNow.removeAll(ratedBefore);
                look(step, step.what() == Happens.SPEAK ? out() - heardBefore : ratedNow.size());
                lead.add(told("lead", "/api/v1/projects/{project}/coverage"));
                anybody.add(told("anybody", "/api/v1/projects/{project}/coverage"));
            }
            return this;
        }

        private void look(Step step, int fresh) {
            for (String place : notes.changed()) {
                boolean said = step.what() == Happens.SPEAK || step.what() == Happens.RATE;
                // that somebody rated at all is no secret
                boolean first = step.what() == Happens.RATE && rated == step.times();
                if (first || LIVE.keySet().stream().anyMatch(place::matches) || !said && !aboutAnswers(place)) continue;
                if (fresh < K) leaks.add(step.what() + " of " + fresh + " moves " + notes.difference(place));
            }
        }

        /** Those who spoke and are in the numbers, as the gate noted it. */
        private int out() {
            return act(() -> ((Number) Rating.getEntityManager().createNativeQuery("""
                    select coalesce(max(cast(json_value(stride, '$.total') as unsigned)), 0) from released
                    where kind = 'heard' and about_id = ?1""", Long.class)
                    .setParameter(1, example.project().id).getSingleResult()).intValue());
        }

        /** The ratings that are in the numbers. */
        private Set<Long> in() {
            return act(() -> Rating.<Rating>list("version.draft.id = ?1 and shown = true", draft.id)).stream()
                    .map(rating -> rating.id).collect(Collectors.toSet());
        }

        /** Where numbers of what was said and rated stand; on other places staff see what they did themselves. */
        private boolean aboutAnswers(String place) {
            return place.contains(".contributions.") || place.contains("ratings .")
                    || place.matches(".*(«|h3. )(" + HOW + "|Vem|Betyg).*");
        }

        /** Whether anything of that name was shown. */
        boolean shown(String name) {
            return notes.days.stream().flatMap(day -> day.keySet().stream()).anyMatch(place -> place.contains(name));
        }

        JsonNode told(String who, String door) {
            return notes.told.get(who + " " + door);
        }

        /** What the pencil finds, over all days and whoever reads. */
        Optional<String> solved() {
            List<Optional<String>> found = new ArrayList<>();
            found.add(Attacker.follows(Attacker.news(days(lead, "byAuthorKind")), K));
            for (String breakdown : BREAKDOWNS) found.add(Attacker.follows(released(breakdown), K));
            for (JsonNode day : anybody) found.add(Attacker.reads(Attacker.read(map(day.get("dispositions")),
                    plain(day.at("/viewpoints/decided"))), K));
            return found.stream().flatMap(Optional::stream).findFirst();
        }

        private List<Figures> days(List<JsonNode> read, String breakdown) {
            return read.stream().map(day -> day.get("contributions"))
                    .map(said -> Attacker.read(map(said.get(breakdown)), plain(said.get("total")))).toList();
        }

        /** What was let out for everybody before it was rounded: whoever reads it rounded knows less. */
        private List<Figures> released(String breakdown) {
            List<?> strides = act(() -> Rating.getEntityManager().createNativeQuery("""
                    select stride from released where kind = 'heard' and about_id = ?1 order by number""", String.class)
                    .setParameter(1, example.project().id).getResultList());
            Map<String, Object> hidden = new TreeMap<>();
            strides.forEach(text -> tree((String) text).at("/counts/" + breakdown).fieldNames()
                    .forEachRemaining(column -> hidden.put(column, "hidden")));
            List<Figures> days = new ArrayList<>();
            for (Object text : strides) {
                JsonNode stride = tree((String) text);
                Map<String, Object> shown = new TreeMap<>(hidden);
                stride.at("/shown/" + breakdown).fields().forEachRemaining(column -> {
                    if (column.getValue().asInt() > 0) shown.put(column.getKey(), column.getValue().asInt());
                });
                days.add(Attacker.read(shown, stride.get("total").asInt()));
            }
            return days;
        }

        private void speak(int people) {
            for (int i = 0; i < people; i++) act(() -> {
                Draft loaded = World.again(draft);
                PersonKind kind = PersonKind.values()[Math.min(dice.nextInt(4), dice.nextInt(4))];
                Channel channel = dice.nextInt(3) == 0 ? Channel.PHONE : Channel.LETTER;
                new Remark(1, "sv", "", "", new Quote("", "", ""), Saying.Kind.values()[dice.nextInt(2)],
                        "En röst till.", channel, Anonymity.ANONYMOUS, World.today()).by(loaded,
                        new Remark.Speaker(Optional.empty(), kind, "", 0, Optional.of(lena())), mark());
                Gate.heard(Project.findById(loaded.project.id));
                return kind;
            });
        }

        private void rate(int people) {
            for (int i = 0; i < people; i++) {
                if (siv == null) siv = sivRates();
                else {
                    raters.add(mark());
                    rated(raters.get(raters.size() - 1));
                }
            }
            rated += people;
        }

        private void rated(byte[] rater) {
            act(() -> Rating.given(Version.of(World.again(draft), 1).orElseThrow(), rater,
                    Map.of("clear", 1 + dice.nextInt(5)), Channel.WORKSHOP, PersonKind.CUSTOMER));
        }

        /** One person comes by herself, so that she can leave. */
        private Person sivRates() {
            Person came = act(() -> {
                Person person = Person.withoutAccount("Siv", null, PersonKind.CUSTOMER, "sv", null);
                Membership.of(Project.findById(example.project().id), person, Membership.Role.PARTICIPANT, person.kind);
                return person;
            });
            api(came).header("Idempotency-Key", UUID.randomUUID().toString()).body(Map.of("version", 1, "scores",
                    Map.of("clear", 2))).post("/api/v1" + draft.path() + "/ratings").then().statusCode(201);
            return came;
        }

        private RequestSpecification api(Person person) {
            return person.userName != null ? Browser.api(person) : RestAssured.given().contentType("application/json")
                    .header("Authorization", "Bearer " + passes.issue(person, Duration.ofHours(1)).token());
        }

        private void think() {
            rated(raters.get(0));
        }

        private void decide(int answers) {
            for (int i = 0; i < answers; i++) {
                Contribution open = act(() -> Contribution.<Contribution>find("""
                        select c from Contribution c join c.viewpoints v
                        where c.project = ?1 and v.decided = false order by c.id""", example.project()).firstResult());
                World.decided(open, i == 0 ? Disposition.ADOPTED : Disposition.OUT_OF_SCOPE);
            }
        }

        private Contribution newest() {
            return Contribution.<Contribution>find("project = ?1 order by id desc", example.project()).firstResult();
        }

        /** A stride the gate would not make. */
        private void plant() {
            Map<String, Map<String, Long>> heardBy = new TreeMap<>();
            for (String column : List.of("channel", "kind", "language", "stage", "author_kind"))
                heardBy.put(column.equals("author_kind") ? "authorKind" : column, counts("select lower(" + column
                        + "), count(*) from contribution where project_id = " + example.project().id + " group by 1"));
            plant("heard", example.project().id, "", heardBy);
            Long version = act(() -> Version.of(World.again(draft), 1).orElseThrow().id);
            plant("rating", version, "clear", Map.of("", counts(
                    "select score, count(*) from rating where version_id = " + version + " group by score")));
        }

        private Map<String, Long> counts(String question) {
            Map<String, Long> counts = new TreeMap<>();
            act(() -> Rating.getEntityManager().createNativeQuery(question, Object[].class).getResultList())
                    .forEach(row -> counts.put("" + ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue()));
            return counts;
        }

        private void plant(String kind, Long about, String part, Map<String, Map<String, Long>> counts) {
            long total = counts.values().iterator().next().values().stream().mapToLong(n -> n).sum();
            String where = " where kind = '" + kind + "' and about_id = " + about + " and part = '" + part + "'";
            act(() -> {
                var db = Rating.getEntityManager();
                Object[] last = (Object[]) db.createNativeQuery("select coalesce(max(number), -1), coalesce(max("
                        + "cast(json_value(stride, '$.total') as unsigned)), 0) from released" + where,
                        Object[].class).getSingleResult();
                if (total - ((Number) last[1]).longValue() < flaw) return 0;
                db.createNativeQuery("update released set latest = false" + where).executeUpdate();
                return db.createNativeQuery("insert into released values (?1, ?2, ?3, ?4, true, ?5)")
                        .setParameter(1, kind).setParameter(2, about).setParameter(3, part)
                        .setParameter(4, ((Number) last[0]).intValue() + 1)
                        .setParameter(5, JSON.valueToTree(Map.of("total", total, "counts", counts, "shown", counts))
                                .toString()).executeUpdate();
            });
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] mark() {
        return Secrets.fingerprint("r" + UUID.randomUUID());
    }

    private static Map<String, Object> map(JsonNode breakdown) {
        Map<String, Object> read = new TreeMap<>();
        breakdown.fields().forEachRemaining(column -> read.put(column.getKey(), plain(column.getValue())));
        return read;
    }

    private static Object plain(JsonNode figure) {
        return figure.isNumber() ? figure.asInt() : "suppressed";
    }
}
