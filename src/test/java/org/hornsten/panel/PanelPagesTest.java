package org.hornsten.panel;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.Seated;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Entry;
import org.hornsten.privacy.Disclosure;
import org.hornsten.privacy.Retention;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.Whom;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A lead sets up a panel, fills it, renews, replaces, ends; its members see what is theirs. */
@QuarkusTest
class PanelPagesTest {
    @Inject Retention retention;

    @Test
    void a_lead_sets_up_a_panel_by_its_kind_and_what_is_usual_is_filled_in() {
        Project project = World.project();
        Browser lena = as(World.lena());
        lena.get(project.path() + "/panels").shows("Här finns inga råd eller grupper än")
                .document().select("a[href$=/panels/new]");
        lena.get(project.path() + "/panels/new").shows("Klientråd");
        Browser.Page form = lena.get(project.path() + "/panels/new?kind=customer_panel");
        assertEquals("20", form.document().select("#size").val());
        assertEquals("16", form.document().select("#minimumAge").val());
        assertEquals(2, form.document().select("input[name=excludes][checked]").size());
        form.submit("main form", Map.of("nameSv", "")).refuses("nameSv");
        form.submit("main form", Map.of("nameSv", "Klientrådet", "size", "många")).refuses("size");
        form.submit("main form", Map.of("nameSv", "Klientrådet", "to", "2020-01-01")).refuses("to");
        Browser.Page panel = form.submit("main form", Map.of("nameSv", "Klientrådet", "nameFi", "Asiakasraati"))
                .follow();
        panel.shows("Ingen är med än");
        lena.get(project.path() + "/panels").shows("Klientrådet").shows("(platser: 20)");
        lena.reading("fi").get(project.path() + "/panels").shows("Asiakasraati");
    }

    @Test
    void the_same_form_sent_twice_sets_up_one() {
        Project project = World.project();
        Browser.Page form = as(World.lena()).get(project.path() + "/panels/new?kind=reference_group");
        Map<String, String> typed = Map.of("nameSv", "Referensgruppen");
        assertEquals(form.submit("main form", typed).response.header("Location"),
                form.submit("main form", typed).response.header("Location"));
        assertEquals(1, World.act(() -> Panel.count("project.id = ?1", project.id)));
    }

    @Test
    void somebody_new_comes_in_goes_on_and_leaves_and_the_history_stays() {
        Panel council = panel(Panel.Kind.COUNCIL);
        Browser lena = as(World.lena());
        Browser.Page form = lena.get(council.path() + "/members/new");
        form.submit("main form", Map.of("name", "Siv Ström")).refuses("nominatingBody");
        form.submit("main form", Map.of("nominatingBody", "Malax")).refuses("name");
        Map<String, String> siv = Map.of("name", "Siv Ström", "nominatingBody", "Malax", "to",
                World.today().plusDays(60).toString());
        form.submit("main form", siv).follow().shows("Siv Ström").shows("Malax").shows("Slutar snart");
        lena.get(council.path() + "/members/new").submit("main form", Map.of("name", "Bo Berg", "nominatingBody",
                "malax")).refuses("nominatingBody");
        Seat first = seats(council).get(0);
        lena.get(first.path()).submit("form[action$=/renewal]", Map.of("from", World.today().toString()))
                .refuses("from");
        lena.get(first.path()).submit("form[action$=/renewal]", Map.of()).follow().shows("Siv Ström");
        Seat second = seats(council).get(1);
        assertEquals(first.id, World.act(() -> Seat.<Seat>findById(second.id).renews.id));
        lena.get(second.path()).submit("form[action$=/ending]", Map.of("on", World.today().toString()))
                .refuses("reason");
        lena.get(second.path()).submit("form[action$=/ending]", Map.of("on", World.today().toString(), "reason",
                "WISH")).follow().shows("Tidigare medlemmar").shows("Personen ville sluta");
        lena.get(council.path() + "/members/new?replaces=" + first.publicId).submit("main form", Map.of("name",
                "Bo Berg")).follow().shows("Bo Berg");
        assertEquals(List.of("BODY", "WISH"), seats(council).stream().filter(seat -> seat.endReason != null)
                .map(seat -> "" + seat.endReason).toList());
        assertEquals("Malax", seats(council).get(2).nominatingBody);
    }

