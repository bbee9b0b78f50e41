package org.hornsten.home;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hornsten.Browser;
import org.hornsten.Statements;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.fee.Attended;
import org.hornsten.fee.Claim;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.link.PersonalLink;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
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
    void by_a_link_one_sees_only_what_is_of_its_project() {
        Guest siv = new Guest();
        siv.was();
        Attended elsewhere = Attended.by(siv.person);
        assertEquals(1, siv.page().document().select("#workshops ~ ul h3").size());
        assertEquals(2, World.act(() -> Registration.everOf(Person.findById(siv.person.id)).size()));
        assertFalse(siv.page().response.asString().contains(elsewhere.workshop().publicId));
    }

    @Test
    void it_takes_eight_statements_at_most_however_much_there_is() {
        Guest siv = new Guest();
        for (int i = 0; i < 6; i++) {
            siv.was();
            World.publish(World.draft(siv.project), Anonymity.NAMED);
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
