package org.hornsten.attendance;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hornsten.Meeting;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Mail;
import org.hornsten.project.Project;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Fifty people want the last seat at the same moment. */
@QuarkusTest
class SeatsRaceTest {
    private static final int PEOPLE = 50;

    @Test
    void of_fifty_who_press_at_once_one_has_the_seat_and_the_others_stand_in_one_queue() throws Exception {
        Workshop workshop = Meeting.planned(World.project(), 1);
        List<String> tokens = IntStream.range(0, PEOPLE).mapToObj(i -> token(workshop, i)).toList();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
        List<Future<String>> answers = new ArrayList<>();
        for (String token : tokens) answers.add(crowd.submit(() -> {
            start.await();
            return RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + token)
                    .body(Map.of("answer", "yes")).post("/api/v1/workshops/" + workshop.publicId + "/registrations")
                    .then().statusCode(201).extract().path("state");
        }));
        start.countDown();
        List<String> told = new ArrayList<>();
        for (Future<String> answer : answers) told.add(answer.get());
        crowd.shutdown();
        assertEquals(1, told.stream().filter("registered"::equals).count());
        assertEquals(PEOPLE - 1, told.stream().filter("waiting"::equals).count());
        assertEquals(1, Registration.count("workshop.id = ?1 and state = 'REGISTERED'", workshop.id));
        assertEquals(IntStream.rangeClosed(1, PEOPLE - 1).boxed().toList(), Registration.<Registration>list(
                "workshop.id = ?1 and state = 'WAITING' order by turn", workshop.id).stream().map(one -> one.placeInQueue)
                .toList());
        assertEquals(PEOPLE, Mail.count("aboutId", workshop.publicId));
    }

    @Test
    void of_ten_who_leave_at_once_each_seat_goes_to_one_who_waits() throws Exception {
        Workshop workshop = Meeting.planned(World.project(), 10);
        List<String> tokens = IntStream.range(0, 20).mapToObj(i -> token(workshop, i)).toList();
        tokens.forEach(token -> answer(workshop, token, "yes"));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(10);
        List<Future<String>> answers = new ArrayList<>();
        for (String token : tokens.subList(0, 10)) answers.add(crowd.submit(() -> {
            start.await();
            return answer(workshop, token, "no");
        }));
        start.countDown();
        for (Future<String> answer : answers) assertEquals("declined", answer.get());
        crowd.shutdown();
        assertEquals(10, Registration.count("workshop.id = ?1 and state = 'REGISTERED'", workshop.id));
        assertEquals(0, Registration.count("workshop.id = ?1 and state = 'WAITING'", workshop.id));
    }

    private static String answer(Workshop workshop, String token, String answer) {
        return RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + token)
                .body(Map.of("answer", answer)).post("/api/v1/workshops/" + workshop.publicId + "/registrations").then()
                .statusCode(201).extract().path("state");
    }

    /** Somebody without an account, who came in by a link. */
    private static String token(Workshop workshop, int i) {
        String link = World.act(() -> {
            Project project = Project.findById(workshop.project.id);
            Person person = Meeting.guest(project, "Gäst " + i, "gast" + i + "@example.org");
            return PersonalLink.forPerson(project, person, workshop.ref(), null, World.today()).token();
        });
        return RestAssured.given().contentType("application/json").body(Map.of("token", link)).post("/api/v1/access")
                .then().statusCode(200).extract().path("token");
    }
}
