package org.hornsten.fee;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.ledger.Entry;
import org.hornsten.notice.Mail;
import org.hornsten.identity.Person;
import org.hornsten.project.Membership;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class ClaimPagesTest {
    @Inject OldClaims old;

    @Test
    void a_claim_is_answered_question_by_question_looked_over_and_sent() {
        Attended here = Attended.by(Attended.eva()).agreed();
        Browser eva = as(Attended.eva());
        String claim = begun(eva, here);
        eva.get(claim + "/fee").shows("25,00 €").shows("62,50 €").submit("main form", Map.of("fee",
                "taking_part")).seesOther(claim + "/travel");
        eva.get(claim + "/travel").submit("main form", Map.of("kilometres", "43", "tickets", "12,40", "ticketNote",
                "Buss till Närpes")).seesOther(claim + "/meals");
        eva.get(claim + "/meals").submit("main form", Map.of("meal", "11,90")).seesOther(claim + "/tax-card");
        eva.get(claim + "/tax-card").submit("main form", Map.of("taxCard", "NOT_YET")).seesOther(claim + "/check");
        eva.get(claim + "/check").shows("62,50 €").shows("23,65 €").shows("Buss till Närpes")
                .shows("110,45 €").submit("main form", Map.of()).seesOther(claim);
        eva.get(claim).shows("Väntar på svar");
        Claim kept = of(claim);
        assertEquals(new Cents(6250 + 2365 + 1240 + 1190), kept.total);
        assertEquals(Claim.TaxCard.NOT_YET, kept.taxCard);
        assertEquals(List.of("begun", "filled", "filled", "filled", "filled", "claimed"), steps(kept));
        assertFalse(Entry.about(kept.ref()).stream().anyMatch(entry -> entry.payload.contains("Närpes")));
    }

    @Test
    void no_thank_you_to_the_fee_keeps_the_journey_and_asks_for_no_tax_card() {
        Attended here = Attended.by(Attended.eva()).agreed();
        Browser eva = as(Attended.eva());
        String claim = begun(eva, here);
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "taking_part")).is(303);
        eva.get(claim + "/travel").submit("main form", Map.of("kilometres", "10")).is(303);
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "declined")).is(303);
        eva.get(claim + "/meals").submit("main form", Map.of()).seesOther(claim + "/check");
        eva.get(claim + "/check").shows("Nej tack").shows("5,50 €").submit("main form", Map.of()).is(303);
        Claim kept = of(claim);
        assertTrue(kept.feeDeclined && kept.fee().isEmpty() && kept.sent());
        assertEquals(new Cents(550), kept.total);
    }

    @Test
    void no_thank_you_to_all_of_it_is_nobodys_work() {
        Attended here = Attended.by(Attended.eva()).agreed();
        Browser eva = as(Attended.eva());
        String claim = begun(eva, here);
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "declined")).is(303);
        eva.get(claim + "/check").submit("main form", Map.of()).seesOther(claim);
        eva.get(claim).shows("Du sade nej tack");
        assertEquals(Claim.State.DECLINED, of(claim).state);
        as(World.lena()).get(here.project().path() + "/claims").shows("Inga ersättningar att visa");
        as(World.lena()).get(of(claim).deskPath()).is(404);
    }

    @Test
    void who_was_there_finds_the_way_from_the_workshop_and_then_how_it_stands() {
        Attended here = Attended.by(Attended.eva(), World.aino()).agreed();
        String page = here.workshop().path();
        Browser eva = as(Attended.eva());
        assertEquals(page + "/claim", way(eva.get(page).shows("Sök arvode och kostnader")));
        assertEquals("", way(as(World.pekka()).get(page).is(200)));
        assertEquals("", way(as(World.lena()).get(page).is(200)));
        String claim = begun(eva, here);
        assertEquals(claim, way(eva.get(page).shows("Ingen annan ser den")));
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "declined")).is(303);
        eva.get(claim + "/travel").submit("main form", Map.of("kilometres", "10")).is(303);
        eva.get(claim + "/check").submit("main form", Map.of()).is(303);
        assertEquals(claim, way(eva.get(page).shows("Ansökan är skickad").shows("Du sade nej tack till arvode.")));
        eva.get("/me").shows("Väntar på svar").shows("Du sade nej tack till arvode");
        Browser aino = as(World.aino()).reading("fi");
        aino.get("/me").shows("Hae palkkiota ja kuluja");
        String none = begun(aino, here);
        aino.get(none + "/fee").submit("main form", Map.of("fee", "declined")).is(303);
        aino.get(none + "/check").submit("main form", Map.of()).is(303);
        assertEquals(none, way(aino.get(page).shows("Sanoit ei kiitos etkä hakenut korvausta")));
        aino.get("/me").shows("Korvaus: Ei kiitos");
    }

    private static String way(Browser.Page page) {
        return page.document().select("#answer a[href*=/claim]").attr("href");
    }

    @Test
    void each_wrong_answer_is_refused_beside_its_field_and_stays_typed() {
        Attended here = Attended.by(Attended.eva()).agreed();
        Browser eva = as(Attended.eva());
        String claim = begun(eva, here);
        eva.get(claim + "/fee").submit("main form", Map.of()).refuses("fee");
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "talk")).refuses("fee");
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "taking_part", "hours", "4")).refuses("why");
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "taking_part", "hours", "2,2")).refuses("hours");
        for (String wrong : List.of("-3", "4,5", "fyrtio", "3001", "999999999"))
            eva.get(claim + "/travel").submit("main form", Map.of("kilometres", wrong)).refuses("kilometres");
        for (String wrong : List.of("-3", "4,567", "fyrtio", "2000,01", "9".repeat(30)))
            assertEquals(wrong, eva.get(claim + "/travel").submit("main form", Map.of("tickets", wrong))
                    .refuses("tickets").document().select("input[name=tickets]").attr("value"));
        eva.get(claim + "/meals").submit("main form", Map.of("meal", "15,01")).refuses("meal");
        eva.get(claim + "/meals").submit("main form", Map.of("other", "20")).refuses("otherNote");
        eva.get(claim + "/tax-card").submit("main form", Map.of()).refuses("taxCard");
        eva.get(claim + "/check").submit("main form", Map.of()).is(422);
        assertEquals(Cents.NOTHING, of(claim).total);
    }

    @Test
    void who_was_not_there_claims_nothing_and_who_has_claimed_is_told() {
        Attended here = Attended.by(Attended.eva());
        Browser pekka = as(World.pekka()).reading("sv");
        pekka.get(here.workshop().path() + "/claim").shows("Du kan inte ansöka ännu");
        assertEquals(422, pekka.tried("POST", here.workshop().path() + "/claim"));
        Claim claim = here.claimed(Attended.eva());
        Browser eva = as(Attended.eva());
        eva.get(here.workshop().path() + "/claim").shows("Ansökan är skickad");
        assertEquals(303, eva.tried("POST", here.workshop().path() + "/claim"));
        assertEquals(1, Claim.count("workshop", here.workshop()));
        as(World.pekka()).get(claim.path()).is(404);
    }

    @Test
    void where_nothing_is_agreed_the_amount_agreed_on_is_asked_and_no_kilometres() {
        Attended here = Attended.by(Attended.eva());
        Browser eva = as(Attended.eva());
        String claim = begun(eva, here);
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "agreed")).refuses("agreed");
        eva.get(claim + "/fee").submit("main form", Map.of("fee", "agreed", "agreed", "40")).is(303);
        eva.get(claim + "/travel").hides("Kilometer med egen bil").is(200);
        assertEquals(new Cents(4000), of(claim).total);
    }

    @Test
    void a_lead_decides_with_a_reason_where_one_is_owed_and_the_person_is_told() {
        Attended here = Attended.by(Attended.eva()).agreed();
        World.act(() -> Person.update("email = 'eva@example.org' where id = ?1", Attended.eva().id));
        Claim claim = here.claimed(Attended.eva());
        Browser lena = as(World.lena());
        lena.get(here.project().path() + "/claims").shows("Väntar på svar").shows("74,90 €").hides("Eva");
        String form = "form[action$=/decision]";
        Browser.Page page = lena.get(claim.deskPath()).shows("25,00 € i timmen");
        page.submit(form, Map.of()).refuses("decision");
        page.submit(form, Map.of("decision", "RETURNED")).refuses("reason");
        page.submit(form, Map.of("decision", "REJECTED", "reason", " ")).refuses("reason");
        page.submit(form, Map.of("decision", "RETURNED", "reason", "Skriv vart bussen gick.")).is(303);
        Browser eva = as(Attended.eva());
        eva.get(claim.path()).shows("Tillbaka till dig").shows("Skriv vart bussen gick.");
        eva.get(claim.path() + "/travel").submit("main form", Map.of("tickets", "12,40", "ticketNote",
                "Buss till Närpes")).is(303);
        eva.get(claim.path() + "/check").submit("main form", Map.of()).is(303);
        lena.get(claim.deskPath()).submit(form, Map.of("decision", "APPROVED")).is(303);
        eva.get(claim.path()).shows("Godkänd").hides("Skriv vart bussen gick.");
        assertEquals(2, Mail.count("receiver.id = ?1 and aboutId = ?2", Attended.eva().id, claim.publicId));
        assertTrue(steps(of(claim.path())).containsAll(List.of("claimed", "sentback", "granted")));
    }

    @Test
    void nobody_decides_on_the_own_claim_and_nobody_decides_twice() {
        Attended here = Attended.by(World.lena(), Attended.eva());
        Claim own = here.claimed(World.lena());
        Browser lena = as(World.lena());
        lena.get(own.deskPath()).shows("Du kan inte besluta om din egen ersättning");
        Browser.api(World.lena()).body(Map.of("decision", "approved")).post("/api/v1/claims/" + own.publicId
                + "/approval").then().statusCode(422);
        Claim claim = here.claimed(Attended.eva());
        Browser.Page page = lena.get(claim.deskPath());
        page.submit("form[action$=/decision]", Map.of("decision", "APPROVED")).is(303);
        page.submit("form[action$=/decision]", Map.of("decision", "REJECTED", "reason", "Nej.")).is(409);
        assertEquals(Claim.State.APPROVED, of(claim.path()).state);
    }

    @Test
    void staff_type_in_what_somebody_without_a_phone_says() {
        Attended here = Attended.by(World.aino(), Attended.eva()).agreed();
        String page = here.project().path() + "/claims/new";
        Browser fanny = as(World.fanny());
        String aino = option(fanny, page, World.aino(), here);
        fanny.get(page).submit("main form", Map.of("registration", aino)).refuses("fee");
        fanny.get(page).submit("main form", Map.of("registration", aino, "fee", "declined", "tickets", "8"))
                .seesOther(page);
        Claim claim = World.act(() -> Claim.<Claim>find("from Claim c join fetch c.typedBy where c.workshop = ?1",
                here.workshop()).singleResult());
        assertEquals(World.fanny().id, claim.typedBy.id);
        assertEquals(new Cents(800), claim.total);
        fanny.get(page).hides("value=\"" + aino);
        as(World.fanny()).get(here.project().path() + "/claims").is(404);
        as(World.aino()).get(claim.path()).shows("8,00 €");
    }

    @Test
    void what_is_agreed_is_added_and_never_changed() {
        Attended here = Attended.by();
        Browser lena = as(World.lena());
        String page = here.project().path() + "/fees";
        lena.get(page).shows("Inget är överenskommet ännu").submit("main form", Map.of()).refuses("amount");
        lena.get(page).submit("main form", Map.of("amount", "25")).refuses("task");
        lena.get(page).submit("main form", Map.of("task", "TAKING_PART", "amount", "25")).refuses("per");
        lena.get(page).submit("main form", Map.of("task", "TAKING_PART", "per", "HOUR", "amount", "25"))
                .refuses("kinds");
        lena.get(page).submit("main form", Map.of("task", "TAKING_PART", "per", "HOUR", "amount", "2500", "kinds",
                "EXPERT_BY_EXPERIENCE")).refuses("amount");
        lena.get(page).submit("main form", Map.of("task", "TAKING_PART", "per", "HOUR", "amount", "25", "kinds",
                "EXPERT_BY_EXPERIENCE", "validFrom", "igår")).refuses("validFrom");
        lena.get(page).submit("main form", Map.of("task", "TAKING_PART", "per", "HOUR", "amount", "25", "kinds",
                "EXPERT_BY_EXPERIENCE")).is(303);
        lena.get(page).shows("25,00 € i timmen").shows("erfarenhetsexpert");
        assertEquals(1, FeeRule.count("project", here.project()));
        assertEquals(1, Entry.count("verb = 'agreed' and aboutId = ?1",
                FeeRule.<FeeRule>find("project", here.project()).<FeeRule>singleResult().publicId));
    }

    @Test
    void what_was_paid_stays_six_years_from_the_end_of_the_year_and_the_rest_one_year() {
        Claim paid = Attended.by(Attended.eva()).approved(Attended.eva(), "4711");
        Claim waits = Attended.by(Attended.eva()).claimed(Attended.eva());
        LocalDate today = World.today();
        ends(today);
        assertEquals(List.of(true, true), List.of(there(paid), there(waits)));
        ends(today.plusYears(1).plusDays(2));
        assertEquals(List.of(true, false), List.of(there(paid), there(waits)));
        ends(LocalDate.of(today.getYear() + 6, 12, 31));
        assertTrue(there(paid));
        ends(LocalDate.of(today.getYear() + 7, 1, 1));
        assertFalse(there(paid));
    }

    @Test
    void who_leaves_leaves_amounts_and_payrolls_reference_behind_and_no_words() {
        Claim paid = Attended.by(Attended.eva()).approved(Attended.eva(), "4711");
        Claim waits = Attended.by(Attended.eva()).claimed(Attended.eva());
        World.act(() -> Claims.leave(Person.findById(Attended.eva().id)));
        assertFalse(there(waits));
        Claim left = of(paid.path());
        assertEquals(new Cents(7490), left.total);
        assertEquals("4711", left.payrollReference);
        assertTrue(left.taxCard == null && left.items.stream().allMatch(item -> item.note().isEmpty()));
    }

    private void ends(LocalDate day) {
        long due = World.act(() -> old.due(day));
        assertEquals(due, World.act(() -> old.end(day)));
    }

    private static boolean there(Claim claim) {
        return Claim.count("publicId", claim.publicId) == 1;
    }

    private static String begun(Browser browser, Attended here) {
        String claim = browser.post(here.workshop().path() + "/claim", here.workshop().path() + "/claim").is(303)
                .response.header("Location").replaceFirst(".*(/claims/.*)/fee", "$1");
        assertTrue(claim.startsWith("/claims/"), claim);
        return claim;
    }

    private static String option(Browser browser, String page, Person person, Attended here) {
        int number = Membership.<Membership>find("project = ?1 and person = ?2", here.project(), person)
                .singleResult().number;
        return browser.get(page).document().select("option").stream()
                .filter(one -> one.text().contains("Deltagare " + number + " ")).findFirst().orElseThrow()
                .attr("value");
    }

    private static Claim of(String path) {
        return Attended.claim(path.replace("/claims/", ""));
    }

    private static List<String> steps(Claim claim) {
        return Entry.about(claim.ref()).stream().map(entry -> entry.verb).toList();
    }
}
