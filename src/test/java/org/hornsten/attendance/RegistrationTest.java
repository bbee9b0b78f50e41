package org.hornsten.attendance;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hornsten.Meeting;
import org.hornsten.World;
import org.hornsten.calendar.Reminders;
import org.hornsten.calendar.Tidings;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.notice.Mail;
import org.hornsten.project.Project;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Registration.Answer;
import org.hornsten.workshop.Registration.State;
import org.hornsten.workshop.Workshop;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Seats, the queue, what is needed, and what people are told of it. */
@QuarkusTest
class RegistrationTest {
    @Inject Reception reception;
    @Inject Envelope envelope;
    @Inject Reminders reminders;
    @Inject OldNeeds oldNeeds;
    @Inject Tidings tidings;

    @Test
    void who_comes_after_the_last_seat_waits_and_gets_the_next_free_one_in_turn() {
        Workshop workshop = workshop(2);
        List<Person> people = people(workshop, 5);
        people.forEach(person -> says(workshop, person, Answer.YES));
        assertEquals(List.of("REGISTERED 0", "REGISTERED 0", "WAITING 1", "WAITING 2", "WAITING 3"),
                states(workshop, people));
        says(workshop, people.get(0), Answer.NO);
        assertEquals(List.of("DECLINED 0", "REGISTERED 0", "REGISTERED 0", "WAITING 1", "WAITING 2"),
                states(workshop, people));
        assertEquals(2, mails(workshop, people.get(2)), "first of the queue, then of the seat");
        says(workshop, people.get(3), Answer.NO);
        says(workshop, people.get(0), Answer.YES);
        assertEquals(List.of("WAITING 2", "REGISTERED 0", "REGISTERED 0", "DECLINED 0", "WAITING 1"),
                states(workshop, people), "who changes one's mind goes to the end of the queue");
    }

    @Test
    void saying_the_same_again_changes_nothing_and_mails_nobody() {
        Workshop workshop = workshop(1);
        Person person = people(workshop, 1).get(0);
        says(workshop, person, Answer.YES);
        long mails = mails(workshop, person);
        assertEquals(1, mails);
        says(workshop, person, Answer.YES);
        assertEquals(mails, mails(workshop, person));
        assertEquals(1, Registration.count("workshop", workshop));
    }

    @Test
    void more_seats_go_to_those_who_wait_longest_and_fewer_than_are_taken_are_refused() {
        Workshop workshop = workshop(1);
        List<Person> people = people(workshop, 3);
        people.forEach(person -> says(workshop, person, Answer.YES));
        World.act(() -> {
            Workshop own = Workshop.findById(workshop.id);
            Workshop.Replanned replanned = own.replan(seats(own, 2), own.edition);
            assertFalse(replanned.moved());
            assertEquals(1, replanned.promoted().size());
            return replanned;
        });
        assertEquals(List.of("REGISTERED 0", "REGISTERED 0", "WAITING 1"), states(workshop, people));
        Refused no = assertThrows(Refused.class, () -> World.act(() -> {
            Workshop own = Workshop.findById(workshop.id);
            return own.replan(seats(own, 1), own.edition);
        }));
        assertEquals("seats", no.field);
        assertEquals(List.of(2), no.arguments);
    }

    @Test
    void after_closing_a_yes_is_refused_but_leaving_is_not_and_staff_may_still_write_somebody_in() {
        Workshop workshop = workshop(1);
        List<Person> people = people(workshop, 3);
        says(workshop, people.get(0), Answer.YES);
        World.act(() -> Workshop.getEntityManager().createNativeQuery(
                "update workshop set closes_at = timestampadd(second, -1, utc_timestamp(6)) where id = ?1")
                .setParameter(1, workshop.id).executeUpdate());
        Refused no = assertThrows(Refused.class, () -> says(workshop, people.get(1), Answer.YES));
        assertEquals("workshop:registration_closed", no.key);
        World.act(() -> Registration.answer(Workshop.findById(workshop.id), Person.findById(people.get(2).id),
                Answer.YES, Optional.of(Person.findById(World.fanny().id)), Instant.now()));
        says(workshop, people.get(0), Answer.NO);
        assertEquals(List.of("DECLINED 0", "REGISTERED 0"), states(workshop, List.of(people.get(0), people.get(2))));
    }

    @Test
    void nobody_gets_a_seat_once_it_has_begun_and_nothing_is_answered_once_it_is_over() {
        Workshop workshop = workshop(1);
        List<Person> people = people(workshop, 2);
        people.forEach(person -> says(workshop, person, Answer.YES));
        Meeting.shift(workshop, Duration.ofDays(-10).minusMinutes(30));
        says(workshop, people.get(0), Answer.NO);
        assertEquals(List.of("DECLINED 0", "WAITING 1"), states(workshop, people));
        Meeting.shift(workshop, Duration.ofHours(-3));
        assertEquals("workshop:over", assertThrows(Refused.class, () -> says(workshop, people.get(1), Answer.NO)).key);
        assertEquals("workshop:over", assertThrows(Refused.class, () -> says(workshop, people.get(0), Answer.YES)).key);
    }

