package org.hornsten;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Because;
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

/** A project of Lena's with one of everything. */
record Example(Project project, Draft draft, Contribution said, Decision decision, String section, String passage,
               String link, String batch, String outsider, String workshop, String claim,
               Map<Person, Browser> browsers, Map<Person, String> tokens) {

    static Example made() {
        Draft draft = World.openDraft();
        Seated.in(draft.project);
        Meeting.of(draft.project);
        Contribution said = World.said(draft, "Lova en bestämd dag.");
        Decision decision = World.decided(World.said(draft, "Ring mig."), Disposition.NOT_ADOPTED);
        String batch = letters(draft);
        String outsider = World.oskar().publicId;
        Attended workshop = Attended.in(draft.project, World.pekka()).agreed();
        Claim claim = workshop.listed(World.pekka());
        World.openCall(draft.project);
        return World.act(() -> {
            Draft loaded = World.again(draft);
            var outline = loaded.newest().orElseThrow().text("sv").orElseThrow().outline;
            Person siv = Person.withoutAccount("Siv", null, PersonKind.CUSTOMER, "sv", null);
            Membership.of(loaded.project, siv, Membership.Role.PARTICIPANT, siv.kind);
            var link = PersonalLink.forPerson(loaded.project, siv, loaded.ref(), null, World.today()).link();
            return new Example(Project.findById(loaded.project.id), loaded, said, decision,
                    outline.sections().get(0).id(), outline.passages().get(0).id(), link.publicId, batch, outsider,
                    workshop.workshop().publicId, claim.publicId, new HashMap<>(), new HashMap<>());
        });
    }

    /** The same with its eyes on another passage of the text. */
    Example lookingAt(int passage) {
        String other = World.act(() -> World.again(draft).newest().orElseThrow().text("sv").orElseThrow().outline
                .passages().get(passage).id());
        return new Example(project, draft, said, decision, section, other, link, batch, outsider, workshop, claim,
                browsers, tokens);
    }

    private static String letters(Draft draft) {
        return Browser.api(World.lena()).body(Map.of("about", draft.ref(), "channel", "letter",
                "to", List.of(Map.of("kind", "customer", "language", "sv", "name", "Brita"))))
                .post("/api/v1/invitations").then().statusCode(201).extract().path("batch");
    }

    /** A member of this project and of another one, who came by a link to the other. */
    record Guest(Project project, Contribution said, String token, Browser browser) {
        int tried(Example example, String row) {
            if (!row.contains("/api/")) return browser.tried(verb(row), example.path(row));
            return example.send(row, RestAssured.given().contentType("application/json")
                    .header("Authorization", "Bearer " + token)).statusCode();
        }
    }

    Guest guestOfAnotherProject() {
        return guest(World.project());
    }

    /** Who came by a link to this project, for comparison. */
    Guest guest() {
        return guest(project);
    }

    private Guest guest(Project linked) {
        Contribution words = World.said(draft, "Sivs egna ord.");
        Person siv = World.act(() -> {
            Person met = Person.withoutAccount("Siv Ström", null, PersonKind.CUSTOMER, "sv", null);
            Membership.of(Project.findById(project.id), met, Membership.Role.PARTICIPANT, met.kind);
            Membership.of(Project.findById(linked.id), met, Membership.Role.PARTICIPANT, met.kind);
            Contribution.update("author = ?1 where id = ?2", met, words.id);
            return met;
        });
        String token = World.act(() -> PersonalLink.forPerson(Project.findById(linked.id), Person.findById(siv.id),
                linked.ref(), null, World.today())).token();
        Browser browser = Browser.nobody();
        browser.get("/link/" + token).follow().submit("main form", Map.of()).is(303);
        return new Guest(linked, words, RestAssured.given().contentType("application/json").body(Map.of("token", token))
                .post("/api/v1/access").then().statusCode(200).extract().path("token"), browser);
    }

    /** The same when many have spoken, some of them are answered, and the text has been published again and again. */
    Example grown(int times) {
        for (int i = 0; i < times; i++) {
            World.said(draft, "Ring tillbaka samma dag, säger nummer " + i + ".");
            Decision answer = World.decided(World.said(draft, "Lova dag " + i + "."), Disposition.ADOPTED);
            World.rewrite(draft, i % 2 == 0 ? "så snart vi hinner" : "senast följande vardag",
                    i % 2 == 0 ? "senast följande vardag" : "så snart vi hinner").forEach(change ->
                    World.explain(draft, change, Because.decided(List.of(answer.publicId))));
            if (i % 3 == 0) World.publish(draft, Anonymity.PSEUDONYM);
        }
        return this;
    }

    /** Routes that answer 404 to anybody as long as nothing was opened before, or what is named does not exist. */
    boolean mayBeNothing(String row) {
        return row.contains("/receipts/") || row.contains("/r/") || row.contains("/link") || row.contains("/thanks")
                || row.endsWith("/guardian") || row.contains(" /contributions/{id}/moderation")
                || row.contains("sign-in/start") || row.contains("sign-out/provider") || row.contains("/withdrawal")
                || row.contains("POST /demo") || row.contains("/demo/mail/") || row.contains("security.txt") || row.contains("/sbom") || row.contains("/topics/{topic}")
                || row.contains("/import/jobs/") || row.contains("/calls/{call}/people/")
                || row.contains("/api/v1/access") 
                || row.contains("{workshop}/needs") || row.endsWith("{workshop}/minutes")
                || row.contains("{handout}") || row.contains("/log/") || row.contains("/calendar/")
                || row.contains("demo/sign-in");
    }

    int tried(String row, Person person) {
        return answer(row, person).statusCode();
    }

    Response answer(String row, Person person) {
        if (!row.contains("/api/")) return browsers.computeIfAbsent(person, Browser::as).sent(verb(row), path(row));
        return send(row, RestAssured.given().contentType("application/json").header("Authorization",
                "Bearer " + tokens.computeIfAbsent(person, Browser::token)));
    }

    Response asNobody(String row) {
        return row.contains("/api/") ? send(row, RestAssured.given().contentType("application/json"))
                : Browser.nobody().sent(verb(row), path(row));
    }

    private Response send(String row, RequestSpecification request) {
        if (row.contains("/api/") && row.endsWith("/import"))
            request.contentType("text/csv").body("namn\n");
        else if (!verb(row).equals("GET"))
            request.header("Idempotency-Key", "access-" + System.nanoTime())
            .body(row.endsWith("/invitations") ? Map.of("about", draft.ref()) : Map.of());
        return request.request(verb(row), path(row) + (row.endsWith("/invitations") ? "?about=" + draft.ref()
                : row.endsWith("GET /api/v1/invitations/letters/{batch}") ? "?format=csv" : ""));
    }

    static String verb(String row) {
        return row.substring(0, row.indexOf(' '));
    }

    String path(String row) {
        Map<String, String> values = new TreeMap<>(Map.of("{project}", project.slug, "{draft}", draft.publicId,
                "{number}", "1", "{other}", "1", "{id}", said.publicId, "{decision}", decision.publicId,
                "{section}", section, "{place}", passage, "{link}", link));
        values.putAll(Map.of("{change}", "words:passage:" + passage, "{code}", "AAAA-AAAA-AAAA-AAAA",
                "{topic}", "papper", "{person}", outsider, "{token}", "abc", "{batch}", batch, "{mail}", "none"));
        if (row.contains("{panel}")) values.putAll(Seated.in(project));
        values.putAll(Map.of("{experience}", "nothing", "{handout}", "nothing", "{job}", "none"));
        if (row.contains("{workshop}")) values.putAll(Meeting.of(project).values());
        values.putAll(Map.of("{claim}", claim, "{list}", "1", "{level}", "0", "{position}", "000.p/1", "{seq}", "1"));
        String path = row.substring(row.indexOf(' ') + 1);
        if (path.contains("{call}")) values.put("{call}", World.openCall(project).publicId);
        for (Map.Entry<String, String> value : values.entrySet()) path = path.replace(value.getKey(), value.getValue());
        return path;
    }
}
