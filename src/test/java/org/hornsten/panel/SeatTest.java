package org.hornsten.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who may sit in a panel, for how long, and in whose place. */
class SeatTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> MUNICIPALITIES = List.of("Malax", "Korsnäs", "Närpes", "Kaskö", "Kristinestad",
            "Vörå", "Pedersöre", "Kronoby", "Larsmo", "Nykarleby", "Jakobstad", "Laihela", "Korsholm", "Vasa");
    private long people;

    @Test
    void a_council_of_fourteen_members_and_fourteen_deputies_takes_one_of_each_from_every_body() {
        Panel council = panel(Panel.Kind.COUNCIL, null);
        Roster roster = roster(council);
        List<Seat> members = new ArrayList<>();
        for (String place : MUNICIPALITIES) members.add(roster.seat(somebody(), sent(Seat.Kind.MEMBER, place), TODAY));
        for (int i = 0; i < MUNICIPALITIES.size(); i++) {
            Seat deputy = roster.seat(somebody(), sent(Seat.Kind.DEPUTY, MUNICIPALITIES.get(i).toUpperCase()), TODAY);
            assertEquals(members.get(i), deputy.deputyOf);
        }
        roster.seat(somebody(), Seat.Wanted.as(Seat.Kind.EXPERT, Profile.NONE), TODAY);
        roster.seat(staff(), Seat.Wanted.as(Seat.Kind.SECRETARY, Profile.NONE), TODAY);
        refused("nominatingBody", "panel:body_has_member", () -> roster.seat(somebody(),
                sent(Seat.Kind.MEMBER, "vasa"), TODAY));
        refused("nominatingBody", "panel:body_has_deputy", () -> roster.seat(somebody(),
                sent(Seat.Kind.DEPUTY, "Vasa"), TODAY));
        refused("nominatingBody", "panel:body_missing", () -> roster.seat(somebody(),
                Seat.Wanted.as(Seat.Kind.MEMBER, Profile.NONE), TODAY));
    }

    @Test
    void a_deputy_stands_in_for_the_member_who_follows() {
        Panel council = panel(Panel.Kind.COUNCIL, null);
        Roster roster = roster(council);
        Seat first = roster.seat(somebody(), sent(Seat.Kind.MEMBER, "Vasa"), TODAY);
        Seat deputy = roster.seat(somebody(), sent(Seat.Kind.DEPUTY, "Vasa"), TODAY);
        first.rise(TODAY.plusDays(30), Seat.Reason.BODY);
        Seat second = roster.seat(somebody(), new Seat.Wanted(Seat.Kind.MEMBER, "Vasa", null,
                new Term(TODAY.plusDays(30), null), null, null), TODAY);
        assertEquals(second, deputy.deputyOf);
        assertTrue(first.sits(TODAY.plusDays(29)));
        assertFalse(first.sits(TODAY.plusDays(30)));
        assertTrue(second.sits(TODAY.plusDays(30)));
        Seat elsewhere = roster(panel(Panel.Kind.COUNCIL, null)).seat(somebody(),
                sent(Seat.Kind.MEMBER, "Malax"), TODAY);
        refused("deputyOf", "panel:deputy_of_whom", () -> roster.seat(somebody(), new Seat.Wanted(
                Seat.Kind.DEPUTY, null, elsewhere, null, null, null), TODAY));
    }

    @Test
    void the_size_counts_the_fullest_day_and_neither_deputies_nor_the_secretary() {
        Panel panel = panel(Panel.Kind.CUSTOMER_PANEL, 2);
        Roster roster = roster(panel);
        Seat first = roster.seat(somebody(), in(TODAY, TODAY.plusDays(10)), TODAY);
        roster.seat(somebody(), in(TODAY.plusDays(11), TODAY.plusDays(20)), TODAY);
        roster.seat(somebody(), in(TODAY, TODAY.plusDays(30)), TODAY);
        refused("person", "panel:full", () -> roster.seat(somebody(), in(TODAY.plusDays(5), TODAY.plusDays(6)), TODAY));
        refused("person", "panel:full", () -> roster.seat(somebody(), in(TODAY, TODAY.plusDays(30)), TODAY));
        roster.seat(somebody(), in(TODAY.plusDays(21), TODAY.plusDays(30)), TODAY);
        roster.seat(somebody(), kind(Seat.Kind.DEPUTY), TODAY);
        roster.seat(staff(), kind(Seat.Kind.SECRETARY), TODAY);
        first.rise(TODAY, Seat.Reason.WISH);
        roster.seat(somebody(), in(TODAY, TODAY.plusDays(10)), TODAY);
    }

    @Test
    void a_panel_cannot_begin_after_or_end_before_somebodys_term_or_become_smaller_than_it_is() {
        Panel panel = panel(Panel.Kind.CUSTOMER_PANEL, 3);
        Roster roster = roster(panel);
        roster.seat(somebody(), in(TODAY, TODAY.plusDays(30)), TODAY);
        roster.seat(somebody(), in(TODAY, TODAY.plusDays(30)), TODAY);
        Panel.Plan now = panel.plan();
        refused("from", "panel:seats_before", () -> roster.fits(changed(now, TODAY.plusDays(1), panel.toOn, 3)));
        refused("to", "panel:seats_after", () -> roster.fits(changed(now, TODAY, TODAY.plusDays(29), 3)));
        refused("size", "panel:size_under_seats", () -> roster.fits(changed(now, TODAY, panel.toOn, 1)));
        roster.fits(changed(now, TODAY, TODAY.plusDays(30), 2));
    }

    private static Panel.Plan changed(Panel.Plan now, LocalDate from, LocalDate to, int size) {
        return new Panel.Plan(now.kind(), now.name(), new Term(from, to), size, now.target(), now.excludes(),
                now.minimumAge(), now.loadCap());
    }

    @Test
    void nobody_sits_twice_at_the_same_time_and_a_renewal_is_a_term_of_its_own() {
        Panel panel = panel(Panel.Kind.CUSTOMER_PANEL, 20);
        Roster roster = roster(panel);
        Person aino = somebody();
        Seat first = roster.seat(aino, in(TODAY, TODAY.plusDays(99)), TODAY);
        refused("person", "panel:seated_already", () -> roster.seat(aino, in(TODAY.plusDays(99), null), TODAY));
        refused("from", "panel:renew_overlaps", () -> roster.renew(first, new Term(TODAY.plusDays(99),
                TODAY.plusDays(200)), TODAY));
        Seat second = roster.renew(first, first.nextTerm(), TODAY);
        assertEquals(first, second.renews);
        assertEquals(TODAY.plusDays(100), second.fromOn);
        assertEquals(TODAY.plusDays(99), first.last());
        second.rise(TODAY.plusDays(120), Seat.Reason.WISH);
        refused("", "panel:renew_ended", () -> roster.renew(second, new Term(TODAY.plusDays(300),
                TODAY.plusDays(310)), TODAY));
    }

    @Test
    void staff_and_council_members_are_left_out_where_the_panel_says_so_but_may_write_its_minutes() {
        Person councillor = somebody();
        Roster roster = new Roster(panel(Panel.Kind.CUSTOMER_PANEL, 20), List.of(), Set.of(councillor.id));
        refused("person", "panel:excluded_staff", () -> roster.seat(staff(), grown(), TODAY));
        refused("person", "panel:excluded_council", () -> roster.seat(councillor, grown(), TODAY));
        roster.seat(staff(), kind(Seat.Kind.SECRETARY), TODAY);
        new Roster(panel(Panel.Kind.REFERENCE_GROUP, null), List.of(), Set.of(councillor.id))
                .seat(councillor, kind(null), TODAY);
    }

    @Test
    void the_year_of_birth_is_asked_only_where_the_age_group_does_not_answer() {
        Roster roster = roster(panel(Panel.Kind.CUSTOMER_PANEL, 20));
        refused("ageGroup", "panel:age_needed", () -> roster.seat(somebody(), aged(null, null), TODAY));
        roster.seat(somebody(), aged(AgeGroup.FROM_18, null), TODAY);
        refused("birthYear", "panel:birth_year_needed", () -> roster.seat(somebody(),
                aged(AgeGroup.UNDER_18, null), TODAY));
        refused("birthYear", "panel:too_young", () -> roster.seat(somebody(), aged(AgeGroup.UNDER_18, 2011), TODAY));
        roster.seat(somebody(), aged(AgeGroup.UNDER_18, 2010), TODAY);
        refused("birthYear", "panel:birth_year_other_group", () -> roster.seat(somebody(),
                aged(AgeGroup.FROM_65, 1980), TODAY));
        Person adult = somebody();
        adult.ageBand = AgeBand.ADULT;
        roster.seat(adult, aged(null, null), TODAY);
        assertEquals(AgeBand.FROM_13, AgeGroup.band(AgeGroup.UNDER_18, 2010, 16, TODAY).orElseThrow());
        assertEquals(AgeBand.UNDER_13, AgeGroup.band(AgeGroup.UNDER_18, null, null, TODAY).orElseThrow());
        assertTrue(AgeGroup.band(AgeGroup.FROM_30, null, null, TODAY).isEmpty());
    }

    @Test
    void a_term_lies_within_the_panels_own_and_is_two_years_where_nothing_is_said() {
        Panel panel = panel(Panel.Kind.REFERENCE_GROUP, null);
        Roster roster = roster(panel);
        Seat seat = roster.seat(somebody(), kind(null), TODAY);
        assertEquals(Term.usual(TODAY), seat.term());
        assertEquals(TODAY.plusYears(2).minusDays(1), seat.toOn);
        refused("from", "panel:term_before_panel", () -> roster.seat(somebody(), in(TODAY.minusDays(1), null), TODAY));
        refused("to", "panel:term_after_panel", () -> roster.seat(somebody(),
                in(TODAY, panel.toOn.plusDays(1)), TODAY));
        refused("to", "panel:to_before_from", () -> roster.seat(somebody(), in(TODAY.plusDays(3), TODAY), TODAY));
        refused("to", "panel:term_long", () -> new Term(TODAY, TODAY.plusYears(10)).check());
        new Term(TODAY, TODAY.plusYears(10).minusDays(1)).check();
        panel.endedOn = TODAY;
        refused("", "panel:ended_already", () -> roster.seat(somebody(), kind(null), TODAY));
    }

    @Test
    void a_seat_that_ended_before_it_began_was_never_sat_in() {
        Seat seat = roster(panel(Panel.Kind.REFERENCE_GROUP, null)).seat(somebody(),
                in(TODAY.plusDays(10), TODAY.plusDays(20)), TODAY);
        assertTrue(seat.coming(TODAY));
        seat.rise(TODAY, Seat.Reason.MISTAKE);
        assertTrue(seat.over(TODAY));
        assertFalse(seat.sits(TODAY.plusDays(10)));
        assertFalse(seat.meets(new Term(TODAY, TODAY.plusYears(1))));
    }

    private Panel panel(Panel.Kind kind, Integer size) {
        Panel panel = new Panel();
        Panel.Plan usual = Panel.Plan.usual(kind, TODAY);
        panel.publicId = "panel" + ++people;
        panel.project = new Project();
        panel.kind = kind;
        panel.name = Multilingual.of("sv", "Prov");
        panel.fromOn = TODAY;
        panel.toOn = TODAY.plusYears(4);
        panel.size = size;
        panel.target = Target.NONE;
        panel.excludes = String.join(",", usual.excludes().stream().map(Enum::name).toList());
        panel.minimumAge = usual.minimumAge();
        return panel;
    }

    private static Roster roster(Panel panel) {
        return new Roster(panel, List.of(), Set.of());
    }

    private Person somebody() {
        Person person = new Person();
        person.id = ++people;
        person.publicId = "person" + people;
        person.name = "Person " + people;
        person.role = Role.PARTICIPANT;
        return person;
    }

    private Person staff() {
        Person person = somebody();
        person.role = Role.FACILITATOR;
        return person;
    }

    private static Seat.Wanted sent(Seat.Kind kind, String body) {
        return new Seat.Wanted(kind, body, null, null, null, null);
    }

    private static Seat.Wanted kind(Seat.Kind kind) {
        return Seat.Wanted.as(kind, Profile.of(AgeGroup.FROM_65, null, null));
    }

    private static Seat.Wanted in(LocalDate from, LocalDate to) {
        return new Seat.Wanted(null, null, null, new Term(from, to), Profile.of(AgeGroup.FROM_65, null, null), null);
    }

    private static Seat.Wanted grown() {
        return kind(Seat.Kind.MEMBER);
    }

    private static Seat.Wanted aged(AgeGroup group, Integer born) {
        return new Seat.Wanted(null, null, null, null, Profile.of(group, null, null), born);
    }

    private static void refused(String field, String key, Runnable act) {
        Refused no = assertThrows(Refused.class, act::run);
        assertEquals(field + " " + key, no.field + " " + no.key);
    }
}
