package org.hornsten.home;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.home.WorkList.Kind;
import org.hornsten.identity.Person;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class HomePagesTest {

    @Test
    void a_visitor_reads_what_this_is_in_three_languages_and_finds_the_receipt_field() {
        Map.of("sv", "hörnstenarna", "fi", "kulmakivet", "en", "cornerstones").forEach((language, word) -> {
            Browser.Page page = nobody().reading(language).get("/").shows(word);
            assertFalse(page.document().select("form[action=/r] input[name=code]").isEmpty());
        });
    }

    @Test
    void a_visitor_sees_open_projects_only() {
        Draft draft = World.openDraft();
        Browser.api(World.lena()).body(Map.of("title", Map.of("sv", "Öppet för alla 7")))
                .patch("/api/v1" + draft.project.path());
        nobody().get("/projects").hides("Öppet för alla 7");
        nobody().get(draft.project.path()).is(303);
        Browser.api(World.lena()).body(Map.of("open", true)).patch("/api/v1" + draft.project.path());
        nobody().get("/").shows("Öppet för alla 7").shows("En modell på prov");
        nobody().get(draft.project.path()).shows("En modell på prov").shows("Vi frågar");
    }

    @Test
    void a_participant_sees_what_is_asked_now_and_no_longer_when_the_round_is_closed() {
        Draft open = World.openDraft();
        Draft closed = World.closedDraft();
        Browser.Page page = as(World.pekka()).get("/").is(200);
        assertFalse(page.document().select("a[href=" + open.path() + "]").isEmpty());
        assertEquals(0, page.document().select(".asked a[href=" + closed.path() + "]").size());
    }

    @Test
    void an_outsider_is_asked_nothing_and_finds_no_project() {
        Project project = World.project();
        as(World.oskar()).get(project.path()).is(404);
        as(World.oskar()).get("/projects").is(200);
        assertEquals(0, as(World.oskar()).get("/projects").document().select("a[href=" + project.path() + "]").size());
    }

    @Test
    void an_address_in_any_script_is_simply_no_such_project() {
        for (String id : List.of("åäö", "مشروع", "👵", "%27%20or%201=1"))
            Browser.api(World.lena()).get("/api/v1/projects/" + id).then().statusCode(404);
    }

    @Test
    void work_lists_lead_to_what_waits() {
        Draft draft = World.openDraft();
        World.said(draft, "Vem ringer upp?");
        Browser.Page page = as(World.lena()).get("/").is(200);
        assertEquals(1, page.document().select(".worklist a[href=" + draft.project.path() + "/input/next]").size());
    }

    @Test
    void an_answered_viewpoint_leaves_the_list_and_its_promise_comes() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, "Lova en dag.");
        assertEquals(List.of(Kind.UNDECIDED), kinds(draft));
        World.decided(said, Disposition.ADOPTED);
        assertEquals(List.of(Kind.PROMISED), kinds(draft));
    }

    @Test
    void what_was_left_for_later_comes_back_on_its_day() {
        Draft draft = World.openDraft();
        World.decided(World.said(draft, "Senare kanske."), Disposition.LATER);
        WorkList later = lists(draft).get(0);
        assertEquals(Kind.RETURNS, later.kind());
        assertEquals(World.today().plusMonths(3), later.oldest());
    }

    @Test
    void masked_words_bring_their_answer_back_to_be_looked_at() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, "Ring Kalle i stället.");
        World.decided(said, Disposition.OUT_OF_SCOPE);
        World.act(() -> Contribution.<Contribution>findById(said.id).mask("Kalle"));
        assertEquals(List.of(Kind.SUSPECT), kinds(draft));
    }

    @Test
    void changes_wait_until_each_has_its_reason() {
        Draft draft = World.openDraft();
        List<Change> changes = World.rewrite(draft, "så snart vi hinner", "samma dag");
        assertEquals(List.of(Kind.UNEXPLAINED), kinds(draft));
        assertEquals(draft.path() + "/working-copy/changes", lists(draft).get(0).path());
        changes.forEach(change -> World.explain(draft, change,
                Because.own(Because.OwnReason.EDITORIAL, Multilingual.of("sv", "Tydligare."))));
        assertEquals(List.of(), kinds(draft));
    }

    @Test
    void the_longest_waiting_comes_first() {
        Draft draft = World.openDraft();
        World.decided(World.said(draft, "Senare kanske."), Disposition.LATER);
        World.said(draft, "Vem ringer upp?");
        assertEquals(List.of(Kind.UNDECIDED, Kind.RETURNS), kinds(draft));
    }

    @Test
    void a_facilitator_is_shown_what_people_said_but_no_leads_work() {
        Draft draft = World.openDraft();
        World.decided(World.said(draft, "Senare kanske."), Disposition.LATER);
        List<Membership> fannys = World.act(() -> of(World.fanny()).stream()
                .filter(m -> m.project.id.equals(draft.project.id)).toList());
        assertEquals(List.of(), World.act(() -> WorkLists.of(fannys)));
    }

    @Test
    void a_project_tells_who_works_on_it_the_next_step_and_then_all_there_is_to_do() {
        Project project = World.project();
        Browser lena = as(World.lena()).reading("sv");
        assertEquals(project.path() + "/drafts/new", advice(lena.get(project.path())));
        Draft draft = World.draft(project);
        assertEquals(draft.path() + "/working-copy", advice(lena.get(project.path())));
        World.publish(draft, Anonymity.NAMED);
        assertEquals(project.path() + "/invitations/new", advice(lena.get(project.path())));
        Browser fanny = as(World.fanny()).reading("fi");
        assertEquals("", advice(fanny.get(project.path())));
        World.said(draft, "Vem ringer upp?");
        assertEquals(project.path() + "/input/next", advice(lena.get(project.path()).shows("väntar på svar")));
        assertEquals(project.path() + "/input/next", advice(fanny.get(project.path())));
    }

    @Test
    void everything_a_project_offers_who_works_on_it_opens_and_nobody_else_is_offered_it() {
        Project project = World.project();
        for (Person person : List.of(World.lena(), World.fanny())) {
            List<String> ways = as(person).get(project.path()).document().select(".desk a").eachAttr("href");
            assertTrue(ways.size() >= 6, ways.toString());
            ways.forEach(way -> as(person).get(way).is(200));
        }
        assertEquals(0, as(World.pekka()).get(project.path()).document().select(".desk").size());
    }

    private static String advice(Browser.Page page) {
        return page.document().select(".desk-next a").attr("href");
    }

    private static List<Kind> kinds(Draft draft) {
        return lists(draft).stream().map(WorkList::kind).toList();
    }

    private static List<WorkList> lists(Draft draft) {
        return World.act(() -> WorkLists.of(of(World.lena()).stream()
                .filter(m -> m.project.id.equals(draft.project.id)).toList()));
    }

    private static List<Membership> of(Person person) {
        return Membership.list("from Membership m join fetch m.project where m.person = ?1", person);
    }
}
