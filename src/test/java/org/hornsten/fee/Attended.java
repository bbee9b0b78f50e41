package org.hornsten.fee;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Time;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/** A workshop of two hours and ten minutes that some people of the world were at, yesterday. */
public record Attended(Project project, Workshop workshop) {

    public static Person eva() {
        return World.act(() -> Person.called("expert").orElseGet(() ->
                Person.named("Eva", "expert", Role.PARTICIPANT, PersonKind.EXPERT_BY_EXPERIENCE, "sv")));
    }

    public static Attended by(Person... people) {
        return in(World.project(), people);
    }

    public static Attended in(Project project, Person... people) {
        return World.act(() -> {
            Project loaded = Project.findById(project.id);
            Instant now = Time.now();
            Workshop workshop = Workshop.planned(loaded, new Plan(
                    Multilingual.of("Första kontakten", "Ensimmäinen yhteys", "The first contact"),
                    Multilingual.none(), Workshop.Form.IN_PERSON, now.plus(Duration.ofHours(1)),
                    now.plus(Duration.ofMinutes(190)), null, Multilingual.of("Stadshuset", "Kaupungintalo", ""), null,
                    null, null, null, null, null), now);
            Arrays.stream(people).forEach(person -> comes(workshop, Person.findById(person.id), now));
            Workshop.flush();
            Workshop.update("startsAt = ?1, endsAt = ?2, closesAt = ?1 where id = ?3",
                    now.minus(Duration.ofHours(24)), now.minus(Duration.ofMinutes(1310)), workshop.id);
            return new Attended(loaded, workshop);
        });
    }

    private static void comes(Workshop workshop, Person person, Instant now) {
        if (Membership.count("project = ?1 and person = ?2", workshop.project, person) == 0)
            Membership.of(workshop.project, person, Membership.Role.PARTICIPANT, person.kind);
        Registration.answer(workshop, person, Registration.Answer.YES, Optional.empty(), now).registration()
                .attend(true);
    }

    /** 25 euros an hour, 55 cents a kilometre and 15 euros at most for a meal. */
    public Attended agreed() {
        World.act(() -> {
            for (Task task : Set.of(Task.TAKING_PART, Task.KILOMETRE, Task.MEAL))
                FeeRule.agreed(Project.findById(project.id), new FeeRule.Wanted(task, FeeRule.Per.HOUR,
                        new Cents(Map.of(Task.TAKING_PART, 2500L, Task.KILOMETRE, 55L, Task.MEAL, 1500L).get(task)),
                        Set.of(PersonKind.EXPERT_BY_EXPERIENCE), World.today().minusDays(30)), World.lena(),
                        World.today());
            return project;
        });
        return this;
    }

    /** Sent by the person, with a ticket of 12.40 beside the fee. */
    public Claim claimed(Person person) {
        String id = Browser.api(person).body("""
                {"items": [{"kind": "fee", "amount": 6250}, {"kind": "ticket", "amount": 1240, "note": "Buss"}],
                 "taxCard": "delivered"}""").post("/api/v1/workshops/" + workshop.publicId + "/claims").then()
                .statusCode(201).extract().path("id");
        return claim(id);
    }

    /** Approved and in the first list of the project. */
    public Claim listed(Person person) {
        Claim claim = approved(person, "4711");
        Browser.api(World.lena()).post("/api/v1/projects/" + project.slug + "/payroll").then().statusCode(201);
        return claim;
    }

    public Claim approved(Person person, String reference) {
        Claim claim = claimed(person);
        Map<String, Object> decision = new TreeMap<>(Map.of("decision", "approved"));
        if (!reference.isEmpty()) decision.put("payrollReference", reference);
        Browser.api(World.lena()).body(decision).post("/api/v1/claims/" + claim.publicId + "/approval").then()
                .statusCode(200);
        return claim(claim.publicId);
    }

    public static Claim claim(String id) {
        return World.act(() -> Claim.<Claim>find("""
                from Claim c join fetch c.person join fetch c.workshop join fetch c.project where c.publicId = ?1""", id)
                .singleResult());
    }
}
