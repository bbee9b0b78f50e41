package org.hornsten.board;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.Statements;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.ledger.Entry;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.rating.Rating;
import org.hornsten.rating.Ratings;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said in the room of a workshop, without any script: joined by code, typed in, from paper. */
@QuarkusTest
class BoardTest {
    @Inject BoardMinutes minutes;
    @Inject Voters voters;

    @Test
    void a_step_is_left_once_however_often_the_button_is_pressed() {
        Hall hall = Hall.about(World.openDraft());
        Browser fanny = as(World.fanny());
        Browser.Page screen = fanny.get(hall.path()).is(200);
        screen.submit("form[action$=/step] input[value=hello]", Map.of()).is(303);
        screen.submit("form[action$=/step] input[value=hello]", Map.of()).is(303);
        assertEquals("hello", World.act(() -> hall.now().step));
        assertEquals(1, World.act(() -> hall.now().lastEvent));
        fanny.get(hall.path()).shows("Välkommen").shows("Steg 1 av 6");
        assertEquals(1, fanny.get(hall.path()).document().select(".screen-qr").size());
    }

    @Test
    void opening_it_twice_opens_one_board() {
        Hall hall = Hall.about(World.openDraft());
        Browser fanny = as(World.fanny());
        String code = World.act(() -> hall.now().code);
        fanny.get("/privacy");
        assertEquals(303, fanny.tried("POST", hall.path() + "/opening"));
        assertEquals(code, World.act(() -> hall.now().code));
        assertEquals(Board.SIGNS, code.length());
    }

    @Test
    void a_note_from_a_phone_stands_beside_the_comments_of_the_round() {
        Draft draft = World.openDraft();
        Hall hall = Hall.about(draft).at("notes");
        String section = World.act(() -> {
            String id = World.again(draft).newest().orElseThrow().text("sv").orElseThrow().outline.sections().get(1).id();
            Task.of(hall.now(), "notes").settle(new Task.Rules(3, false, List.of(), id, ""));
            return id;
        });
        Browser phone = hall.phone(4, 1);
        String words = Hall.unlike("Numret saknas");
        Browser.Page noted = hall.says(phone, words).is(303).follow();
        noted.shows("Sparat. Ditt kvitto:");
        Contribution said = hall.said(words);
        assertEquals(List.of("draft", draft.publicId, 1, section, ""), List.of(said.aboutKind, said.aboutId,
                said.version, said.section, said.passage));
        assertEquals(List.of(Channel.WORKSHOP, Saying.Kind.NOTE, Anonymity.ANONYMOUS),
                List.of(said.channel, said.kind, said.anonymity));
        assertNull(said.author);
        assertEquals(4, hall.note(words).orElseThrow().table);
        assertEquals("notes", hall.note(words).orElseThrow().step);
        as(World.pekka()).get(draft.path() + "/versions/1/comments").shows(words);
        String receipt = noted.document().select(".receipt-code").text();
        Browser.nobody().get("/r").submit("main form", Map.of("code", receipt)).follow().shows(words);
        as(World.fanny()).get(hall.path()).shows(words).shows("Bord 4");
    }

    @Test
    void a_member_who_came_by_a_link_sees_on_my_page_what_became_of_it() {
        Draft draft = World.openDraft();
        Hall hall = Hall.about(draft).at("notes");
        Browser pekka = as(World.pekka());
        String words = Hall.unlike("Pekkas lapp");
        hall.says(pekka, words).is(303);
        Contribution said = hall.said(words);
        assertEquals(World.pekka().id, said.author.id);
        assertEquals(Anonymity.PSEUDONYM, said.anonymity);
        pekka.get("/me").shows(words);
        Browser shared = as(World.pekka());
        shared.get("/w").submit("main form", Map.of("code", World.act(() -> hall.now().code), "people", "3")).is(303);
        String other = Hall.unlike("Bordets lapp");
        hall.says(shared, other).is(303);
        assertNull(hall.said(other).author, "a phone that several share speaks for nobody");
    }

