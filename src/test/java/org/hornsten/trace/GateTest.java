package org.hornsten.trace;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.input.Gate;
import org.hornsten.input.Saying;
import org.hornsten.kit.Secrets;
import org.hornsten.numbers.Attacker;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.project.Project;
import org.hornsten.rating.Rating;
import org.hornsten.text.Quote;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.World.act;
import static org.hornsten.World.aino;
import static org.hornsten.World.lena;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever reads every number of a project after every answer learns of no group under K. */
@QuarkusTest
class GateTest {
    private static final int K = SmallNumbers.K;
    private static final int PEOPLE = 36;
    private static final List<String> BREAKDOWNS = List.of("byChannel", "byKind", "byLanguage", "byStage",
            "byAuthorKind");

    @Test
    void who_reads_after_every_voice_learns_of_no_few_who_spoke() {
        Draft draft = World.openDraft();
        Random dice = new Random(7);
        List<Figures> lead = new ArrayList<>();
        List<Figures> live = new ArrayList<>();
        Map<String, Integer> spoke = new TreeMap<>();
        Arrays.stream(PersonKind.values()).forEach(kind -> spoke.put(kind.name(), 0));
        int total = 0;
        for (int i = 1; i <= PEOPLE; i++) {
            PersonKind kind = PersonKind.values()[Math.min(dice.nextInt(7), dice.nextInt(7))];
            speak(draft, kind, Channel.values()[1 + dice.nextInt(3)], i);
            spoke.merge(kind.name(), 1, Integer::sum);
            live.add(Attacker.read(spoke, i));
            JsonPath staff = coverage(draft, lena());
            assertEquals(i, staff.getInt("contributions.total"), "staff count the texts they must answer");
            lead.add(Attacker.read(staff.getMap("contributions.byAuthorKind"), i));
            total = member(coverage(draft, aino()), total);
        }
        assertTrue(total >= PEOPLE - K, "nearly all are in the numbers at last: " + total);
        List<Figures> told = Attacker.news(lead);
        assertTrue(told.size() > 1, "numbers were shown on several days");
        assertEquals(Optional.empty(), Attacker.follows(told, K), told::toString);
        assertTrue(Attacker.follows(Attacker.news(live), K).isPresent(), "live numbers would be seen through");
        pages(draft);
    }

    /** What a member reads now: small numbers nowhere, and the total grown by nobody or by K. */
    private static int member(JsonPath read, int before) {
        Figures breakdown = null;
        for (String by : BREAKDOWNS) {
            breakdown = Attacker.read(read.getMap("contributions." + by), read.get("contributions.total"));
            breakdown.breakdown().forEach((name, figure) -> figure.n().ifPresent(n ->
                    assertTrue(n >= 50 || n % 5 == 0 && n > 0, by + " " + name + " " + n)));
        }
        int total = breakdown.total().n().orElse(0);
        assertTrue(total == before || total - before >= K, before + " → " + total);
        return total;
    }

    private static void pages(Draft draft) {
        String project = act(() -> World.again(draft).project.path());
        for (Person reader : List.of(lena(), aino()))
            assertFalse(Browser.as(reader).get(project + "/coverage").is(200).document()
                    .select("figure.chart:contains(Vem som har sagt något) td.govuk-table__cell--numeric").eachText()
                    .stream().peek(n -> assertFalse(n.matches("[1-4]"), n)).toList().isEmpty(), "the chart is there");
    }

    @Test
    void who_reads_after_every_rating_learns_of_no_few_who_rated() {
        Draft draft = World.openDraft();
        Random dice = new Random(11);
        int[] before = new int[6];
        byte[][] raters = new byte[23][];
        for (int i = 0; i < raters.length; i++) {
            raters[i] = Secrets.fingerprint("r" + UUID.randomUUID());
            rate(draft, raters[i], 1 + dice.nextInt(5));
            before = checked(draft, before);
            // somebody thinks again: nobody may see it alone
            rate(draft, raters[dice.nextInt(i + 1)], 1 + dice.nextInt(5));
            before = checked(draft, before);
        }
        assertTrue(before[0] > raters.length - 2 * K, "most are in the numbers: " + before[0]);
        api(lena()).body(Map.of("overrideReason", "Slut.")).post("/api/v1" + draft.path() + "/closing").then()
                .statusCode(200);
        shownAnew = K;
        assertEquals(raters.length, checked(draft, before)[0], "at the end all are");
    }

    /** How many rated and what, now: as before, or K or more of them other than before. */
    private static int[] checked(Draft draft, int[] before) {
        JsonPath read = api(lena()).get("/api/v1" + draft.path() + "/ratings").jsonPath();
        if (read.getBoolean("items[0].suppressed")) return before;
        List<Integer> spread = read.getList("items[0].distribution");
        int[] now = IntStream.concat(IntStream.of(read.getInt("items[0].n")), spread.stream().mapToInt(n -> n)).toArray();
        if (!Arrays.equals(before, now)) assertTrue(now[0] >= K && shownAnew >= K, () -> "after " + shownAnew);
        if (!Arrays.equals(before, now)) shownAnew = 0;
        return now;
    }

    /** How many answers came since the shown numbers changed last. */
    private static int shownAnew;

    private static void rate(Draft draft, byte[] rater, int score) {
        shownAnew++;
        act(() -> Rating.given(Version.of(World.again(draft), 1).orElseThrow(), rater, Map.of("clear", score),
                Channel.WORKSHOP, PersonKind.CUSTOMER));
    }

    @Test
    void five_who_speak_through_the_door_are_counted_and_four_are_not() {
        Draft draft = World.openDraft();
        for (int i = 1; i <= K; i++) {
            api(pekka()).header("Idempotency-Key", UUID.randomUUID().toString()).body(Map.of("version", 1,
                    "language", "sv", "kind", "comment", "words", "Röst " + i)).post("/api/v1" + draft.path()
                    + "/contributions").then().statusCode(201);
            assertEquals(i == K, coverage(draft, aino()).get("contributions.total") instanceof Integer, "voice " + i);
        }
        assertEquals(K, coverage(draft, aino()).getInt("contributions.byChannel.web"));
    }

    private static void speak(Draft draft, PersonKind kind, Channel channel, int number) {
        act(() -> {
            Draft loaded = World.again(draft);
            new Remark(1, "sv", "", "", new Quote("", "", ""), Saying.Kind.COMMENT, "Röst " + number, channel, null,
                    World.today()).by(loaded, new Remark.Speaker(Optional.empty(), kind, "", 0,
                    Optional.of(lena())), Secrets.fingerprint("v" + UUID.randomUUID()));
            Gate.heard(Project.findById(loaded.project.id));
            return number;
        });
    }

    private static JsonPath coverage(Draft draft, Person reader) {
        return api(reader).get("/api/v1" + act(() -> World.again(draft).project.path()) + "/coverage").then()
                .statusCode(200).extract().jsonPath();
    }
}
