package org.hornsten.roll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.Seated;
import org.hornsten.World;
import org.hornsten.ledger.Entry;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Seat;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hornsten.Browser.api;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A list of members becomes seats, all of it or nothing, and each bad row is named with its field. */
@QuarkusTest
class ImportTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void a_list_in_any_usual_letters_and_separators_becomes_the_same_members() {
        for (Charset letters : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, WINDOWS)) for (String by :
                List.of(",", ";", "\t")) {
            Panel panel = panel(Panel.Kind.REFERENCE_GROUP, null);
            String list = String.join("\r\n", "Namn" + by + "Kommun" + by + "Språk", "Åsa Öberg" + by + "Närpes" + by
                    + "svenska", "Väinö Äijälä" + by + "Ähtäri" + by + "suomi", "");
            bring(panel, list.getBytes(letters), true).then().statusCode(200).body("accepted", is(2));
            assertEquals(0, seats(panel).size());
            bring(panel, list.getBytes(letters), false).then().statusCode(200).body("accepted", is(2));
            assertEquals(List.of("Åsa Öberg Närpes sv", "Väinö Äijälä Ähtäri fi"), World.act(() -> seats(panel).stream()
                    .map(seat -> seat.person.name + " " + seat.profile().municipality() + " " + seat.person.language)
                    .toList()), letters + by);
        }
    }

    @Test
    void a_file_whose_letters_cannot_be_told_is_refused_in_words() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP, null);
        bring(panel, "namn\nSjöberg\n".getBytes(Charset.forName("IBM850")), true).then().statusCode(422)
                .body("errors[0].field", is("file")).body("errors[0].message", containsString("UTF-8"));
        bring(panel, new byte[] {'P', 'K', 3, 4, 0}, true).then().statusCode(422).body("errors[0].field", is("file"));
        bring(panel, "namn\n".getBytes(StandardCharsets.UTF_8), true).then().statusCode(422);
        assertEquals(0, seats(panel).size());
    }

    @Test
    void each_bad_row_is_named_with_its_field_and_nothing_of_the_file_is_stored() {
        Panel panel = panel(Panel.Kind.CUSTOMER_PANEL, 20);
        String list = """
                namn;e-post;åldersgrupp;födelseår;språk;roll;från;till;erfarenheter;samtyckesdag
                Aino Lind;aino@example.org;65–74;;sv;ordinarie;;;;
                ;tom@example.org;65–74;;sv;;;;;
                Bo Berg;bo(at)example.org;65–74;;sv;;;;;
                Cia Carp;;pensionär;;sv;;;;;
                Dan Dahl;;;;sv;;;;;
                Eva Ek;;under 18 år;2015;sv;;;;;
                Fia Fors;;30-44;;klingon;;;;;
                Gun Grön;;30-44;;sv;kung;;;;
                Hans Hed;;30-44;;sv;;32.1.2027;;;
                Ida Is;;30-44;;sv;;;1.1.2020;;
                Jan Jord;;30-44;;sv;;;;minnessjukdom;
                Kaj Kvist;;30-44;;sv;;;;astrologi;1.11.2026
                Lo Lund;AINO@example.org;30-44;;sv;;;;;
                aino  lind;;65–74;;sv;;;;;
                """;
        Response dry = bring(panel, list.getBytes(StandardCharsets.UTF_8), true);
        dry.then().statusCode(200).body("accepted", is(1));
        List<Map<String, Object>> errors = dry.path("errors");
        assertEquals(List.of("3 name", "4 email", "5 ageGroup", "6 ageGroup", "7 birthYear", "8 language", "9 kind",
                "10 from", "11 to", "12 consentOn", "13 experience", "14 email", "15 name"), errors.stream()
                .map(one -> one.get("row") + " " + one.get("field")).toList());
        errors.forEach(one -> assertTrue(one.get("message").toString().length() > 10));
        bring(panel, list.getBytes(StandardCharsets.UTF_8), false).then().statusCode(422)
                .body("errors.field", hasItem("rows.4.email"));
        assertEquals(0, seats(panel).size());
        assertEquals(4, World.act(() -> Membership.count("project.id = ?1", panel.project.id)));
    }

    @Test
    void whoever_sits_already_is_named_by_row_and_whoever_takes_part_already_is_not_made_anew() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP, null);
        String list = "name,email\nAino Lind,aino@example.org\nBo Berg,\n";
        bring(panel, bytes(list), false).then().statusCode(200);
        bring(panel, bytes(list), true).then().statusCode(200).body("accepted", is(0))
                .body("errors.row", equalTo(List.of(2, 3)));
        long before = World.act(() -> Membership.count("project.id = ?1", panel.project.id));
        Panel other = World.act(() -> Seated.panel(Project.findById(panel.project.id),
                Panel.Kind.REFERENCE_GROUP, null));
        bring(other, bytes("name,email\nAino Lind,Aino@Example.org\n"), false).then().statusCode(200);
        assertEquals(before, World.act(() -> Membership.count("project.id = ?1", panel.project.id)));
        bring(other, bytes("name,email\nCia Carp,aino@example.org\n"), true).then()
                .body("errors[0].field", is("email"));
    }

    @Test
    void a_council_of_fourteen_and_fourteen_comes_from_one_file_in_any_order() {
        Panel council = panel(Panel.Kind.COUNCIL, null);
        String list = IntStream.rangeClosed(1, 14).mapToObj(i -> "Ersättare " + i + ";ersättare;Kommun " + i
                + "\r\nLedamot " + i + ";ordinarie;Kommun " + i).collect(Collectors.joining("\r\n",
                "namn;roll;utsedd av\r\n", "\r\nSvea Sekreterare;sekreterare;\r\n"));
        bring(council, bytes(list), false).then().statusCode(200).body("accepted", is(29));
        List<String> pairs = World.act(() -> seats(council).stream().filter(seat -> seat.is(Seat.Kind.DEPUTY))
                .map(seat -> seat.person.name + " " + seat.deputyOf.person.name).toList());
        assertEquals("Ersättare 1 Ledamot 1", pairs.get(0));
        assertEquals(14, pairs.size());
        bring(council, bytes("namn;roll;utsedd av\nNy Person;ordinarie;kommun 7\n"), true).then()
                .body("errors[0].field", is("nominatingBody"));
    }

    @Test
    void formulas_are_text_and_unknown_columns_are_told() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP, null);
        bring(panel, bytes("namn;utsedd av\n=1+1;@SUM(A1)\n+358;-2\n"), false).then().statusCode(200);
        assertEquals(List.of("=1+1 @SUM(A1)", "+358 -2"), World.act(() -> seats(panel).stream()
                .map(seat -> seat.person.name + " " + seat.nominatingBody).toList()));
        bring(panel, bytes("namn;diagnos\nAino;astma\n"), true).then().statusCode(200).body("accepted", is(0))
                .body("errors[0].row", is(1)).body("errors[0].field", is("diagnos"));
        bring(panel, bytes("nimike\nAino\n"), true).then().body("errors[0].row", is(1));
    }

    @Test
    void experience_comes_in_only_with_the_day_of_the_consent_and_ends_by_itself() {
        Panel pool = panel(Panel.Kind.EXPERT_POOL, null);
        bring(pool, bytes("namn;åldersgrupp;erfarenheter;samtyckesdag\nEva Ek;45–64;minnessjukdom, ensamhet;"
                + World.today() + "\n"), false).then().statusCode(200);
        List<Experience> kept = World.act(() -> Experience.everOf(seats(pool).get(0).person));
        assertEquals(4, kept.size());
        assertTrue(kept.stream().allMatch(one -> one.untilOn.equals(pool.toOn)));
    }

    @Test
    void ten_thousand_rows_take_seconds() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP, null);
        String list = IntStream.rangeClosed(1, 10_000).mapToObj(i -> "Person " + i + ";p" + i + "@example.org;Kommun "
                + i % 14 + ";sv;65–74")
                .collect(Collectors.joining("\n", "namn;e-post;kommun;språk;åldersgrupp\n", "\n"));
        Instant begun = Instant.now();
        bring(panel, bytes(list), true).then().statusCode(200).body("accepted", is(10_000));
        Duration dry = Duration.between(begun, Instant.now());
        bring(panel, bytes(list), false).then().statusCode(200).body("accepted", is(10_000));
        Duration both = Duration.between(begun, Instant.now());
        assertTrue(both.toSeconds() < 60, "dry " + dry + ", both " + both);
        assertEquals(10_000, World.act(() -> Seat.count("panel.id = ?1", panel.id)));
        assertEquals(1, World.act(() -> Entry.count("verb = 'imported' and aboutId = ?1", panel.publicId)));
        Browser lena = Browser.as(World.lena());
        assertTrue(lena.get(panel.path()).is(200).document().select("tbody tr").size() <= 200);
    }

    @Test
    void of_two_who_bring_the_same_list_at_once_one_seats_it() throws Exception {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP, null);
        byte[] list = bytes("namn\n" + IntStream.range(0, 50).mapToObj(i -> "Person " + i)
                .collect(Collectors.joining("\n")));
        List<Integer> answers = atOnce(4, () -> bring(panel, list, false).statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(3, answers.stream().filter(status -> status == 422).count(), answers.toString());
        assertEquals(50, seats(panel).size());
    }

    @Test
    void of_many_who_add_the_last_member_at_once_one_does() throws Exception {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP, 20);
        bring(panel, bytes("namn\n" + IntStream.range(0, 19).mapToObj(i -> "Person " + i)
                .collect(Collectors.joining("\n"))), false).then().statusCode(200);
        List<Integer> answers = atOnce(6, () -> api(World.lena()).body(Map.of("person", Map.of("name", "Den tjugonde",
                "language", "sv"))).post("/api/v1" + panel.path() + "/members").statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 422).count(), answers.toString());
        assertEquals(20, seats(panel).size());
    }

    private static List<Integer> atOnce(int many, Callable<Integer> act) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(many);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(Collections.nCopies(many, act)))
                answers.add(answer.get());
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private static Panel panel(Panel.Kind kind, Integer size) {
        Project project = World.project();
        return World.act(() -> {
            Panel panel = Seated.panel(Project.findById(project.id), kind, size);
            panel.project.path();
            return panel;
        });
    }

    private static List<Seat> seats(Panel panel) {
        return World.act(() -> Seat.of(Panel.<Panel>findById(panel.id)));
    }

    private static Response bring(Panel panel, byte[] file, boolean dry) {
        return api(World.lena()).contentType("text/csv").body(file)
                .post("/api/v1" + panel.path() + "/members/import" + (dry ? "?dryRun=true" : ""));
    }

    private static byte[] bytes(String list) {
        return list.getBytes(StandardCharsets.UTF_8);
    }
}