    @Test
    void an_anonymous_round_keeps_its_promise_in_the_room() {
        Hall hall = Hall.about(World.openDraft(Anonymity.ANONYMOUS)).at("notes");
        Browser pekka = as(World.pekka());
        pekka.get(hall.path() + "/phone").shows("emme voi luvata");
        String words = Hall.unlike("Utan namn");
        hall.says(pekka, words).is(303);
        Contribution said = hall.said(words);
        assertNull(said.author);
        assertEquals("", said.authorName);
        assertNull(said.authorNumber);
        Entry entry = World.act(() -> Entry.<Entry>find("verb = 'said' and payload like ?1",
                "%" + said.publicId + "%").singleResult());
        assertNull(entry.actor);
        assertTrue(Browser.nobody().get(hall.path() + "/phone").response.statusCode() == 303);
        pekka.get("/me").hides(words);
    }

    @Test
    void a_changed_promise_is_shown_again_before_anything_is_stored() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        Browser phone = hall.phone(1, 1);
        String words = Hall.unlike("Gammal sida");
        phone.get(hall.path() + "/phone").submit("form[action$=/phone/notes]", Map.of("words", words, "promised",
                "input:told_named")).is(422);
        assertTrue(hall.note(words).isEmpty());
    }

    @Test
    void what_is_sent_again_counts_once_also_from_a_phone_that_joined_anew() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        String words = Hall.unlike("En gång");
        String submission = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) hall.phone(i + 1, 1).get(hall.path() + "/phone")
                .submit("form[action$=/phone/notes]", Map.of("words", words, "submission", submission))
                .is(303);
        assertEquals(List.of(words), hall.words());
        assertEquals(1, World.act(() -> Contribution.count("words", words)));
    }

    @Test
    void a_young_persons_note_is_on_no_screen_before_it_is_let_through() {
        Draft draft = World.openDraft();
        World.act(() -> {
            Person yngve = Person.withoutAccount("Yngve", null, PersonKind.YOUNG_PERSON, "sv", null);
            yngve.ageBand = AgeBand.FROM_16;
            return Membership.of(Project.findById(draft.project.id), yngve, Membership.Role.PARTICIPANT, yngve.kind);
        });
        Hall hall = Hall.about(draft).at("notes");
        String words = Hall.unlike("Tonårsord");
        hall.says(hall.phone(2, 1), words).is(303);
        Browser fanny = as(World.fanny());
        fanny.get(hall.path()).is(200).hides(words);
        String news = RestAssured.given().header("Authorization", "Bearer " + Browser.token(World.fanny()))
                .get("/api/v1/workshops/" + hall.workshop.publicId + "/board/events").asString();
        assertTrue(news.contains("\"gone\"") && !news.contains(words), news);
        Browser.Page desk = fanny.get(hall.path() + "/desk").shows(words);
        desk.submit("button[value=pass]", Map.of()).is(303);
        fanny.get(hall.path()).shows(words);
    }

    @Test
    void a_hidden_note_leaves_the_screen_and_stays_among_what_was_said() {
        Draft draft = World.openDraft();
        Hall hall = Hall.about(draft).at("notes");
        String words = Hall.unlike("Göms");
        hall.hung(words);
        Browser fanny = as(World.fanny());
        fanny.get(hall.path() + "/desk").submit("button[value=hide]", Map.of()).is(303);
        fanny.get(hall.path()).hides(words);
        fanny.get("/projects/" + draft.project.slug + "/input").shows(words);
        fanny.get(hall.path() + "/desk").shows("dold").submit("button[value=show]", Map.of()).is(303);
        fanny.get(hall.path()).shows(words);
    }

    @Test
    void a_heading_becomes_the_topic_of_what_stands_under_it() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        String words = Hall.unlike("Telefonen");
        Note note = hall.hung(words);
        Browser fanny = as(World.fanny());
        fanny.get(hall.path() + "/desk").submit("#note-" + note.publicId + " input[name=what][value=fresh]",
                Map.of("fresh", "Att nå någon")).is(303);
        assertEquals("Att nå någon", hall.said(words).viewpoints.get(0).topic);
        fanny.get(hall.at("order").path()).shows("Att nå någon");
        fanny.get(hall.path() + "/desk").submit("#note-" + note.publicId + " button[name=heading][value='']", Map.of())
                .is(303);
        assertEquals("", hall.said(words).viewpoints.get(0).topic);
        fanny.get(hall.path() + "/desk").submit("#note-" + note.publicId + " input[name=what][value=fresh]",
                Map.of("fresh", "")).is(422);
    }

    @Test
    void nobody_puts_more_dots_than_the_rule_allows() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        List<Note> notes = IntStream.range(0, 4).mapToObj(i -> hall.hung(Hall.unlike("Lapp " + i))).toList();
        hall.at("votes");
        Browser phone = hall.phone(1, 1);
        for (int i = 0; i < 3; i++) dot(hall, phone, notes.get(i), "put").is(303);
        phone.get(hall.path() + "/phone").shows("Du har 0 röster kvar.");
        dot(hall, phone, notes.get(3), "put").is(422);
        dot(hall, phone, notes.get(0), "back").is(303);
        dot(hall, phone, notes.get(3), "put").is(303);
        dot(hall, phone, notes.get(1), "back").is(303);
        dot(hall, phone, notes.get(3), "put").is(422);
        assertEquals(2, dots(hall));
        Browser three = hall.phone(2, 3);
        for (int i = 0; i < 3; i++) dot(hall, three, notes.get(3), "put").is(303);
        dot(hall, three, notes.get(3), "put").is(422);
        assertEquals(5, dots(hall));
        Browser.Page late = phone.get(hall.path() + "/phone");
        hall.at("rate");
        as(World.fanny()).get(hall.path()).shows("4 röster");
        late.submit("form[action$=/dots]", Map.of("note", notes.get(2).publicId)).is(422);
    }

    @Test
    void dots_of_who_left_stay_and_are_nobodys() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        Note note = hall.hung(Hall.unlike("Blir kvar"));
        hall.at("votes");
        dot(hall, as(World.pekka()), note, "put").is(303);
        byte[] theirs = World.act(() -> voters.mark(hall.now(), Voters.name(World.pekka())));
        assertEquals(1, World.act(() -> Dot.count("board.id = ?1 and voter = ?2", hall.board.id, theirs)));
        World.act(() -> {
            voters.forget(World.pekka(), Optional.empty(), World.today());
            return null;
        });
        assertEquals(0, World.act(() -> Dot.count("board.id = ?1 and voter = ?2", hall.board.id, theirs)));
        assertEquals(1, dots(hall));
    }

    @Test
    void the_same_tap_counts_once() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        Note note = hall.hung(Hall.unlike("Tryck"));
        hall.at("votes");
        Browser phone = hall.phone(1, 1);
        Browser.Page page = phone.get(hall.path() + "/phone");
        page.submit("form[action$=/dots]", Map.of()).is(303);
        page.submit("form[action$=/dots]", Map.of()).is(303);
        assertEquals(1, dots(hall));
    }

    @Test
    void programs_note_and_vote_once_for_each_key() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        String path = "/api/v1/workshops/" + hall.workshop.publicId;
        String words = Hall.unlike("Programmets lapp");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) ids.add(api(World.pekka()).header("Idempotency-Key", "note-" + words)
                .body(Map.of("language", "fi", "words", words)).post(path + "/notes").then().statusCode(201).extract()
                .path("id"));
        assertEquals(1, new HashSet<>(ids).size());
        assertEquals("fi", hall.said(words).language);
        api(World.fanny()).header("Idempotency-Key", "k" + UUID.randomUUID()).body(Map.of("language", "sv", "words",
                Hall.unlike("Åt någon"), "onBehalfOf", Map.of("kind", "customer", "pseudonym", "Bord 3")))
                .post(path + "/notes").then().statusCode(201);
        api(World.pekka()).header("Idempotency-Key", "k" + UUID.randomUUID()).body(Map.of("language", "sv", "words",
                "Ord", "onBehalfOf", Map.of("kind", "customer"))).post(path + "/notes").then().statusCode(404);
        hall.at("votes");
        for (int i = 0; i < 2; i++) api(World.pekka()).header("Idempotency-Key", "vote-" + words)
                .body(Map.of("note", ids.get(0))).post(path + "/votes").then().statusCode(201).body("left", equalTo(2));
        api(World.pekka()).header("Idempotency-Key", "v" + UUID.randomUUID()).body(Map.of("note", ids.get(0)))
                .post(path + "/votes").then().statusCode(422);
        api(World.pekka()).header("Idempotency-Key", "v" + UUID.randomUUID()).body(Map.of("note", "none"))
                .post(path + "/votes").then().statusCode(422);
        assertEquals(1, dots(hall));
    }

    @Test
    void ratings_from_the_room_are_ratings_of_the_version() {
        Draft draft = World.openDraft();
        Hall hall = Hall.about(draft).at("rate");
        Browser table = hall.phone(1, 5);
        for (int person = 1; person <= 5; person++) table.get(hall.path() + "/phone").submit(
                "form[action$=/ratings]", Map.of("person", "" + person, "clear", "4", "useful", "0")).is(303);
        table.get(hall.path() + "/phone").submit("form[action$=/ratings]",
                Map.of("person", "2", "clear", "5")).is(303);
        table.get(hall.path() + "/phone").submit("form[action$=/ratings]", Map.of("person", "1")).is(422);
        List<Rating> ratings = World.act(() -> Rating.<Rating>list("version.draft.publicId", draft.publicId));
        assertEquals(5, ratings.size());
        assertEquals(Set.of(Channel.WORKSHOP), ratings.stream().map(r -> r.channel).collect(Collectors.toSet()));
        Browser pekka = as(World.pekka());
        pekka.get(hall.path() + "/phone").submit("form[action$=/ratings]", Map.of("clear", "3")).is(303);
        pekka.get(draft.path() + "/versions/1/rating").shows("Arviosi on tallennettu");
        assertEquals(6, World.act(() -> Rating.count("version.draft.publicId", draft.publicId)));
        assertFalse(World.act(() -> Ratings.of(World.again(draft))).isEmpty());
    }

    @Test
    void answers_to_a_quick_question_are_told_when_enough_have_answered_and_the_room_goes_on() {
        Hall hall = Hall.about(World.openDraft());
        Browser lena = as(World.lena());
        lena.get(hall.path() + "/desk/step?step=quick").submit("form[action$=/desk/step]",
                Map.of("choices_sv", "Bra\nDåligt", "choices_fi", "Hyvin\n")).refuses("choices_sv");
        lena.get(hall.path() + "/desk/step?step=quick").submit("form[action$=/desk/step]",
                Map.of("choices_sv", "Bra\nDåligt", "choices_fi", "Hyvin\nHuonosti")).is(303);
        hall.at("quick");
        Browser six = hall.phone(1, 6);
        for (int person = 1; person <= 4; person++) answer(hall, six, person, "1");
        hall.at("hello").at("quick");
        as(World.fanny()).get(hall.at("").path()).hides("Bra 4").shows("För få ännu");
        hall.at("quick");
        answer(hall, six, 5, "2");
        answer(hall, six, 6, "2");
        answer(hall, six, 1, "2");
        as(World.fanny()).get(hall.at("").path()).shows("Dåligt");
        assertEquals(6, World.act(() -> Reply.count("task.board.id = ?1", hall.board.id)));
        lena.get(hall.path() + "/desk/step?step=quick").submit("form[action$=/desk/step]",
                Map.of("choices_sv", "Annat", "choices_fi", "Muu")).is(422);
    }

    private static void answer(Hall hall, Browser phone, int person, String choice) {
        phone.get(hall.path() + "/phone").submit("form[action$=/replies]", Map.of("person", "" + person, "choice",
                choice)).is(303);
    }

    @Test
    void a_sheet_of_paper_is_stored_once_line_by_line() {
        Draft draft = World.openDraft();
        Hall hall = Hall.about(draft).at("");
        Browser fanny = as(World.fanny());
        String first = Hall.unlike("Första");
        String second = Hall.unlike("Andra");
        Browser.Page sheet = fanny.get(hall.path() + "/paper").is(200);
        Map<String, String> typed = Map.of("table", "7", "person", "FAMILY_MEMBER", "language", "sv", "words",
                first + "\n\n" + second + "\n", "clear", "2", "useful", "5");
        sheet.submit("form[action$=/paper]", typed).is(303).follow().shows("Papperet är sparat.");
        sheet.submit("form[action$=/paper]", typed).is(303);
        assertEquals(List.of(first, second), hall.words());
        assertEquals("Fanny", World.act(() -> ((Contribution) Contribution.findById(hall.said(first).id)).typedBy.name));
        assertEquals(7, hall.note(second).orElseThrow().table);
        assertEquals(2, World.act(() -> Rating.count("version.draft.publicId", draft.publicId)));
        sheet = fanny.get(hall.path() + "/paper");
        sheet.submit("form[action$=/paper]", Map.of("person", "CUSTOMER", "words", "")).refuses("words");
        sheet.submit("form[action$=/paper]", Map.of("person", "", "words", "Ord")).refuses("person");
        sheet.submit("form[action$=/paper]", Map.of("table", "7b", "person", "CUSTOMER", "words", "Ord"))
                .refuses("table");
    }

    @Test
    void a_sheet_and_what_is_said_aloud_may_be_a_members() {
        Draft draft = World.openDraft();
        Hall hall = Hall.about(draft).at("notes");
        String number = "" + World.act(() -> Membership.<Membership>find("project = ?1 and person.id = ?2",
                draft.project, World.pekka().id).firstResult().number);
        String sheet = Hall.unlike("Pekkas papper");
        String aloud = Hall.unlike("Pekka säger");
        Browser fanny = as(World.fanny());
        fanny.get(hall.path() + "/paper").submit("form[action$=/paper]", Map.of("member", number, "words", sheet))
                .is(303);
        fanny.get(hall.path() + "/desk").submit("form[action$=/typed]", Map.of("member", number, "words", aloud))
                .is(303);
        as(World.pekka()).get("/me").shows(sheet).shows(aloud);
        assertEquals(World.fanny().id, World.act(() -> ((Contribution) Contribution
                .findById(hall.said(sheet).id)).typedBy.id));
        fanny.get(hall.path() + "/paper").submit("form[action$=/paper]", Map.of("member", "1", "words", "Ord"))
                .refuses("member");
    }

    @Test
    void the_facilitator_types_for_somebody_without_a_phone() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        Browser fanny = as(World.fanny());
        String words = Hall.unlike("Sagt högt");
        fanny.get(hall.path() + "/desk").submit("form[action$=/typed]", Map.of("table", "2", "person", "CUSTOMER",
                "name", "Bord två", "language", "fi", "words", words)).is(303);
        Contribution said = hall.said(words);
        assertEquals("fi", said.language);
        assertEquals("Bord två", said.authorName);
        assertEquals(2, hall.note(words).orElseThrow().table);
        fanny.get(hall.path() + "/desk").submit("form[action$=/typed]", Map.of("person", "CUSTOMER", "words", " "))
                .refuses("words");
    }

    @Test
    void where_a_workshop_is_about_no_text_its_notes_are_worked_through_all_the_same() {
        Hall hall = Hall.of(World.project()).at("notes");
        String words = Hall.unlike("Ingen text");
        Browser pekka = as(World.pekka());
        hall.says(pekka, words).is(303);
        Contribution said = hall.said(words);
        assertEquals(List.of("workshop", hall.workshop.publicId, 0), List.of(said.aboutKind, said.aboutId,
                said.version));
        String project = "/projects/" + hall.workshop.project.slug;
        Browser lena = as(World.lena());
        lena.get(project + "/input").shows(words);
        lena.get("/contributions/" + said.publicId).shows(words).shows("Resultatverkstad");
        lena.get("/contributions/" + said.publicId + "/viewpoints").is(200);
        World.decided(said, Disposition.OUT_OF_SCOPE);
        lena.get(project + "/coverage").is(200);
        lena.get(project + "/decisions").is(200);
        pekka.get("/me").shows(words);
        pekka.get("/contributions/" + said.publicId + "/journey").shows(words).shows("Lupaamme päivän.");
        api(World.lena()).get("/api/v1" + project + "/contributions").then().statusCode(200);
        String receipt = hall.says(hall.phone(1, 1), Hall.unlike("Utan konto")).is(303).follow().document()
                .select(".receipt-code").text();
        Browser.nobody().get("/r").submit("main form", Map.of("code", receipt)).follow().shows("Utan konto");
    }

    @Test
    void an_unknown_code_opens_nothing_and_an_ended_one_no_more() {
        Hall hall = Hall.about(World.openDraft());
        String code = World.act(() -> hall.now().code);
        Browser.nobody().get("/w/" + code.toLowerCase()).is(200).submit("main form", Map.of()).is(303);
        Browser.nobody().get("/w").submit("main form", Map.of("code", "ACDACD")).refuses("code");
        Browser.nobody().get("/w").submit("main form", Map.of("code", "")).refuses("code");
        Browser.nobody().get("/w").submit("main form", Map.of("code", code, "table", "x")).refuses("table");
        Browser.nobody().get("/w").submit("main form", Map.of("code", code, "people", "13")).refuses("people");
        hall.at("hello").at("");
        Browser.nobody().get("/w").submit("main form", Map.of("code", code)).refuses("code");
    }

    @Test
    void the_minutes_tell_notes_by_heading_with_their_votes() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        String words = Hall.unlike("# Rubrik i en lapp");
        Note note = hall.hung(words);
        World.act(() -> Note.on(hall.now(), note.publicId).group(Optional.of(
                Heading.called(hall.now(), "Kontakt"))));
        hall.at("votes");
        dot(hall, hall.phone(1, 1), note, "put").is(303);
        String text = World.act(() -> minutes.of(hall.now().workshop, "sv"));
        assertTrue(text.contains("## Lappar från tavlan") && text.contains("### Kontakt")
                && text.contains("- \\" + words + " (1 röst)"), text);
        assertTrue(text.contains("färre än 5 svar"), text);
    }

    @Test
    void no_page_of_the_board_asks_more_as_it_grows() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        Browser phone = hall.phone(1, 1);
        for (int i = 0; i < 12; i++) hall.says(phone, Hall.unlike("Lapp " + i)).is(303);
        Browser fanny = as(World.fanny());
        List<String> many = new ArrayList<>();
        for (String step : List.of("notes", "votes", "rate", "quick", "")) {
            hall.at(step);
            for (String page : List.of("", "/desk", "/paper")) count(many, step + page, fanny, hall.path() + page);
            count(many, step + " phone", phone, hall.path() + "/phone");
        }
        assertEquals("", String.join("\n", many));
    }

    @Test
    void minutes_are_begun_from_notes_votes_ratings_and_answers_without_asking_for_each_language() {
        Hall hall = Hall.about(World.openDraft()).at("notes");
        Note note = hall.hung(Hall.unlike("Lapp"));
        World.act(() -> Task.of(hall.now(), "quick").settle(new Task.Rules(3, false, List.of(
                Multilingual.of("Bra", "Hyvin", "Well"), Multilingual.of("Illa", "Huonosti", "Badly")), "", "")));
        Browser phone = hall.at("votes").phone(1, 1);
        dot(hall, phone, note, "put").is(303);
        hall.at("quick");
        phone.get(hall.path() + "/phone").submit("form[action$=/replies]", Map.of("choice", "1")).is(303);
        Browser fanny = as(World.fanny());
        fanny.get(hall.workshop.path() + "/minutes/edit").is(200);
        List<String> heard = Statements.during(() -> fanny.get(hall.workshop.path() + "/minutes/edit"));
        assertTrue(heard.size() <= 9, () -> String.join("\n", heard));
    }

    private static void count(List<String> many, String name, Browser who, String path) {
        who.get(path).is(200);
        List<String> heard = Statements.during(() -> who.get(path));
        if (heard.size() > 8) many.add(name + ": " + heard.size() + "\n  " + String.join("\n  ", heard));
    }

    private static Browser.Page dot(Hall hall, Browser phone, Note note, String what) {
        Browser.Page page = phone.get(hall.path() + "/phone");
        String submission = UUID.randomUUID().toString();
        return page.submit("form[action$=/dots]", what.equals("back")
                ? Map.of("note", note.publicId, "back", "on", "submission", submission)
                : Map.of("note", note.publicId, "submission", submission));
    }

    private static long dots(Hall hall) {
        return World.act(() -> Dot.count("board.id = ?1", hall.board.id));
    }
}
