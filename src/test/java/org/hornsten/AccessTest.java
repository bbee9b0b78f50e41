package org.hornsten;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hornsten.identity.Grants;
import org.hornsten.identity.Passes;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;
import org.hornsten.link.Unbound;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who may open which door of a closed project that Lena leads: every route has a row, and each row is tried by everybody.
 * Who may not is told the same as if there were nothing there; nobody signed in is asked to sign in.
 */
@QuarkusTest
class AccessTest {
    /** The people a row can name, each including the ones before it as far as the project is concerned. */
    enum Who { LEAD, STAFF, MEMBER, KNOWN, ALL, FOUNDER, AUTHOR_OR_STAFF, CLAIMANT, CLAIMANT_OR_LEAD,
            ADMINISTRATOR }

    /**
     * A row: who may, then the routes they may use. A star marks what a try would destroy: tried only by who may
     * not.
     */
    static final Map<Who, String> TABLE = Map.of(
            Who.ALL, """
                    GET /
                    GET /accessibility
                    GET /api
                    GET /help
                    GET /privacy
                    GET /status
                    GET /.well-known/security.txt
                    GET /preferences
                    POST /preferences
                    GET /demo
                    POST /demo
                    GET /demo/mail
                    GET /demo/mail/{mail}
                    GET /demo/mail/{mail}/page
                    POST /api/v1/demo/sign-in
                    POST /api/v1/access
                    GET /sign-in
                    GET /sign-in/start
                    POST /sign-in/start
                    POST /sign-out *
                    POST /sign-out/provider
                    GET /link
                    POST /link
                    GET /link/{token}
                    GET /new-link
                    POST /new-link
                    GET /new-link/sent
                    GET /guardian
                    POST /guardian
                    GET /guardian/{token}
                    GET /code
                    POST /code
                    GET /r
                    POST /r
                    POST /r/closing
                    GET /r/journey
                    GET /r/journey/proof
                    POST /r/confidential
                    POST /r/messages
                    GET /r/withdrawal
                    POST /r/withdrawal
                    GET /r/withdrawn
                    GET /calendar/{token}.ics
                    GET /log/checkpoint
                    GET /log/key
                    GET /log/tile/entries/{position}
                    GET /log/tile/{level}/{position}
                    GET /thanks
                    GET /w
                    POST /w
                    GET /w/{code}
                    GET /me/erased
                    GET /calls/applications
                    POST /calls/applications
                    POST /calls/applications/closing
                    GET /calls/applications/gone
                    GET /calls/applications/mine
                    POST /calls/applications/mine
                    GET /calls/applications/thanks
                    GET /calls/{call}
                    POST /calls/{call}/applications
                    GET /calls/{call}/applications/new
                    GET /calls/{call}/draw
                    GET /calls/{call}/draw/numbers
                    POST /calls/{call}/mine
                    GET /api/v1/calls/{call}
                    POST /api/v1/calls/{call}/applications
                    GET /api/v1/calls/{call}/draw
                    GET /projects
                    GET /api/v1/projects
                    GET /api/v1/log/consistency
                    GET /api/v1/log/entries/{seq}/proof
                    GET /api/v1/receipts/{code}
                    GET /api/v1/receipts/{code}/proof
                    POST /api/v1/receipts/{code}/messages
                    POST /api/v1/contributions/{id}/withdrawal""",
            Who.KNOWN, """
                    GET /calls/{call}/mine
                    GET /me
                    POST /me/copy
                    GET /me/erasure
                    GET /me/experience
                    POST /me/experience
                    POST /me/experience/{experience}/withdrawal
                    POST /me/erasure *
                    POST /me/language
                    GET /me/calendar
                    POST /me/calendar
                    GET /api/v1/me
                    POST /api/v1/me/copy
                    DELETE /api/v1/me *""",
            Who.ADMINISTRATOR, """
                    GET /sbom
                    GET /administration/disclosures
                    GET /administration/people
                    POST /administration/people
                    GET /administration/people/{person}
                    POST /administration/people/{person}
                    POST /administration/people/{person}/blocking *
                    POST /administration/people/{person}/unblocking *
                    GET /administration/retention""",
            Who.FOUNDER, """
                    GET /projects/new
                    POST /projects/new
                    POST /api/v1/projects""",
            Who.AUTHOR_OR_STAFF, """
                    GET /contributions/{id}/journey
                    GET /api/v1/contributions/{id}/journey""",
            Who.CLAIMANT, """
                    GET /claims/{claim}
                    GET /claims/{claim}/fee
                    POST /claims/{claim}/fee
                    GET /claims/{claim}/travel
                    POST /claims/{claim}/travel *
                    GET /claims/{claim}/meals
                    POST /claims/{claim}/meals *
                    GET /claims/{claim}/tax-card
                    POST /claims/{claim}/tax-card
                    GET /claims/{claim}/check
                    POST /claims/{claim}/sending *""",
            Who.CLAIMANT_OR_LEAD, """
                    GET /api/v1/claims/{claim}""",
            Who.MEMBER, """
                    GET /workshops/{workshop}/claim
                    POST /workshops/{workshop}/claim *
                    POST /api/v1/workshops/{workshop}/claims
                    GET /projects/{project}
                    GET /projects/{project}/coverage
                    GET /projects/{project}/panels/{panel}
                    GET /api/v1/projects/{project}
                    GET /api/v1/projects/{project}/coverage
                    GET /api/v1/projects/{project}/drafts
                    GET /projects/{project}/workshops
                    GET /workshops/{workshop}
                    POST /workshops/{workshop}/answer
                    GET /workshops/{workshop}/calendar.ics
                    GET /workshops/{workshop}/materials/{number}
                    GET /workshops/{workshop}/handouts/{handout}
                    GET /workshops/{workshop}/needs
                    POST /workshops/{workshop}/needs
                    GET /workshops/{workshop}/needs/{kind}
                    POST /workshops/{workshop}/needs/{kind}
                    GET /workshops/{workshop}/here/{key}
                    POST /workshops/{workshop}/here/{key}
                    GET /workshops/{workshop}/minutes
                    GET /workshops/{workshop}/board/events
                    GET /workshops/{workshop}/board/news
                    GET /workshops/{workshop}/board/phone
                    POST /workshops/{workshop}/board/phone/notes
                    POST /workshops/{workshop}/board/phone/dots
                    POST /workshops/{workshop}/board/phone/replies
                    POST /workshops/{workshop}/board/phone/ratings
                    GET /api/v1/projects/{project}/workshops
                    GET /api/v1/projects/{project}/workshops/{workshop}
                    GET /api/v1/projects/{project}/workshops/{workshop}.ics
                    GET /api/v1/workshops/{workshop}
                    GET /api/v1/workshops/{workshop}.ics
                    POST /api/v1/workshops/{workshop}/registrations
                    POST /api/v1/workshops/{workshop}/notes
                    POST /api/v1/workshops/{workshop}/votes
                    GET /api/v1/workshops/{workshop}/board/events
                    GET /drafts/{draft}
                    GET /drafts/{draft}/versions/{number}
                    GET /drafts/{draft}/versions/{number}/why
                    GET /drafts/{draft}/versions/{number}/why/{place}
                    GET /drafts/{draft}/versions/{number}/diff/{other}
                    GET /drafts/{draft}/versions/{number}/comments
                    GET /drafts/{draft}/versions/{number}/comments/new
                    POST /drafts/{draft}/versions/{number}/comments
                    POST /drafts/{draft}/versions/{number}/comments/new
                    GET /drafts/{draft}/versions/{number}/rating
                    POST /drafts/{draft}/versions/{number}/rating
                    GET /api/v1/drafts/{draft}
                    GET /api/v1/drafts/{draft}/versions
                    GET /api/v1/drafts/{draft}/versions/{number}
                    GET /api/v1/drafts/{draft}/versions/{number}/diff/{other}
                    GET /api/v1/drafts/{draft}/versions/{number}/why
                    GET /api/v1/drafts/{draft}/ratings
                    POST /api/v1/drafts/{draft}/ratings
                    POST /api/v1/drafts/{draft}/contributions""",
            Who.STAFF, """
                    GET /workshops/{workshop}/registrations
                    GET /workshops/{workshop}/registrations/new
                    POST /workshops/{workshop}/registrations/new
                    POST /workshops/{workshop}/registrations/names
                    GET /workshops/{workshop}/registrations/{registration}
                    POST /workshops/{workshop}/registrations/{registration}/answer
                    POST /workshops/{workshop}/registrations/{registration}/attendance
                    GET /workshops/{workshop}/attendance
                    POST /workshops/{workshop}/attendance
                    GET /workshops/{workshop}/handouts
                    POST /workshops/{workshop}/handouts
                    POST /workshops/{workshop}/handouts/{handout}/removal *
                    GET /workshops/{workshop}/minutes/edit
                    POST /workshops/{workshop}/minutes/edit
                    GET /workshops/{workshop}/board
                    POST /workshops/{workshop}/board/opening
                    POST /workshops/{workshop}/board/step *
                    GET /workshops/{workshop}/board/desk
                    POST /workshops/{workshop}/board/desk/typed
                    POST /workshops/{workshop}/board/desk/notes
                    GET /workshops/{workshop}/board/desk/step
                    POST /workshops/{workshop}/board/desk/step
                    GET /workshops/{workshop}/board/paper
                    POST /workshops/{workshop}/board/paper
                    GET /api/v1/workshops/{workshop}/registrations
                    POST /api/v1/workshops/{workshop}/registrations/{registration}/attendance
                    PUT /api/v1/workshops/{workshop}/minutes
                    GET /api/v1/invitations
                    GET /projects/{project}/calls/{call}/typed-in
                    POST /projects/{project}/calls/{call}/typed-in
                    GET /api/v1/drafts/{draft}/working-copy/changes
                    GET /api/v1/decisions/{decision}
                    GET /api/v1/projects/{project}/members
                    GET /projects/{project}/panels
                    GET /api/v1/projects/{project}/panels
                    GET /api/v1/projects/{project}/panels/{panel}
                    GET /api/v1/projects/{project}/panels/{panel}/members
                    POST /contributions/{id}/phrasing
                    GET /projects/{project}/claims/new
                    POST /projects/{project}/claims/new
                    GET /decisions/{decision}
                    GET /projects/{project}/input
                    GET /projects/{project}/input/next
                    GET /projects/{project}/decisions
                    GET /drafts/{draft}/versions/{number}/typed-in
                    POST /drafts/{draft}/versions/{number}/typed-in
                    GET /contributions/{id}
                    GET /contributions/{id}/viewpoints
                    POST /contributions/{id}/viewpoints
                    POST /contributions/{id}/joining
                    POST /contributions/{id}/topics
                    GET /contributions/{id}/masking
                    POST /contributions/{id}/masking
                    POST /contributions/{id}/masking/question
                    GET /contributions/{id}/deflection
                    POST /contributions/{id}/deflection
                    GET /contributions/{id}/moderation
                    POST /contributions/{id}/moderation
                    POST /contributions/{id}/messages
                    GET /api/v1/projects/{project}/contributions
                    GET /api/v1/projects/{project}/decisions
                    GET /api/v1/projects/{project}/phrases
                    POST /api/v1/contributions/{id}/viewpoints
                    POST /api/v1/contributions/{id}/joining
                    POST /api/v1/contributions/{id}/topics
                    POST /api/v1/contributions/{id}/masking
                    POST /api/v1/contributions/{id}/deflection
                    POST /api/v1/contributions/{id}/moderation
                    POST /api/v1/contributions/{id}/messages""",
            Who.LEAD, """
                    GET /projects/{project}/claims
                    GET /projects/{project}/claims/{claim}
                    POST /projects/{project}/claims/{claim}/decision
                    POST /projects/{project}/claims/{claim}/reference
                    GET /projects/{project}/fees
                    POST /projects/{project}/fees
                    GET /projects/{project}/payroll
                    POST /projects/{project}/payroll *
                    GET /projects/{project}/payroll/{number}
                    POST /projects/{project}/payroll/{number}/paid *
                    GET /api/v1/projects/{project}/claims
                    POST /api/v1/claims/{claim}/approval
                    GET /api/v1/projects/{project}/fee-rules
                    POST /api/v1/projects/{project}/fee-rules
                    GET /api/v1/projects/{project}/payroll
                    POST /api/v1/projects/{project}/payroll *
                    POST /api/v1/projects/{project}/payroll/{list}/paid *
                    POST /api/v1/invitations
                    GET /projects/{project}/workshops/new
                    POST /projects/{project}/workshops/new
                    GET /workshops/{workshop}/edit
                    POST /workshops/{workshop}/edit
                    GET /workshops/{workshop}/results
                    GET /workshops/{workshop}/results/{audience}
                    POST /workshops/{workshop}/results/{audience}
                    GET /workshops/{workshop}/cancellation
                    POST /workshops/{workshop}/cancellation *
                    POST /api/v1/projects/{project}/workshops
                    PATCH /api/v1/workshops/{workshop}
                    POST /api/v1/workshops/{workshop}/cancellation *
                    GET /projects/{project}/edit
                    POST /projects/{project}/edit
                    GET /projects/{project}/people
                    POST /projects/{project}/people
                    GET /projects/{project}/people/new
                    POST /projects/{project}/people/new
                    GET /projects/{project}/people/links
                    POST /projects/{project}/people/links
                    POST /projects/{project}/people/links/{link}/ending *
                    GET /projects/{project}/letters
                    POST /projects/{project}/letters
                    GET /projects/{project}/letters/{batch}
                    GET /projects/{project}/letters/{batch}/sheets
                    GET /projects/{project}/letters/{batch}/codes
                    GET /projects/{project}/letters/{batch}/paper
                    GET /projects/{project}/letters/{batch}/cards
                    GET /projects/{project}/invitations
                    POST /projects/{project}/invitations/reminding *
                    GET /projects/{project}/invitations/new
                    POST /projects/{project}/invitations/new
                    POST /projects/{project}/invitations/new/preview
                    POST /projects/{project}/letters/{batch}/opening
                    POST /projects/{project}/letters/{batch}/printed *
                    GET /api/v1/invitations/letters/{batch}
                    POST /api/v1/invitations/letters/{batch}/opening
                    POST /api/v1/invitations/letters/{batch}/printed *
                    GET /projects/{project}/mail
                    POST /projects/{project}/mail/{mail}/trying *
                    POST /projects/{project}/mail/{mail}/dropping *
                    GET /projects/{project}/calls
                    GET /projects/{project}/calls/new
                    POST /projects/{project}/calls/new
                    GET /projects/{project}/calls/{call}
                    GET /projects/{project}/calls/{call}/edit
                    POST /projects/{project}/calls/{call}/edit
                    POST /projects/{project}/calls/{call}/prolonging
                    POST /projects/{project}/calls/{call}/draw
                    POST /projects/{project}/calls/{call}/people/{number}/opening
                    POST /projects/{project}/calls/{call}/people/{number}/answer
                    GET /projects/{project}/calls/{call}/selection
                    POST /projects/{project}/calls/{call}/selection
                    POST /projects/{project}/calls/{call}/selection/suggestion
                    POST /projects/{project}/calls/{call}/selection/decision
                    GET /projects/{project}/calls/{call}/sample
                    POST /projects/{project}/calls/{call}/sample
                    POST /projects/{project}/calls/{call}/sample/letters
                    GET /api/v1/projects/{project}/calls
                    POST /api/v1/projects/{project}/calls
                    GET /api/v1/calls/{call}/sample
                    POST /api/v1/calls/{call}/sample/import
                    POST /api/v1/calls/{call}/sample/letters
                    GET /api/v1/calls/{call}/selection
                    POST /api/v1/calls/{call}/selection
                    POST /api/v1/calls/{call}/draw
                    GET /projects/{project}/members/{number}
                    POST /projects/{project}/members/{number}
                    POST /projects/{project}/members/{number}/email
                    POST /projects/{project}/members/{number}/guardian *
                    GET /projects/{project}/members/{number}/guardian/link
                    POST /projects/{project}/members/{number}/guardian/link
                    POST /projects/{project}/members/{number}/guardian/link/ending *
                    POST /api/v1/projects/{project}/members/{number}/disclosures
                    GET /projects/{project}/panels/new
                    POST /projects/{project}/panels
                    POST /projects/{project}/panels/{panel}/opening
                    GET /projects/{project}/panels/{panel}/edit
                    POST /projects/{project}/panels/{panel}/edit
                    GET /projects/{project}/panels/{panel}/ending
                    POST /projects/{project}/panels/{panel}/ending *
                    GET /projects/{project}/panels/{panel}/composition
                    GET /projects/{project}/panels/{panel}/composition/target
                    POST /projects/{project}/panels/{panel}/composition/target *
                    GET /projects/{project}/panels/{panel}/members/new
                    POST /projects/{project}/panels/{panel}/members
                    GET /projects/{project}/panels/{panel}/members/{seat}
                    POST /projects/{project}/panels/{panel}/members/{seat}/profile *
                    POST /projects/{project}/panels/{panel}/members/{seat}/renewal
                    POST /projects/{project}/panels/{panel}/members/{seat}/ending
                    POST /projects/{project}/panels/{panel}/members/{seat}/opening
                    GET /projects/{project}/panels/{panel}/members/{seat}/consents
                    POST /projects/{project}/panels/{panel}/members/{seat}/consents
                    GET /projects/{project}/panels/{panel}/import
                    GET /projects/{project}/panels/{panel}/import/table
                    POST /projects/{project}/panels/{panel}/import/check
                    POST /projects/{project}/panels/{panel}/import
                    GET /projects/{project}/panels/{panel}/import/jobs/{job}
                    POST /projects/{project}/panels/{panel}/import/jobs/{job}
                    POST /api/v1/projects/{project}/panels
                    PATCH /api/v1/projects/{project}/panels/{panel}
                    DELETE /api/v1/projects/{project}/panels/{panel} *
                    GET /api/v1/projects/{project}/panels/{panel}/composition
                    POST /api/v1/projects/{project}/panels/{panel}/members
                    DELETE /api/v1/projects/{project}/panels/{panel}/members/{seat} *
                    POST /api/v1/projects/{project}/panels/{panel}/members/{seat}/renewal
                    POST /api/v1/projects/{project}/panels/{panel}/members/import
                    GET /projects/{project}/quotes
                    POST /projects/{project}/quotes/{id} *
                    GET /api/v1/projects/{project}/quotes
                    POST /api/v1/projects/{project}/quotes/{id} *
                    GET /projects/{project}/phrases
                    POST /projects/{project}/phrases
                    GET /projects/{project}/input/topics/{topic}
                    POST /projects/{project}/input/topics/{topic}
                    POST /projects/{project}/input/topics/{topic}/phrasing
                    POST /projects/{project}/decisions/confirmations
                    GET /projects/{project}/drafts/new
                    POST /projects/{project}/drafts
                    POST /projects/{project}/drafts/preview
                    POST /contributions/{id}/decisions
                    POST /decisions/{decision}/completion
                    POST /decisions/{decision}/phrasing
                    POST /decisions/{decision}/revision
                    GET /drafts/{draft}/working-copy
                    GET /drafts/{draft}/working-copy/changes
                    POST /drafts/{draft}/working-copy/changes
                    GET /drafts/{draft}/working-copy/languages/new
                    POST /drafts/{draft}/working-copy/languages
                    POST /drafts/{draft}/working-copy/languages/preview
                    GET /drafts/{draft}/working-copy/sections/new
                    POST /drafts/{draft}/working-copy/sections
                    GET /drafts/{draft}/working-copy/sections/{section}
                    POST /drafts/{draft}/working-copy/sections/{section}
                    POST /drafts/{draft}/working-copy/sections/{section}/confirmation
                    POST /drafts/{draft}/working-copy/sections/{section}/place
                    GET /drafts/{draft}/working-copy/sections/{section}/removal
                    POST /drafts/{draft}/working-copy/sections/{section}/removal *
                    GET /drafts/{draft}/working-copy/text
                    POST /drafts/{draft}/working-copy/text
                    POST /drafts/{draft}/working-copy/text/preview
                    GET /drafts/{draft}/publishing
                    POST /drafts/{draft}/publishing
                    GET /drafts/{draft}/closing
                    POST /drafts/{draft}/closing *
                    GET /drafts/{draft}/extension
                    POST /drafts/{draft}/extension
                    PATCH /api/v1/projects/{project}
                    POST /api/v1/projects/{project}/members
                    POST /api/v1/projects/{project}/drafts
                    POST /api/v1/projects/{project}/decisions
                    POST /api/v1/projects/{project}/confirmations
                    POST /api/v1/projects/{project}/phrases
                    POST /api/v1/decisions/{decision}/completion
                    POST /api/v1/decisions/{decision}/revision
                    GET /api/v1/drafts/{draft}/working-copy
                    PUT /api/v1/drafts/{draft}/working-copy
                    PUT /api/v1/drafts/{draft}/working-copy/changes/{change}
                    POST /api/v1/drafts/{draft}/versions
                    PATCH /api/v1/drafts/{draft}/versions/{number}
                    POST /api/v1/drafts/{draft}/closing *
                    POST /api/v1/drafts/{draft}/extension""");

