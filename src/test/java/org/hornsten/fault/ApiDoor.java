package org.hornsten.fault;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The way of a program: one member's comments on one draft through the JSON API. */
public final class ApiDoor implements Oracle.Door {
    private final Caller caller;
    private final String draft;

    public ApiDoor(int port, String pass, String draft) {
        caller = new Caller(port).bearing(pass);
        this.draft = draft;
    }

    @Override
    public Optional<String> send(String submission, String words) {
        try {
            Caller.Answer answer = caller.postJson("/api/v1/drafts/" + draft + "/contributions",
                    Scene.json(Map.of("version",
                    1, "language", "sv", "kind", "comment", "words", words)),
                    Map.of("Idempotency-Key", draft + " " + submission));
            if (answer.status() == 503) return Optional.empty();
            return Optional.of(Scene.read(answer.is(201)).get("receipt").asText());
        } catch (IOException lost) {
            return Optional.empty();
        }
    }

    /** The first viewpoint is all of the words until somebody splits them. */
    @Override
    public Optional<String> opened(String receipt) {
        try {
            Caller.Answer answer = caller.get("/api/v1/receipts/" + receipt);
            return answer.status() == 404 ? Optional.empty()
                    : Optional.of(Scene.read(answer.is(200)).at("/viewpoints/0/exact").asText());
        } catch (IOException lost) {
            return Optional.empty();
        }
    }
}
