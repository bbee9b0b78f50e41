package org.hornsten.guardian;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.Dump;
import org.hornsten.World;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class GuardianPagesTest {

    @Test
    void a_guardian_reads_what_it_is_about_says_yes_and_takes_it_back_by_the_same_link() {
        Membership yrsa = young(World.project());
        String link = made(yrsa);
        Browser guardian = nobody();
        Browser.Page asked = guardian.get(link).follow().shows("Y. Y.").shows("Provprojekt").shows("60 månader")
                .hides("Yrsa");
        asked.submit("main button[value=approved]", Map.of()).seesOther("/guardian");
        assertTrue(again(yrsa).guardianOn != null && again(yrsa).guardianBy == null);
        as(World.lena()).get(yrsa.path()).shows("av vårdnadshavaren");
        Browser later = nobody();
        later.get(link).follow().submit("main button[value=refused]", Map.of()).seesOther("/guardian");
        assertTrue(again(yrsa).guardianOn == null);
        later.get("/guardian").shows("Du har svarat nej").submit("main button[value=approved]", Map.of()).is(303);
        assertTrue(again(yrsa).guardianOn != null);
        as(World.lena()).get(yrsa.path() + "/guardian/link").shows("Ja,");
    }

    @Test
    void each_answer_is_in_the_ledger_once_and_says_nothing_of_the_guardian() {
        Membership yrsa = young(World.project());
        String link = made(yrsa);
        Browser guardian = nobody();
        Browser.Page asked = guardian.get(link).follow();
        asked.submit("main button[value=approved]", Map.of()).is(303);
        asked.submit("main button[value=approved]", Map.of()).is(303);
        assertEquals(1, Entry.count("verb = 'asked' and aboutId = ?1 and actorRole = 'lead'", yrsa.project.publicId));
        assertEquals(1, Entry.count("verb = 'approved' and aboutId = ?1 and actorRole = 'visitor' and actor is null",
                yrsa.project.publicId));
        assertEquals(1, Entry.count("verb = 'replied' and aboutKind = 'guardian' and actor is null and aboutId = ?1",
                id(yrsa)));
        guardian.get("/guardian").submit("main button[value=refused]", Map.of()).is(303);
        assertEquals(1, Entry.count("verb = 'disapproved' and aboutId = ?1 and actorRole = 'visitor'",
                yrsa.project.publicId));
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertFalse(Dump.taken().toString().contains(token), "only a fingerprint is kept");
    }

    @Test
    void looking_uses_nothing_up_and_signs_nobody_in() {
        Membership yrsa = young(World.project());
        String link = made(yrsa);
        String token = link.substring(link.lastIndexOf('/') + 1);
        for (String verb : List.of("HEAD", "GET", "OPTIONS")) for (String path : List.of(link, "/guardian"))
            for (Map<String, String> early : List.of(Map.of("Sec-Purpose", "prefetch"), Map.of("Purpose", "prefetch"),
                    Map.of("Sec-Purpose", "prefetch;prerender"), Map.of("X-Moz", "prefetch"), Map.of("X-A", "b")))
                RestAssured.given().redirects().follow(false).cookie("guardian", token).headers(early)
                        .request(verb, path);
        assertTrue(again(yrsa).guardianOn == null);
        assertEquals(0, Entry.count("verb = 'replied' and aboutId = ?1", id(yrsa)));
        Browser guardian = nobody();
        Browser.Page opened = guardian.get(link).seesOther("/guardian");
        assertEquals("no-referrer", opened.response.header("Referrer-Policy"));
        assertTrue(opened.response.getDetailedCookie("guardian").isHttpOnly());
        guardian.get("/guardian").submit("main button[value=approved]", Map.of()).is(303);
        assertTrue(again(yrsa).guardianOn != null, "what was looked for");
        guardian.get("/me").is(303);
        guardian.get(yrsa.project.path()).is(303);
    }

    @Test
    void every_link_that_does_not_work_looks_the_same() {
        Membership yrsa = young(World.project());
        String old = made(yrsa);
        String newer = made(yrsa);
        String replaced = page(old);
        nobody().get(newer).follow().is(200);
        World.act(() -> GuardianLink.update("lastOn = ?1 where member.id = ?2", World.today().minusDays(1),
                yrsa.id));
        String late = page(newer);
        String ended = made(yrsa);
        as(World.lena()).get(yrsa.path() + "/guardian/link").submit("form[action$=/ending]", Map.of()).is(303);
        String erased = made(young(World.project()));
        World.act(() -> Person.update("""
                erasedAt = ?1 where id = (select l.member.person.id from GuardianLink l where l.hash = ?2)""",
                Time.now(), fingerprint(erased)));
        for (String wrong : List.of(late, page(ended), page(erased), page("/guardian/" + "a".repeat(26)),
                page("/guardian/rubbish"), page("/guardian/%22%3Cscript%3E"))) assertEquals(replaced, wrong);
        nobody().get("/guardian").is(404);
        assertTrue(again(yrsa).guardianOn == null);
    }

    @Test
    void a_link_that_ended_while_it_was_read_says_nothing() {
        Membership yrsa = young(World.project());
        Browser.Page read = nobody().get(made(yrsa)).follow().is(200);
        made(yrsa);
        read.submit("main button[value=approved]", Map.of()).is(404);
        assertTrue(again(yrsa).guardianOn == null);
    }

    @Test
    void the_lead_sees_the_link_once_and_only_where_a_guardian_is_asked() {
        Project project = World.project();
        Membership yrsa = young(project);
        Browser lena = as(World.lena());
        String link = yrsa.path() + "/guardian/link";
        Browser.Page once = lena.get(link).submit("form[action$=/link]", Map.of()).follow().shows("Till vårdnadshavaren");
        assertEquals(2, once.document().select("main :containsOwn(/guardian/)").size(), "to copy and on paper");
        as(World.lena()).get(link).shows("Inget ännu").hides("/guardian/a");
        assertTrue(as(World.lena()).get(link).document().select(".once").isEmpty());
        Membership pekka = Membership.<Membership>find("project = ?1 and person = ?2", project, World.pekka())
                .firstResult();
        lena.get(pekka.path() + "/guardian/link").shows("behövs inte");
        assertEquals(422, lena.tried("POST", pekka.path() + "/guardian/link"));
        for (Person other : List.of(World.fanny(), World.linus(), World.pekka()))
            as(other).get(link).is(404);
    }

    private static Membership young(Project project) {
        return World.act(() -> {
            Person person = Person.withoutAccount("Yrsa Ylander", null, PersonKind.YOUNG_PERSON, "sv", null);
            person.isOf(AgeBand.UNDER_13);
            return Membership.of(Project.findById(project.id), person, Membership.Role.PARTICIPANT, person.kind);
        });
    }

    private static String made(Membership member) {
        String address = as(World.lena()).get(member.path() + "/guardian/link").submit("form[action$=/link]", Map.of())
                .follow().is(200).document().select(".once").text();
        return address.substring(address.indexOf("/guardian/"));
    }

    private static byte[] fingerprint(String link) {
        return Secrets.fingerprint(link.substring(link.lastIndexOf('/') + 1));
    }

    private static String page(String link) {
        return nobody().get(link).follow().is(404).document().select("main").html();
    }

    private static String id(Membership member) {
        return World.act(() -> GuardianLink.<GuardianLink>find("member.id", member.id).firstResult().publicId);
    }

    private static Membership again(Membership member) {
        return World.act(() -> Membership.findById(member.id));
    }
}