    @Test
    void every_route_of_the_house_has_a_row() {
        Set<String> rows = TABLE.values().stream().flatMap(String::lines).map(row -> row.replace(" *", ""))
                .map(AccessTest::shape).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", routes()), String.join("\n", rows));
    }

    @Test
    void each_person_opens_the_doors_that_are_theirs_and_finds_no_others() {
        Example example = Example.made();
        Map<Person, Set<Who>> people = Map.of(
                World.lena(), Set.of(Who.LEAD, Who.CLAIMANT_OR_LEAD, Who.STAFF, Who.MEMBER, Who.KNOWN, Who.ALL, Who.FOUNDER,
                Who.AUTHOR_OR_STAFF),
                World.fanny(), Set.of(Who.STAFF, Who.MEMBER, Who.KNOWN, Who.ALL, Who.AUTHOR_OR_STAFF),
                World.pekka(), Set.of(Who.CLAIMANT, Who.CLAIMANT_OR_LEAD, Who.MEMBER, Who.KNOWN, Who.ALL, Who.AUTHOR_OR_STAFF),
                World.linus(), Set.of(Who.KNOWN, Who.ALL, Who.FOUNDER),
                World.alva(), Set.of(Who.KNOWN, Who.ALL, Who.FOUNDER, Who.ADMINISTRATOR),
                World.oskar(), Set.of(Who.KNOWN, Who.ALL));
        assertEquals("", String.join("\n", wrong(example, people)));
    }

