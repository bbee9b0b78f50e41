package org.hornsten.home;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.Browser;
import org.hornsten.Dump;
import org.hornsten.World;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Message;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Secrets;
import org.hornsten.link.PersonalLink;
import org.hornsten.privacy.Disclosure;
import org.hornsten.privacy.Journal;
import org.hornsten.privacy.Own;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.text.Quote;
import org.hornsten.trace.Coverage;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who has herself erased leaves no word and no name behind, and changes no count, no reason and no proof. */
@QuarkusTest
class ErasureTest {
    @Inject Leaving leaving;
    @Inject Restored restored;
    @Inject Journal journal;
    @Inject @All List<Own> rooms;

    /** Whoever adds a room that keeps something of people adds it here, and the bean that lets go of it. */
    @Test
    void every_room_that_keeps_something_of_people_is_asked_and_mail_goes_last() {
        List<String> asked = rooms.stream().map(room -> room.getClass().getPackageName()
                .substring("org.hornsten.".length())).toList();
        assertEquals(List.of("attendance", "blocking", "board", "decision", "fee", "input", "invitation", "link", "notice",
                "panel", "rating", "recruitment", "results"), asked.stream().sorted().toList());
        assertEquals("notice", asked.get(asked.size() - 1));
    }

    /** Eva, called and quoted by words that stand nowhere else. */
    private record Eva(Draft draft, Person person, Contribution said, List<String> marks, Decision quoting) {

        static Eva there() {
            String mark = "M" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
            Draft draft = World.openDraft();
            Person eva = World.act(() -> {
                Person person = Person.withoutAccount("Eva " + mark + "namn", "Lärkan " + mark + "alias",
                        PersonKind.CUSTOMER, "sv", mark + "@example.org");
                person.livesAt(mark + "gatan 4", "68600", mark + "stad");
                Project project = Project.findById(draft.project.id);
                Membership.of(project, person, Membership.Role.PARTICIPANT, person.kind);
                PersonalLink.forPerson(project, person, project.ref(), null, World.today());
                Disclosure.open(Person.findById(World.lena().id), person, project.ref(),
                        Disclosure.Purpose.INVITATION, Clock.systemUTC());
                return person;
            });
            Contribution said = said(draft, eva, "Min " + mark + "brevlåda är full av påminnelser. Ring hellre till "
                    + mark + "grannen nästa gång.");
            World.act(() -> {
                Contribution loaded = Contribution.findById(said.id);
                loaded.split(List.of(new Contribution.Cut(mark + "brevlåda är full av påminnelser", "post"),
                        new Contribution.Cut("Ring hellre till " + mark + "grannen", "telefon")));
                Message.written(loaded, false, "Jag heter " + mark + "meddelande.", World.today());
                Message.written(loaded, true, "Tack, vi ringer " + mark + "svar.", World.today());
                return loaded;
            });
            Contribution elsewhere = said(draft, eva, "Det här är en " + mark + "klagan.");
            World.act(() -> ((Contribution) Contribution.findById(elsewhere.id)).deflect(
                    Contribution.Deflection.COMPLAINT, "Skickat för " + mark + "anteckning", World.today()));
            Decision quoting = World.act(() -> answer(said, mark));
            World.publishNext(draft, quoting);
            return new Eva(draft, eva, said, List.of(mark), quoting);
        }

        private static Contribution said(Draft draft, Person eva, String words) {
            return World.act(() -> {
                Draft loaded = World.again(draft);
                Membership member = Membership.<Membership>find("person", eva).firstResult();
                return new Remark(1, "sv", "", loaded.version(1).orElseThrow().text("sv").orElseThrow().outline
                        .passages().get(1).id(), new Quote("", "", ""), Saying.Kind.COMMENT, words, Channel.WEB, null,
                        World.today()).by(loaded, new Remark.Speaker(Optional.of(eva), eva.kind,
                        Optional.ofNullable(eva.pseudonym).orElse(""), member.number, Optional.empty()),
                        Secrets.fingerprint(words + UUID.randomUUID()));
            });
        }

        /** Lena quotes Eva by name and by word. */
        private static Decision answer(Contribution said, String mark) {
            Contribution loaded = Contribution.findById(said.id);
            return Decision.made(loaded.project, World.lena(), List.copyOf(Viewpoint.of(loaded.project,
                    loaded.viewpoints.stream().map(v -> v.publicId).toList())), new Decision.Answer(
                    Disposition.ADOPTED, Multilingual.of("Vi lovar en dag.", "Lupaamme päivän.", ""), null, null),
                    World.today());
        }
    }

