package org.hornsten.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hornsten.identity.Person;

/** Brings the people of the demo world into the house: those who are missing, at each start. */
@ApplicationScoped
class People {
    static final int AFTER_THE_CHECK = 100;

    private final DemoHouse house;

    People(DemoHouse house) {
        this.house = house;
    }

    void arrive(@Observes @Priority(AFTER_THE_CHECK) StartupEvent start) {
        if (house.open()) QuarkusTransaction.requiringNew().run(People::comeIn);
    }

    private static void comeIn() {
        for (Cast who : Cast.values())
            if (Person.count("userName", who.userName()) == 0)
                Person.named(who.called, who.userName(), who.role, who.kind, who.language);
    }
}
