package org.hornsten.guardian;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.sessions.JqwikSession;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.text.Quote;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever may be under the project's age limit leaves no answer under a name without a guardian's approval. */
@QuarkusTest
class MinorsTest {
    private static final int LIVES = 25;

    enum Act {
        APPROVE, TAKE_BACK, RAISE_LIMIT, LOWER_LIMIT, SAY_NAMED, SAY_AS_PSEUDONYM, SAY_ANONYMOUSLY,
        MAKE_LINK, LOOK_AT_LINK, YES_BY_LINK, NO_BY_LINK, YES_BY_OLD_LINK, END_LINK, OVERSLEEP_LINK
    }

    /** What a worse program would do, for this test to find. */
    enum Flaw { NONE, LOOKING_APPROVES, AN_ENDED_LINK_WORKS }

    /** The rule once more, as the law has it, beside the program's. */
    private static final class Child {
        private final Draft draft = World.openDraft(Anonymity.NAMED);
        private final AgeBand band;
        private final Membership member;
        private int limit = 13;
        private boolean approved;
        private String link = "";
        private String oldLink = "a".repeat(26);
        private final Flaw flaw;

        Child(AgeBand band, Flaw flaw) {
            this.flaw = flaw;
            this.band = band;
            member = World.act(() -> {
                Person person = Person.withoutAccount("Yrsa", null, PersonKind.YOUNG_PERSON, "sv", null);
                person.isOf(band);
                return Membership.of(Project.findById(draft.project.id), person, Membership.Role.PARTICIPANT,
                        person.kind);
            });
        }

        void live(Act act) {
            switch (act) {
                case APPROVE -> approve();
                case TAKE_BACK -> takeBack();
                case RAISE_LIMIT -> limit(16);
                case LOWER_LIMIT -> limit(13);
                case SAY_NAMED -> says(Anonymity.NAMED);
                case SAY_AS_PSEUDONYM -> says(Anonymity.PSEUDONYM);
                case SAY_ANONYMOUSLY -> says(Anonymity.ANONYMOUS);
                case MAKE_LINK -> makeLink();
                case LOOK_AT_LINK -> look();
                case YES_BY_LINK -> approved |= guardianSays("approved");
                case NO_BY_LINK -> approved &= !guardianSays("refused");
                case YES_BY_OLD_LINK -> Browser.nobody().get("/guardian/" + oldLink).follow().is(404);
                case END_LINK -> over("endedOn = ?1");
                case OVERSLEEP_LINK -> over("lastOn = ?1");
            }
            assertEquals(approved, World.act(() -> again().guardianOn != null), "after " + act);
        }

        private void makeLink() {
            boolean made = tried(() -> {
                String fresh = World.act(() -> GuardianLink.forMember(again(), World.today()).token());
                oldLink = link.isEmpty() ? oldLink : link;
                link = fresh;
            });
            assertEquals(young(), made, "a link is made where one is needed");
        }

        /** What a mail scanner or an impatient browser does. */
        private void look() {
            for (String verb : List.of("HEAD", "GET", "OPTIONS")) {
                Browser.nobody().bare(verb, "/guardian/" + token());
                RestAssured.given().cookie("guardian", token()).header("Sec-Purpose", "prefetch").request(verb,
                        "/guardian");
            }
            if (flaw == Flaw.LOOKING_APPROVES) World.act(() -> again().approve(World.today()));
        }

        private boolean guardianSays(String answer) {
            Browser guardian = Browser.nobody();
            Browser.Page page = guardian.get("/guardian/" + token()).follow();
            boolean works = young() && !link.isEmpty();
            page.is(works ? 200 : 404);
            int status = guardian.smuggled("/guardian", Map.of("answer", answer));
            assertEquals(works ? 303 : 404, status, answer);
            return works;
        }

        private void over(String how) {
            if (flaw != Flaw.AN_ENDED_LINK_WORKS) World.act(() -> GuardianLink.update(how + " where member.id = ?2",
                    World.today().minusDays(1), member.id));
            oldLink = link.isEmpty() ? oldLink : link;
            link = "";
        }

        private String token() {
            return link.isEmpty() ? oldLink : link;
        }

        private boolean young() {
            return band == AgeBand.UNDER_13 || band == AgeBand.FROM_13 && limit == 16;
        }

        private void approve() {
            boolean done = tried(() -> World.act(() -> again().approve(World.lena(), World.today())));
            assertEquals(young(), done, "an approval is recorded where one is needed");
            approved |= done;
        }

        private void takeBack() {
            World.act(() -> again().disapprove());
            approved = false;
        }

        private void limit(int years) {
            World.act(() -> Project.update("ageLimit = ?1 where id = ?2", years, draft.project.id));
            limit = years;
        }

