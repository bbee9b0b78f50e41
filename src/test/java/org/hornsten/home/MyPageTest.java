package org.hornsten.home;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hornsten.Browser;
import org.hornsten.Seated;
import org.hornsten.Statements;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.fee.Attended;
import org.hornsten.fee.Claim;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.link.PersonalLink;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Profile;
import org.hornsten.panel.Seat;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class MyPageTest {
    private static final int MOST_STATEMENTS = 8;

    @Test
    void what_can_be_done_next_comes_first_and_what_somebody_waits_for_before_all() {
        Guest siv = new Guest();
        assertEquals(List.of(), steps(siv.page().shows("Just nu behöver du inte göra något")));
        Attended was = siv.was();
        assertEquals(List.of("Du var på en workshop"), steps(siv.page()));
        World.act(() -> Workshop.update("startsAt = ?1, endsAt = ?2, closesAt = ?1 where id = ?3",
                Instant.now().plusSeconds(3600), Instant.now().plusSeconds(7200),
                was.workshop().id));
        assertEquals(List.of("Du kommer till en workshop"), steps(siv.page()));
        World.act(() -> Registration.delete("workshop", was.workshop()));
        assertEquals(List.of("Du är bjuden till en workshop"), steps(siv.page()));
        Draft draft = World.draft(siv.project);
        World.publish(draft, Anonymity.NAMED);
        assertEquals(List.of("Du är bjuden till en workshop", "Vi frågar vad du tycker"), steps(siv.page()));
    }

    @Test
    void a_claim_that_came_back_is_the_first_thing_and_then_tells_how_it_stands() {
        Attended here = Attended.by(Attended.eva());
        Claim claim = here.claimed(Attended.eva());
        Browser eva = as(Attended.eva());
        assertEquals("Väntar på svar", state(eva, claim));
        decide(claim, Map.of("decision", "returned", "reason", "Vart gick bussen?"));
        assertEquals("Din ersättning kom tillbaka", steps(eva.get("/me")).get(0));
        eva.get(claim.path() + "/check").submit("main form", Map.of()).is(303);
        decide(claim, Map.of("decision", "approved"));
        assertEquals("Godkänd", state(eva, claim));
    }

    @Test
    void what_one_said_stands_with_what_became_of_it_and_ones_workshops_with_how_one_stands_in_them() {
        Attended here = Attended.by(World.aino());
        Draft draft = World.draft(here.project());
        World.publish(draft, Anonymity.NAMED);
        Contribution said = World.said(draft, "Numret ska stå på papper.");
        Browser pekka = as(World.pekka()).reading("sv");
        assertTrue(words(pekka, said).contains("Väntar på svar"));
        World.decided(said, Disposition.ADOPTED);
        assertTrue(words(pekka, said).contains("Besvarat"));
        as(World.aino()).get("/me").shows("Första kontakten").shows("Du var med");
        as(World.oskar()).get("/me").hides("Första kontakten");
    }

    @Test
    void one_finds_the_open_calls_and_then_ones_own_application_and_what_became_of_it() {
        OpenCall call = open();
        Browser pekka = as(World.pekka()).reading("sv");
        assertEquals(1, offers(pekka.get("/me").shows("Du kan söka nu"), call));
        pekka.get(call.path() + "/applications/new").submit("form[action$=/applications]", Map.of("language", "fi",
                "ageGroup", "FROM_65", "municipality", "Vasa", "mayApply", "yes")).is(303);
        assertEquals(0, offers(pekka.get("/me"), call));
        String waiting = application(pekka.get("/me"), call);
        assertTrue(waiting.contains("Ingenting är avgjort än") && waiting.contains("Man kan söka till"), waiting);
        Browser lena = as(World.lena());
        assertFalse(works(lena, call));
        World.act(() -> OpenCall.update("closesAt = ?1 where id = ?2", Instant.now().minusSeconds(1), call.id));
        assertFalse(application(pekka.get("/me"), call).contains("Man kan söka till"));
        lena.get("/").shows("Ansökningar att välja bland");
        assertTrue(works(lena, call));
        assertFalse(works(as(World.fanny()), call));
        Browser.api(World.lena()).body(Map.of()).post("/api/v1/calls/" + call.publicId + "/draw").then()
                .statusCode(200);
        assertFalse(works(lena, call));
        Browser.Page chosen = pekka.get("/me");
        assertEquals("Du har blivit vald", steps(chosen).get(0));
        assertEquals(call.path() + "/mine", chosen.document().select("li.asked a.govuk-button").first().attr("href"));
        pekka.get(call.path() + "/mine").submit("form:has(input[value=yes])", Map.of()).is(303);
        assertTrue(application(pekka.get("/me"), call).contains("Du är med. Välkommen!"));
        assertFalse(steps(pekka.get("/me")).contains("Du har blivit vald"));
        assertEquals("", application(as(World.oskar()).get("/me"), call));
    }

    @Test
    void who_sits_in_the_panel_who_works_here_and_who_is_too_young_is_not_asked_to_apply() {
        OpenCall call = World.openCall(World.project());
        assertEquals(0, offers(as(World.lena()).get("/me"), call));
        Guest siv = new Guest();
        assertEquals(1, offers(siv.page(), call), "an open call is for everybody, also by a link");
        List<Seeking> all = List.of(new Seeking(call, Optional.empty(), false));
        assertEquals(List.of(), Seeking.open(all, Optional.of(AgeBand.FROM_13)));
        for (AgeBand band : List.of(AgeBand.FROM_16, AgeBand.ADULT))
            assertEquals(List.of(call), Seeking.open(all, Optional.of(band)));
        assertEquals(List.of(call), Seeking.open(all, Optional.empty()));
        World.act(() -> {
            Panel panel = Panel.findById(call.panel.id);
            return panel.take(Person.findById(siv.person.id), Seat.Wanted.as(Seat.Kind.MEMBER,
                    Profile.of(AgeGroup.FROM_65, "Vasa", "sv")), World.today());
        });
        assertEquals(0, offers(siv.page(), call));
    }

    @Test
    void an_application_in_another_project_does_not_stand_where_a_link_leads() {
        OpenCall call = World.openCall(World.project());
        Guest siv = new Guest();
        siv.browser.get(call.path() + "/applications/new").submit("form[action$=/applications]", Map.of("language",
                "sv", "ageGroup", "FROM_65", "municipality", "Vasa", "mayApply", "yes", "email",
                "siv-" + siv.person.id + "@example.org")).is(303);
        assertEquals("", application(siv.page(), call));
    }

    @Test
    void by_a_link_one_sees_only_what_is_of_its_project() {
        Guest siv = new Guest();
        siv.was();
        Attended elsewhere = Attended.by(siv.person);
        assertEquals(1, siv.page().document().select("#workshops + ul h3").size());
        assertEquals(2, World.act(() -> Registration.everOf(Person.findById(siv.person.id)).size()));
        assertFalse(siv.page().response.asString().contains(elsewhere.workshop().publicId));
    }

    @Test
    void it_takes_eight_statements_at_most_however_much_there_is() {
        Guest siv = new Guest();
        for (int i = 0; i < 6; i++) {
            siv.was();
            World.publish(World.draft(siv.project), Anonymity.NAMED);
            World.openCall(World.panel(siv.project), OpenCall.Method.CHOICE, 2);
        }
        siv.page().is(200);
        List<String> heard = Statements.during(() -> siv.page().is(200));
        assertTrue(heard.size() <= MOST_STATEMENTS, heard.size() + "\n" + String.join("\n", heard));
        for (int i = 0; i < 6; i++) Attended.in(siv.project, Attended.eva()).claimed(Attended.eva());
        Browser lena = as(World.lena());
        lena.get("/").shows("Ersättningar att besluta om");
        List<String> work = Statements.during(() -> lena.get("/").is(200));
        assertTrue(work.size() <= MOST_STATEMENTS, work.size() + "\n" + String.join("\n", work));
    }

    @Test
    void a_lead_sees_claims_to_decide_and_workshops_without_minutes() {
        Attended here = Attended.by(Attended.eva());
        here.claimed(Attended.eva());
        World.act(() -> Workshop.update("startsAt = ?1, endsAt = ?2, closesAt = ?1 where id = ?3",
                Instant.now().minusSeconds(9 * 86_400), Instant.now().minusSeconds(8 * 86_400),
                here.workshop().id));
        Browser lena = as(World.lena());
        Set<String> lists = Set.copyOf(lena.get("/").document().select(".worklist a").eachAttr("href"));
        assertTrue(lists.contains(here.project().path() + "/claims?state=SENT"), lists.toString());
        assertTrue(lists.contains(here.project().path() + "/workshops"), lists.toString());
        assertFalse(Set.copyOf(as(World.fanny()).get("/").document().select(".worklist a").eachAttr("href"))
                .contains(here.project().path() + "/claims?state=SENT"));
    }

    /** Siv, who came by a link. */
    private static final class Guest {
        final Project project = World.project();
        final Person person;
        final Browser browser = nobody();

        Guest() {
            person = World.act(() -> {
                Person siv = Person.withoutAccount("Siv Ström", null, PersonKind.CUSTOMER, "sv", null);
                Membership.of(Project.findById(project.id), siv, Membership.Role.PARTICIPANT, siv.kind);
                return siv;
            });
            String token = World.act(() -> PersonalLink.forPerson(Project.findById(project.id),
                    Person.findById(person.id), project.ref(), null, World.today())).token();
            browser.get("/link/" + token).follow().submit("main form", Map.of()).is(303);
        }

        Attended was() {
            return Attended.in(project, person);
        }

        Browser.Page page() {
            return browser.get("/me").is(200);
        }
    }

    private static void decide(Claim claim, Map<String, Object> decision) {
        Browser.api(World.lena()).body(decision).post("/api/v1/claims/" + claim.publicId + "/approval").then()
                .statusCode(200);
    }

    /** One that keeps nobody out, wherever else people of the world sit. */
    private static OpenCall open() {
        Project project = World.project();
        return World.openCall(World.act(() -> Seated.panel(Project.findById(project.id), Panel.Kind.REFERENCE_GROUP,
                null)), OpenCall.Method.DRAW, 5);
    }

    private static boolean works(Browser browser, OpenCall call) {
        return !browser.get("/").document().select(".worklist a[href=" + call.panel.project.path() + "/calls]")
                .isEmpty();
    }

    private static long offers(Browser.Page page, OpenCall call) {
        return page.document().select("#calls ~ ul a[href=" + call.path() + "]").size();
    }

    private static String application(Browser.Page page, OpenCall call) {
        return page.document().select("#applications ~ ul li:has(a[href=" + call.path() + "/mine])").text();
    }

    private static List<String> steps(Browser.Page page) {
        return page.document().select("li.asked > p:first-child").eachText();
    }

    private static String state(Browser browser, Claim claim) {
        return browser.get("/me").document().select("#workshops ~ ul a[href=" + claim.path() + "]").text();
    }

    private static String words(Browser browser, Contribution said) {
        return browser.get("/me").document().select("li:has(a[href=" + said.path() + "/journey])").text();
    }
}