    @Test
    void no_word_and_no_name_stays_anywhere() {
        Eva eva = Eva.there();
        List<String> before = Dump.taken().places(eva.marks());
        for (String place : List.of("person.name", "person.pseudonym", "person.email", "person.street",
                "contribution.words", "contribution.author_name", "contribution.deflection_note", "message.words"))
            assertTrue(before.stream().anyMatch(found -> found.startsWith(place + ":")), place + " in " + before);

        erase(eva.person());

        assertEquals(List.of(), Dump.taken().places(eva.marks()));
    }

    @Test
    void counts_spans_answers_why_and_the_ledger_stay_as_they_were() {
        Eva eva = Eva.there();
        Dump before = Dump.taken();
        Coverage coverage = coverage(eva.draft());

        erase(eva.person());

        Dump after = Dump.taken();
        assertEquals(coverage, coverage(eva.draft()));
        for (String table : List.of("version", "version_text", "draft_change", "change_link", "decision",
                "decision_viewpoint", "viewpoint", "rating", "membership"))
            assertEquals(before.rows(table), after.rows(table), table);
        assertEquals(before.rows("ledger_entry"),
                after.rows("ledger_entry").subList(0, before.rows("ledger_entry").size()));
        before.tables().forEach((table, rows) -> assertTrue(after.rows(table).size() >= rows.size(), table));
        assertEquals(lengths(before), lengths(after));
    }

    /** Who holds the dump and guesses the very words must not learn that they were said. */
    @Test
    void a_right_guess_is_not_confirmed_by_any_mark() {
        Eva eva = Eva.there();
        Contribution kept = World.act(() -> Contribution.<Contribution>findById(eva.said().id));
        List<String> guesses = Stream.concat(Stream.of(kept.words), World.act(() -> Viewpoint.<Viewpoint>list(
                "contribution.id = ?1", kept.id).stream().map(Viewpoint::exact).toList()).stream()).toList();
        assertTrue(confirmed(Dump.taken(), guesses), "with its salt a right guess must be confirmed");

        erase(eva.person());

        assertFalse(confirmed(Dump.taken(), guesses));
        World.act(() -> Contribution.update("salt = ?1 where id = ?2", kept.salt, kept.id));
        assertTrue(confirmed(Dump.taken(), guesses), "a salt left behind must be found by this test");
        World.act(() -> Contribution.update("salt = null where id = ?1", kept.id));
    }

    @Test
    void a_reason_that_quotes_comes_to_the_lead_and_is_blanked() {
        Draft draft = World.openDraft();
        String rare = "R" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Person siv = World.act(() -> {
            Person person = Person.withoutAccount("Siv " + rare + "son", null, PersonKind.CUSTOMER, "sv", null);
            Membership.of(Project.findById(draft.project.id), person, Membership.Role.PARTICIPANT, person.kind);
            return person;
        });
        Contribution said = Eva.said(draft, siv, "Katten min sover på den röda " + rare + " varje dag.");
        Decision quoting = World.act(() -> {
            Contribution loaded = Contribution.findById(said.id);
            return Decision.made(loaded.project, World.lena(), List.copyOf(loaded.viewpoints), new Decision.Answer(
                    Disposition.NOT_ADOPTED, Multilingual.of("Att katten sover på den röda " + rare
                    + " hör inte hit, Siv " + rare + "son.", "Ei kuulu tähän.", ""), null, null), World.today());
        });
        Decision innocent = World.decided(World.said(draft, "Något annat."), Disposition.NOT_ADOPTED);

        erase(siv);

        Browser lena = as(World.lena());
        lena.get("/").shows("Citat av borttagna ord att se över");
        String quotes = draft.project.path() + "/quotes";
        Browser.Page page = lena.get(quotes).shows("sover på den röda " + rare).hides("Vi lovar en dag");
        assertEquals(2, page.document().select("main mark").size(), page.document().text());
        lena.get(quotes).submit("main button[value=blank]", Map.of()).seesOther("/quotes");
        lena.get(quotes).submit("main button[value=blank]", Map.of()).seesOther("/quotes");
        lena.get(quotes).hides(rare);
        assertEquals(List.of(), Dump.taken().places(List.of(rare)));
        World.act(() -> {
            Decision after = Decision.findById(quoting.id);
            assertEquals(quoting.reason.in("sv").length(), after.reason.in("sv").length());
            assertTrue(after.reason.in("sv").startsWith("Att "));
            assertFalse(after.fingerprint.equals(quoting.fingerprint));
            assertEquals(innocent.fingerprint, Decision.<Decision>findById(innocent.id).fingerprint);
            return after;
        });
    }