    @Test
    void a_member_of_the_project_takes_a_seat_and_sees_it_and_nothing_of_the_others() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP);
        Browser lena = as(World.lena());
        int pekka = World.act(() -> Membership.<Membership>find("project.id = ?1 and person.id = ?2", panel.project.id,
                World.pekka().id).firstResult().number);
        lena.get(panel.path() + "/members/new").submit("main form", Map.of("member", pekka, "ageGroup", "FROM_65",
                "municipality", "Närpes")).follow();
        lena.get(panel.path() + "/members/new").submit("main form", Map.of("name", "Hemliga Hilda")).follow();
        as(World.pekka()).get(panel.path()).is(200).shows("Närpes").shows("65–74").hides("Hilda");
        as(World.aino()).get(panel.path()).is(404);
        as(World.linus()).get(panel.path()).is(404);
        as(World.fanny()).get(panel.path()).is(200).hides("Hilda").hides(panel.path() + "/members/new");
    }

    @Test
    void names_are_masked_until_opened_for_a_purpose_and_each_one_is_told() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP);
        World.act(() -> {
            Panel again = Panel.findById(panel.id);
            Person hilda = Person.withoutAccount("Hilda Hemlig", null, World.pekka().kind, "sv", null);
            Membership.ask(again.project, Whom.known(hilda.publicId));
            return again.take(hilda, Seat.Wanted.as(Seat.Kind.MEMBER, Profile.NONE), World.today());
        });
        Browser lena = as(World.lena());
        lena.get(panel.path()).hides("Hilda").submit("form[action$=/opening]", Map.of()).refuses("purpose");
        lena.get(panel.path()).submit("form[action$=/opening]", Map.of("purpose", "INVITATION")).follow()
                .shows("Hilda Hemlig");
        assertEquals(1, World.act(() -> Disclosure.of(seats(panel).get(0).person).size()));
    }

    @Test
    void experience_is_shown_for_a_purpose_only_seen_by_the_person_and_gone_when_taken_back_or_over() {
        Panel pool = panel(Panel.Kind.REFERENCE_GROUP);
        Seat seat = World.act(() -> Panel.<Panel>findById(pool.id).take(Person.findById(World.pekka().id),
                Seat.Wanted.as(Seat.Kind.MEMBER, Profile.NONE), World.today()));
        String path = pool.path() + "/members/" + seat.publicId;
        Browser lena = as(World.lena());
        Browser.Page form = lena.get(path + "/consents");
        form.submit("main form", Map.of("purposes", "tasks")).refuses("areas");
        form.submit("main form", Map.of("areas", "memory")).refuses("purposes");
        form.submit("main form", Map.of("areas", "memory", "purposes", "tasks", "consentOn",
                World.today().plusDays(1).toString())).refuses("consentOn");
        form.submit("main form", Map.of("areas", "memory", "purposes", "tasks", "until",
                World.today().plusYears(5).toString())).refuses("until");
        form.submit("main form", Map.of("areas", List.of("memory", "caring"), "purposes", "tasks", "until",
                World.today().plusDays(9).toString())).is(303);
        lena.get(path).hides("Minnessjukdom").submit("form[action$=/opening]", Map.of("purpose", "REQUEST")).follow()
                .shows("Minnessjukdom");
        Browser pekka = as(World.pekka()).reading("sv");
        pekka.get("/me/experience").shows("Minnessjukdom").shows("Antecknat av Lena");
        pekka.get("/me").shows("erfarenheter");
        pekka.get("/me/experience").submit("form[action$=/withdrawal]", Map.of()).is(303);
        assertEquals(1, World.act(() -> Experience.everOf(World.pekka()).stream().filter(one -> one.project.id
                .equals(pool.project.id)).count()));
        assertEquals(1, World.act(() -> Entry.count("verb = 'withdrawn' and lower(payload) like '%tasks%'"
                + " and payload like ?1", "%" + pool.project.publicId + "%")));
        assertEquals(0, World.act(() -> Entry.count("verb in ('consented', 'withdrawn') and (lower(payload) like"
                + " '%memory%' or lower(payload) like '%caring%')")));
        retention.run(World.today().plusDays(9));
        assertEquals(0, World.act(() -> Experience.count("project.id = ?1", pool.project.id)));
    }

    @Test
    void a_person_lets_an_experience_be_known_without_anybodys_help() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP);
        Browser aino = as(World.aino());
        String project = panel.project.publicId;
        aino.get("/me/experience").submit("form[action='/me/experience']", Map.of("areas", "caring", "purposes",
                "composition")).refuses("project");
        aino.get("/me/experience").submit("form[action='/me/experience']", Map.of("project", project, "areas", "caring",
                "purposes", "composition")).follow().shows("Att vårda en närstående").shows("Du har själv sagt ja");
        assertTrue(World.act(() -> Experience.<Experience>find("project.id = ?1", panel.project.id).firstResult()
                .writtenBy == null));
    }

    @Test
    void ending_a_panel_says_what_is_lost_ends_the_terms_and_cannot_be_done_twice() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP);
        World.act(() -> Panel.<Panel>findById(panel.id).take(Person.findById(World.pekka().id),
                Seat.Wanted.as(Seat.Kind.MEMBER, Profile.NONE), World.today()));
        Browser lena = as(World.lena());
        Browser.Page ending = lena.get(panel.path() + "/ending").shows("Inbjudningar till den och öppna ansökningar till den upphör.")
                .shows("Vad medlemmarna har sagt");
        ending.submit("form[action$=/ending]", Map.of()).follow().shows("Avslutad").shows("Hela gruppen avslutades");
        ending.submit("form[action$=/ending]", Map.of()).is(422);
        assertFalse(lena.get(panel.path()).document().select("main a").eachAttr("href").contains(panel.path()
                + "/members/new"));
        assertEquals(1, World.act(() -> Entry.count("verb = 'ended' and aboutId = ?1", panel.publicId)));
        lena.post(panel.path() + "/members/new", panel.path() + "/members", "name", "Sen Person").is(422);
    }

    @Test
    void the_composition_shows_wanted_beside_present_in_a_drawing_and_its_table() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP);
        World.act(() -> Panel.<Panel>findById(panel.id).take(Person.findById(World.pekka().id), Seat.Wanted.as(
                Seat.Kind.MEMBER, Profile.of(AgeGroup.FROM_65, "Malax", "fi")), World.today()));
        Browser lena = as(World.lena());
        Browser.Page form = lena.get(panel.path() + "/composition/target");
        form.submit("main form", Map.of("municipality", "Malax")).refuses("municipality");
        form.submit("main form", Map.of("ageGroup", List.of("", "", "", "", "två", "", ""))).refuses("ageGroup");
        Browser.Page page = form.submit("main form", Map.of("municipality", "Malax 2\nVörå 1", "ageGroup",
                List.of("", "", "", "", "1", "", ""), "experience", List.of("", "1", "", "", "", "", "", "", "", "", "",
                "", "", ""))).follow();
        page.shows("Malax: 1 saknas").shows("Vörå: 1 saknas").shows("Alla önskemål är uppfyllda")
                .shows("Minnessjukdom: inte uppfyllt än");
        assertTrue(page.document().select("svg[role=img]").size() >= 3);
        assertEquals(page.document().select("figure svg").size(), page.document().select("figure table").size());
        assertNotEquals(0, page.document().select("rect.chart-wanted").size());
        lena.post(panel.path() + "/edit", panel.path() + "/edit", "edition", "0").is(409);
    }

    @Test
    void a_file_is_looked_through_first_and_comes_in_when_the_lead_says_yes() throws IOException {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP);
        Browser lena = as(World.lena());
        String import_ = panel.path() + "/import";
        lena.get(import_).shows("tom tabell").shows("namn");
        assertTrue(lena.get(import_ + "/table").is(200).response.asString().startsWith("\uFEFF\"namn\";"));
        Browser.Page bad = lena.upload(import_, import_ + "/check", "lista.csv", "namn;e-post\nÅsa Öberg;\nBo;bo(at)x\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        bad.is(200).shows("Saker att rätta i filen: 1").shows("e-post").shows("Åsa Öberg");
        assertTrue(bad.document().select("form[action$=/import] button").isEmpty());
        Browser.Page good = lena.upload(import_, import_ + "/check", "lista.csv", "namn\nÅsa Öberg\nBo Berg\n"
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(0, seats(panel).size());
        Browser.Page done = good.submit("form[action$=/import]", Map.of()).seesOther(panel.path());
        good.submit("form[action$=/import]", Map.of()).seesOther(panel.path());
        assertEquals(2, seats(panel).size());
        done.follow().shows("Med just nu: 2");
        lena.upload(import_, import_ + "/check", "tom.csv", new byte[0]).is(422);
        good.submit("form[action$=/import]", Map.of("submission", "another", "table", "rubbish")).is(422);
        assertEquals(World.today(), World.act(() -> seats(panel).get(0).fromOn));
    }

    private static Panel panel(Panel.Kind kind) {
        Project project = World.project();
        return World.act(() -> {
            Panel panel = Seated.panel(Project.findById(project.id), kind, null);
            panel.project.path();
            return panel;
        });
    }

    private static List<Seat> seats(Panel panel) {
        return World.act(() -> {
            List<Seat> seats = Seat.of(Panel.<Panel>findById(panel.id));
            seats.forEach(seat -> seat.path());
            return seats;
        });
    }
}