    @Test
    void needs_are_sealed_go_with_a_no_and_are_gone_two_weeks_after() {
        Workshop workshop = workshop(null);
        List<Person> people = people(workshop, 2);
        people.forEach(person -> says(workshop, person, Answer.YES));
        for (Person person : people) World.act(() -> {
            Registration mine = of(workshop, person);
            return envelope.close(mine, Needs.NONE.with(Needs.Kind.DIET, Need.of(true, "inga nötter")));
        });
        byte[] sealed = seen(workshop, people.get(0)).needs;
        assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("nötter"));
        assertEquals("inga nötter", envelope.open(seen(workshop, people.get(0))).diet().words());
        says(workshop, people.get(0), Answer.NO);
        assertTrue(envelope.open(seen(workshop, people.get(0))).isEmpty());
        LocalDate day = LocalDate.ofInstant(workshop.endsAt, ZoneOffset.UTC);
        long before = oldNeeds.due(day.plusDays(13));
        assertEquals(before + 1, oldNeeds.due(day.plusDays(16)));
        World.act(() -> oldNeeds.end(day.plusDays(16)));
        assertTrue(seen(workshop, people.get(1)).needs == null);
    }

    @Test
    void reminders_come_once_a_week_before_and_once_a_day_before() {
        Workshop workshop = workshop(1);
        List<Person> people = people(workshop, 2);
        people.forEach(person -> says(workshop, person, Answer.YES));
        World.act(() -> Registration.update("answeredAt = ?1 where workshop = ?2",
                Instant.now().minus(Duration.ofDays(30)), workshop));
        reminders.run();
        assertEquals(List.of(1L, 1L), people.stream().map(person -> mails(workshop, person)).toList());
        Meeting.shift(workshop, Duration.ofDays(-4));
        reminders.run();
        reminders.run();
        assertEquals(List.of(2L, 1L), people.stream().map(person -> mails(workshop, person)).toList());
        Meeting.shift(workshop, Duration.ofDays(-5).minusHours(2));
        reminders.run();
        reminders.run();
        assertEquals(List.of(3L, 1L), people.stream().map(person -> mails(workshop, person)).toList());
    }

    @Test
    void who_is_to_come_is_told_of_another_time_and_of_the_end_of_it() {
        Workshop workshop = workshop(1);
        List<Person> people = people(workshop, 3);
        people.subList(0, 2).forEach(person -> says(workshop, person, Answer.YES));
        says(workshop, people.get(2), Answer.NO);
        World.act(() -> {
            Workshop own = Workshop.findById(workshop.id);
            Workshop.Replanned replanned = own.replan(Meeting.plan(Meeting.in(12), 1), own.edition);
            assertTrue(replanned.moved());
            tidings.moved(own);
            return own.cancel(Multilingual.of("sv", "Sjuk"), Instant.now());
        });
        World.act(() -> {
            tidings.cancelled(Workshop.findById(workshop.id));
            return true;
        });
        assertEquals(List.of(3L, 3L, 0L), people.stream().map(person -> mails(workshop, person)).toList());
        assertEquals(2, World.act(() -> Workshop.<Workshop>findById(workshop.id).sequence));
        assertEquals("workshop:cancelled_told",
                assertThrows(Refused.class, () -> says(workshop, people.get(2), Answer.YES)).key);
    }

    @Test
    void who_is_erased_leaves_the_seat_to_the_next() {
        Workshop workshop = workshop(1);
        List<Person> people = people(workshop, 2);
        people.forEach(person -> says(workshop, person, Answer.YES));
        World.act(() -> {
            reception.forget(Person.findById(people.get(0).id), Optional.empty(), World.today());
            return true;
        });
        assertEquals(List.of("DECLINED 0", "REGISTERED 0"), states(workshop, people));
    }

    @Test
    void only_who_has_a_seat_can_have_been_there() {
        Workshop workshop = workshop(1);
        List<Person> people = people(workshop, 2);
        people.forEach(person -> says(workshop, person, Answer.YES));
        assertTrue(World.act(() -> of(workshop, people.get(0)).attend(true)).isPresent());
        assertTrue(World.act(() -> of(workshop, people.get(0)).attend(true)).isEmpty());
        assertThrows(Refused.class, () -> World.act(() -> of(workshop, people.get(1)).attend(true)));
    }

    private static Workshop workshop(Integer seats) {
        return Meeting.planned(World.project(), seats);
    }

    private static List<Person> people(Workshop workshop, int many) {
        return IntStream.range(0, many).mapToObj(i -> World.act(() -> Meeting.guest(
                Project.findById(workshop.project.id), "Gäst " + i, "gast" + i + "@example.org"))).toList();
    }

    /** As the page does it: kept, with its mails. */
    private State says(Workshop workshop, Person person, Answer answer) {
        return World.act(() -> reception.said(Optional.empty(), Workshop.findById(workshop.id),
                Person.findById(person.id), answer).state);
    }

    private static List<String> states(Workshop workshop, List<Person> people) {
        return people.stream().map(person -> seen(workshop, person)).map(one -> one.state + " " + one.placeInQueue).toList();
    }

    private static Registration of(Workshop workshop, Person person) {
        return Registration.<Registration>find("workshop.id = ?1 and person.id = ?2", workshop.id, person.id)
                .firstResult();
    }

    /** As it is kept now, not as this test read it before. */
    private static Registration seen(Workshop workshop, Person person) {
        return World.act(() -> of(workshop, person));
    }

    private static long mails(Workshop workshop, Person person) {
        return Mail.count("aboutId = ?1 and receiver.id = ?2", workshop.publicId, person.id);
    }

    private static Plan seats(Workshop workshop, Integer seats) {
        Plan now = workshop.plan();
        return new Plan(now.title(), now.description(), now.form(), now.starts(), now.ends(), now.closes(),
                now.place(), now.link(), seats, now.programme(), now.accessibility(), now.materials(), now.draft());
    }
}
