package org.hornsten.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.identity.Person;

/** Brings the people of the demo world into the house: those who are missing, at each start. */
@ApplicationScoped
class People {
    static final int AFTER_THE_CHECK = 100;

    private final DemoHouse house;
    private final boolean mailKept;

    People(DemoHouse house, @ConfigProperty(name = "hornsten.mail.kept", defaultValue = "false") boolean mailKept) {
        this.house = house;
        this.mailKept = mailKept;
    }

    void arrive(@Observes @Priority(AFTER_THE_CHECK) StartupEvent start) {
        if (house.open()) QuarkusTransaction.requiringNew().run(this::comeIn);
    }

    private void comeIn() {
        for (Cast who : Cast.values())
            if (Person.count("userName", who.userName()) == 0) comeIn(who);
    }

    /** Addresses only where no e-mail leaves this machine. */
    private void comeIn(Cast who) {
        Person person = Person.named(who.called, who.userName(), who.role, who.kind, who.language);
        if (mailKept) person.isReachedAt(who.userName() + "@kusten.example");
    }
}