    @Test
    void a_door_left_open_would_be_found() {
        Example example = Example.made();
        Map<Person, Set<Who>> oskar = Map.of(World.oskar(), Set.of(Who.KNOWN, Who.ALL));
        // as if nobody asked whether he takes part in it, and as what
        World.act(() -> Membership.of(Project.findById(example.project().id), Person.findById(World.oskar().id),
                Membership.Role.LEAD, World.oskar().kind));
        String found = String.join("\n", wrong(example, oskar));
        for (String door : List.of(" GET /projects/{project} ", " GET /drafts/{draft} ", " GET /api/v1/drafts/{draft} ",
                "POST /projects/{project}/edit ", "GET /projects/{project}/input ", "POST /api/v1/invitations ",
                "PUT /api/v1/drafts/{draft}/working-copy "))
            assertTrue(found.contains(door), door + " in " + found);
        assertFalse(found.contains("/projects/new"), found);
    }

    private static List<String> wrong(Example example, Map<Person, Set<Who>> people) {
        List<String> wrong = new ArrayList<>();
        people.forEach((person, is) -> TABLE.forEach((who, rows) -> rows.lines().forEach(row -> {
            boolean may = is.contains(who);
            if (may && row.endsWith("*")) return;
            int status = example.tried(row.replace(" *", ""), person);
            boolean right = may ? status < 500 && status != 401 && status != 403
                    && (status != 404 || example.mayBeNothing(row)) : status == 404;
            if (!right) wrong.add(person.name + " " + row + " → " + status + (may ? "" : " instead of 404"));
        })));
        return wrong;
    }