        private void says(Anonymity level) {
            long before = Contribution.count("aboutId", draft.publicId);
            boolean stored = tried(() -> World.act(() -> said(level)));
            boolean may = level == Anonymity.ANONYMOUS || !young() || approved;
            assertEquals(may, stored, band + " " + limit + " " + approved + " " + level);
            assertEquals(before + (may ? 1 : 0), Contribution.count("aboutId", draft.publicId));
        }

        private Contribution said(Anonymity level) {
            Draft loaded = World.again(draft);
            Person person = Person.findById(member.person.id);
            return new Remark(1, "sv", "", "", new Quote("", "", ""), Saying.Kind.COMMENT, "Ett barns ord.",
                    Channel.WEB, level, World.today()).by(loaded, new Remark.Speaker(Optional.of(person), person.kind,
                    person.name, member.number, Optional.empty()), Secrets.fingerprint("" + UUID.randomUUID()));
        }

        private Membership again() {
            return Membership.findById(member.id);
        }

        private static boolean tried(Runnable act) {
            try {
                act.run();
                return true;
            } catch (Refused no) {
                return false;
            }
        }
    }

    @Test
    void no_life_of_a_minor_stores_a_named_answer_without_approval() {
        JqwikSession.run(() -> Arbitraries.of(Act.values()).list().ofSize(20).sampleStream().limit(LIVES)
                .forEach(life -> {
            Child child = new Child(AgeBand.values()[Math.floorMod(life.hashCode(), AgeBand.values().length)],
                    Flaw.NONE);
            life.forEach(child::live);
        }));
    }

    @Test
    void a_program_that_does_worse_is_found_out() {
        Map<Flaw, List<Act>> lives = Map.of(
                Flaw.LOOKING_APPROVES, List.of(Act.MAKE_LINK, Act.LOOK_AT_LINK),
                Flaw.AN_ENDED_LINK_WORKS, List.of(Act.MAKE_LINK, Act.END_LINK, Act.YES_BY_OLD_LINK));
        lives.forEach((flaw, life) -> {
            life.forEach(new Child(AgeBand.UNDER_13, Flaw.NONE)::live);
            Child child = new Child(AgeBand.UNDER_13, flaw);
            assertThrows(AssertionError.class, () -> life.forEach(child::live), "" + flaw);
        });
    }

    @Test
    void the_lead_records_what_the_guardian_said_and_the_person_is_told_why_not() {
        Draft draft = World.openDraft(Anonymity.NAMED);
        String token = api(World.lena()).body(Map.of("about", Map.of("kind", "draft", "id", draft.publicId), "channel",
                "handed_out", "to", List.of(Map.of("kind", "young_person", "ageBand", "under_13", "language", "sv",
                "name", "Yrsa")))).post("/api/v1/invitations").then().statusCode(201).extract().path("items[0].token");
        Browser yrsa = Browser.nobody();
        yrsa.get("/link/" + token).follow().submit("main form", Map.of()).is(303);
        String form = draft.path() + "/versions/1/comments/new";
        yrsa.get(form).submit("form[method=post]:has([name=words])", Map.of("words", "Mer gunga.")).refuses("anonymity")
                .is(422);
        Membership member = Membership.<Membership>find("project = ?1 order by id desc", draft.project).firstResult();
        Browser lena = as(World.lena());
        lena.get(member.path()).submit("button[value=approved]", Map.of()).seesOther(member.path());
        assertEquals(1, Entry.count("verb = 'approved' and aboutId = ?1", draft.project.publicId));
        yrsa.get(form).submit("form[method=post]:has([name=words])", Map.of("words", "Mer gunga.")).is(303);
        assertEquals(1, Contribution.count("aboutId", draft.publicId));
        as(World.fanny()).get(member.path()).is(404);
    }

    @Test
    void a_young_person_is_asked_how_old_and_nobody_else_is() {
        Project project = World.project();
        String members = "/api/v1/projects/" + project.slug + "/members";
        api(World.lena()).body(Map.of("person", Map.of("kind", "young_person", "language", "sv"))).post(members)
                .then().statusCode(422);
        api(World.lena()).body(Map.of("person", Map.of("kind", "customer", "language", "sv"))).post(members)
                .then().statusCode(201);
        String path = project.path() + "/people/new";
        as(World.lena()).post(path, path, "kind", "young_person", "language", "sv").refuses("ageBand");
        as(World.lena()).post(path, path, "kind", "young_person", "ageBand", "from_13", "language", "sv").is(303);
        assertTrue(Person.count("ageBand", AgeBand.FROM_13) > 0);
    }
}
