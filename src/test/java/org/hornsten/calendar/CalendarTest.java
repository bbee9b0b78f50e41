package org.hornsten.calendar;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.hornsten.Browser;
import org.hornsten.Meeting;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Project;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What calendar programs read, parsed back as they do it. */
@QuarkusTest
class CalendarTest {
    @Inject Calendars calendars;

    @Test
    void a_workshop_is_one_event_in_utc_with_its_own_name_and_no_meeting_link() throws Exception {
        Workshop workshop = Meeting.planned(World.project(), null);
        Response file = api(World.pekka()).get("/api/v1/workshops/" + workshop.publicId + ".ics");
        assertEquals(200, file.statusCode());
        assertTrue(file.contentType().startsWith("text/calendar"), file.contentType());
        assertEquals(file.asString().replaceAll("DTSTAMP:.*", ""), api(World.pekka()).get("/api/v1/projects/"
                + workshop.project.slug + "/workshops/" + workshop.publicId + ".ics").asString()
                .replaceAll("DTSTAMP:.*", ""));
        assertFalse(file.asString().contains("meet.example.org"), "calendars are shared and kept");
        assertTrue(file.asString().lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8)
                .length <= 75), "lines are folded (RFC 5545, 3.1)");
        Calendar read = read(file.asString());
        VEvent event = only(read);
        assertEquals("PUBLISH", value(read.getProperty("METHOD")));
        assertEquals("workshop-" + workshop.publicId + "@localhost", value(event.getProperty("UID")));
        assertEquals("0", value(event.getProperty("SEQUENCE")));
        assertEquals("CONFIRMED", value(event.getProperty("STATUS")));
        assertEquals("Koetyöpaja", value(event.getProperty("SUMMARY")), "in the reader's language");
        assertEquals("Kaupungintalo", value(event.getProperty("LOCATION")));
        assertEquals(workshop.startsAt, starts(event));
        assertEquals(workshop.endsAt, ends(event));
        assertFalse(read.validate().hasErrors(), read.validate().toString());
    }

    @Test
    void over_the_clock_change_it_is_as_long_as_it_is() throws Exception {
        for (String day : List.of("2027-03-28", "2027-10-31")) {
            Instant starts = Instant.parse(day + "T00:00:00Z");
            Workshop workshop = World.act(() -> Workshop.planned(Project.findById(World.project().id),
                    Meeting.plan(starts, null), Instant.now()));
            String written = calendars.of(workshop, "sv");
            assertTrue(written.contains("DTSTART:" + day.replace("-", "") + "T000000Z"), written);
            VEvent event = only(read(written));
            assertEquals(starts, starts(event));
            assertEquals(workshop.endsAt, ends(event));
        }
    }

    @Test
    void another_time_counts_on_and_a_cancelled_one_is_taken_out() throws Exception {
        Workshop workshop = Meeting.planned(World.project(), null);
        Workshop moved = World.act(() -> {
            Workshop own = Workshop.findById(workshop.id);
            own.replan(Meeting.plan(Meeting.in(20), null), own.edition);
            return own;
        });
        assertEquals("1", value(only(read(calendars.of(moved, "sv"))).getProperty("SEQUENCE")));
        Workshop cancelled = World.act(() -> {
            Workshop own = Workshop.findById(workshop.id);
            own.cancel(Multilingual.none(), Instant.now());
            return own;
        });
        Calendar read = read(calendars.of(cancelled, "sv"));
        assertEquals("CANCEL", value(read.getProperty("METHOD")));
        assertEquals("CANCELLED", value(only(read).getProperty("STATUS")));
        assertEquals("2", value(only(read).getProperty("SEQUENCE")));
    }

    @Test
    void words_with_signs_of_the_format_come_back_as_they_were() throws Exception {
        String title = "Kaffe; te, \\ och \"saft\"\nåt alla – 100 % 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀";
        Workshop workshop = World.act(() -> {
            Plan plan = Meeting.plan(Meeting.in(3), null);
            return Workshop.planned(Project.findById(World.project().id), new Plan(
                    Multilingual.of("sv", title), null, plan.form(), plan.starts(), plan.ends(), null, plan.place(),
                    null, null, null, null, null, null), Instant.now());
        });
        String written = new String(calendars.of(workshop, "sv").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(title, value(only(read(written)).getProperty("SUMMARY")));
        assertTrue(written.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75), written);
    }

    @Test
    void ones_own_calendar_holds_ones_own_workshops_and_a_new_address_ends_the_old_one() throws Exception {
        Project project = World.project();
        Workshop mine = Meeting.planned(project, 1);
        Workshop notMine = Meeting.planned(project, 1);
        World.act(() -> Registration.answer(Workshop.findById(mine.id), Person.findById(World.pekka().id),
                Registration.Answer.YES, Optional.empty(), Instant.now()));
        World.act(() -> Registration.answer(Workshop.findById(notMine.id), Person.findById(World.aino().id),
                Registration.Answer.YES, Optional.empty(), Instant.now()));
        World.act(() -> Registration.answer(Workshop.findById(notMine.id), Person.findById(World.pekka().id),
                Registration.Answer.YES, Optional.empty(), Instant.now()));
        Browser pekka = as(World.pekka());
        String first = made(pekka);
        Map<String, String> found = read(RestAssured.get(first).then().statusCode(200).extract().asString())
                .<VEvent>getComponents().stream().collect(Collectors.toMap(event -> value(event.getProperty("UID")),
                event -> value(event.getProperty("STATUS"))));
        assertEquals("CONFIRMED", found.get("workshop-" + mine.publicId + "@localhost"));
        assertEquals("TENTATIVE", found.get("workshop-" + notMine.publicId + "@localhost"), "only in the queue");
        String second = made(pekka);
        RestAssured.get(first).then().statusCode(404);
        RestAssured.get(second).then().statusCode(200);
        String token = second.replaceAll(".*/|\\.ics", "");
        assertEquals(0, ((Number) CalendarKey.getEntityManager().createNativeQuery(
                "select count(*) from calendar_key where cast(hash as char) like ?1").setParameter(1, "%" + token + "%")
                .getSingleResult()).intValue());
        RestAssured.get("/calendar/" + "a".repeat(26) + ".ics").then().statusCode(404);
        RestAssured.get("/calendar/rubbish.ics").then().statusCode(404);
    }

    private static String made(Browser browser) {
        Document page = browser.post("/me/calendar", "/me/calendar").follow().is(200).document();
        String address = page.select(".once").text();
        assertTrue(address.matches("http://localhost:\\d+/calendar/[a-z2-7]{26}\\.ics"), address);
        return address.replaceFirst("http://localhost:\\d+", "");
    }

    private static Calendar read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent only(Calendar calendar) {
        List<VEvent> events = calendar.getComponents();
        assertEquals(1, events.size());
        return events.get(0);
    }

    private static String value(Optional<? extends net.fortuna.ical4j.model.Property> property) {
        return property.orElseThrow().getValue();
    }

    private static Instant starts(VEvent event) {
        return event.<Temporal>getStartDate().map(DtStart::getDate).map(Instant::from).orElseThrow();
    }

    private static Instant ends(VEvent event) {
        return event.<Temporal>getEndDate().map(DtEnd::getDate).map(Instant::from).orElseThrow();
    }
}