    /** In the session and with the token that somebody has already. */
    @Test
    void a_role_taken_away_counts_at_the_next_request() {
        Example example = Example.made();
        Browser fanny = Browser.as(World.fanny());
        String token = Browser.token(World.fanny());
        assertEquals(List.of(200, 200), seen(fanny, token, example));
        World.act(() -> Membership.update("role = 'PARTICIPANT' where project = ?1 and person = ?2", example.project(),
                World.fanny()));
        assertEquals(List.of(404, 404), seen(fanny, token, example));
        assertEquals(200, fanny.tried("GET", "/projects/" + example.project().slug));
        World.act(() -> Membership.delete("project = ?1 and person = ?2", example.project(), World.fanny()));
        assertEquals(404, fanny.tried("GET", "/projects/" + example.project().slug));
        Person mina = World.act(() -> Person.named("Mina", "mina-" + System.nanoTime(), Role.LEAD,
                World.lena().kind, "sv"));
        String hers = Arc.container().instance(Passes.class).get().issue(mina, Duration.ofHours(1)).token();
        assertEquals(422, founds(hers));
        World.act(() -> Person.update("role = 'PARTICIPANT' where id = ?1", mina.id));
        assertEquals(404, founds(hers));
        World.act(() -> Person.update("blockedAt = ?1 where id = ?2", Instant.now(), mina.id));
        assertEquals(401, founds(hers));
    }