    @Test
    void programs_of_a_lead_find_such_places_and_settle_each_once() {
        Draft draft = World.openDraft();
        String rare = "R" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        Person siv = World.act(() -> {
            Person person = Person.withoutAccount("Siv " + rare + "son", null, PersonKind.CUSTOMER, "sv", null);
            Membership.of(Project.findById(draft.project.id), person, Membership.Role.PARTICIPANT, person.kind);
            return person;
        });
        Contribution said = Eva.said(draft, siv, "Katten min sover på den röda " + rare + " varje dag.");
        World.act(() -> {
            Contribution loaded = Contribution.findById(said.id);
            return Decision.made(loaded.project, World.lena(), List.copyOf(loaded.viewpoints), new Decision.Answer(
                    Disposition.NOT_ADOPTED, Multilingual.of("Den röda " + rare + " hör inte hit, Siv " + rare + "son.",
                    "Ei kuulu tähän.", ""), null, null), World.today());
        });
        erase(siv);
        String quotes = "/api/v1/projects/" + draft.project.slug + "/quotes";
        api(World.fanny()).get(quotes).then().statusCode(404);
        JsonPath found = api(World.lena()).get(quotes).then().statusCode(200).extract().jsonPath();
        assertEquals(2, found.getInt("total"), found.prettify());
        String first = quotes + "/" + found.getString("items[0].id");
        String second = quotes + "/" + found.getString("items[1].id");
        assertTrue(found.getString("items[0].words").contains(rare));
        assertEquals("decision", found.getString("items[0].about.kind"));
        api(World.fanny()).body(Map.of("blank", true)).post(first).then().statusCode(404);
        api(World.lena()).body(Map.of()).post(first).then().statusCode(422);
        api(World.lena()).body(Map.of("blank", true)).post(first).then().statusCode(204);
        api(World.lena()).body(Map.of("blank", true)).post(first).then().statusCode(404);
        assertEquals(1, Dump.taken().places(List.of(rare)).size(), "the other place is untouched");
        api(World.lena()).body(Map.of("blank", false)).post(second).then().statusCode(204);
        assertEquals(0, api(World.lena()).get(quotes).then().extract().jsonPath().getInt("total"));
        assertEquals(1, Dump.taken().places(List.of(rare)).size(), "what is nobody's stays");
    }

    @Test
    void a_restored_older_backup_is_erased_again_at_start() {
        Eva eva = Eva.there();
        Contribution kept = World.act(() -> Contribution.<Contribution>findById(eva.said().id));
        erase(eva.person());
        assertTrue(journal.lines().stream().anyMatch(line -> line.verb().equals("left")
                && line.about().id().equals(eva.person().publicId)));
        World.act(() -> Contribution.update("words = ?1, salt = ?2, author = ?3, erasedOn = null where id = ?4",
                kept.words, kept.salt, eva.person(), kept.id));
        World.act(() -> Person.update("name = ?1, email = ?2, erasedAt = null where id = ?3", eva.person().name,
                eva.person().email, eva.person().id));
        assertFalse(Dump.taken().places(eva.marks()).isEmpty());

        restored.begin(null);

        assertEquals(List.of(), Dump.taken().places(eva.marks()));
    }

    private void erase(Person person) {
        World.act(() -> {
            leaving.erase(Person.findById(person.id), Optional.empty());
            return person;
        });
    }

    private static Coverage coverage(Draft draft) {
        return World.act(() -> Coverage.of(World.again(draft).project, true, World.today()));
    }

    private static Map<String, Integer> lengths(Dump dump) {
        return dump.rows("contribution").stream().collect(Collectors.toMap(row -> row.get("public_id"),
                row -> row.get("words").length()));
    }

    /** Whether any mark in the dump is one of these words under any salt that stands in the dump, or under none. */
    private static boolean confirmed(Dump dump, List<String> guesses) {
        List<String> salts = dump.cells().filter(cell -> cell.matches("[0-9a-f]{32}")).distinct().toList();
        List<String> marks = dump.cells().filter(cell -> cell.matches("[\\s\\S]*[0-9a-f]{64}[\\s\\S]*")).toList();
        String all = String.join("\n", marks);
        return guesses.stream().anyMatch(guess -> all.contains(Secrets.hexFingerprint(guess))
                || all.contains(Secrets.hexFingerprint("null\n" + guess))
                || salts.stream().anyMatch(salt -> all.contains(Secrets.hexFingerprint(salt + "\n" + guess))
                || all.contains(HexFormat.of().formatHex(Secrets.mark(HexFormat.of().parseHex(salt), guess)))));
    }
}