    private static List<Integer> seen(Browser page, String token, Example example) {
        return List.of(page.tried("GET", "/projects/" + example.project().slug + "/input"), RestAssured.given()
                .header("Authorization", "Bearer " + token).get("/api/v1/projects/" + example.project().slug
                + "/contributions").statusCode());
    }

    private static int founds(String token) {
        return RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "k" + System.nanoTime()).body(Map.of()).post("/api/v1/projects")
                .statusCode();
    }

    @Test
    void nobody_is_asked_to_sign_in_and_told_nothing() {
        Example example = Example.made();
        List<String> wrong = new ArrayList<>();
        TABLE.forEach((who, rows) -> rows.lines().filter(row -> who != Who.ALL).map(row -> row.replace(" *", ""))
                .forEach(row -> {
            Response answer = example.asNobody(row);
            boolean asked = row.contains("/api/") || !row.startsWith("GET") ? answer.statusCode() == 401
                    : answer.statusCode() == 303 && answer.header("Location").contains("/sign-in");
            if (!asked) wrong.add(row + " → " + answer.statusCode());
        }));
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void no_other_spelling_of_the_api_takes_a_cookie() {
        Browser lena = Browser.as(World.lena());
        for (String path : List.of("/%61pi/v1/me", "//api/v1/me", "///api/v1/me", "/./api/v1/me", "/x/../api/v1/me",
                "/x/%2e%2e/api/v1/me", "/api;x/v1/me", "/API/v1/me", "/api/v1/me/", "/api/v1/me;x"))
            for (String verb : List.of("GET", "DELETE")) {
                int status = lena.bare(verb, path);
                assertTrue(status == 401 || status == 404, verb + " " + path + " → " + status);
            }
    }

    /** Somebody takes part in both projects, and comes by a link to the other one. */
    @Test
    void by_a_link_to_one_project_no_door_of_another_opens() {
        Example example = Example.made();
        Example.Guest siv = example.guestOfAnotherProject();
        assertEquals("", String.join("\n", wrong(example, siv)));
        assertEquals(200, siv.tried(example, "GET /projects/" + siv.project().slug));
        assertEquals(200, siv.tried(example, "GET /api/v1/projects/" + siv.project().slug));
        assertEquals(404, siv.tried(example, "GET /contributions/" + siv.said().publicId + "/journey"));
        assertEquals(404, siv.tried(example, "POST /api/v1/contributions/" + siv.said().publicId + "/withdrawal"));
        Example.Guest here = example.guest();
        for (String open : List.of("GET /drafts/{draft}", "GET /api/v1/drafts/{draft}", "GET /projects/{project}",
                "GET /contributions/" + here.said().publicId + "/journey"))
            assertEquals(200, here.tried(example, open), open);
    }

    @Test
    void a_link_that_opens_all_its_persons_projects_would_be_found() {
        Example example = Example.made();
        Example.Guest siv = example.guestOfAnotherProject();
        QuarkusMock.installMockForType(Unbound.made(), Grants.class);
        String found = String.join("\n", wrong(example, siv));
        for (String door : List.of("GET /drafts/{draft} ", "GET /api/v1/drafts/{draft} ", "GET /projects/{project} "))
            assertTrue(found.contains(door), door + " in " + found);
    }

    private static List<String> wrong(Example example, Example.Guest guest) {
        List<String> wrong = new ArrayList<>();
        TABLE.forEach((who, rows) -> rows.lines().map(row -> row.replace(" *", ""))
                .filter(row -> who != Who.ALL && who != Who.KNOWN).forEach(row -> {
            int status = guest.tried(example, row);
            if (status != 404) wrong.add(row + " → " + status);
        }));
        return wrong;
    }

    static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.hornsten").stream().filter(type -> type.isAnnotatedWith(Path.class))
                .forEach(type -> type.getMethods()
                .forEach(method -> routes(type.getAnnotationOfType(Path.class).value(), method, routes)));
        return routes;
    }

    private static void routes(String base, JavaMethod method, Set<String> routes) {
        for (Class<? extends Annotation> verb : List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class))
            if (method.isAnnotatedWith(verb)) routes.add(shape(verb.getSimpleName() + " " + ("/" + base + "/"
                    + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("")).replaceAll("/+", "/")
                    .replaceAll("(?<=.)/$", "")));
    }

    /** Parameters are called differently in different classes; their place tells what they are. */
    static String shape(String route) {
        return route.replaceAll("\\{[^}]*}", "{}");
    }
}
