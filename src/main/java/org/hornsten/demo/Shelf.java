package org.hornsten.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hornsten.draft.Round;
import org.hornsten.kit.Multilingual;

/** What all stories of the demo world share. */
@ApplicationScoped
class Shelf {
    private final ObjectMapper json;

    Shelf(ObjectMapper json) {
        this.json = json;
    }

    List<Undertaking> projects() {
        return read("projects", new TypeReference<>() {});
    }

    Undertaking project(String slug) {
        return projects().stream().filter(project -> project.plan().slug().equals(slug)).findFirst().orElseThrow();
    }

    List<Round.Criterion> criteria() {
        return read("criteria", new TypeReference<>() {});
    }

    List<Multilingual> phrases() {
        return read("phrases", new TypeReference<>() {});
    }

    List<Gathering> gatherings() {
        return read("workshops", new TypeReference<>() {});
    }

    Recruiting.Told call() {
        return read("call", new TypeReference<>() {});
    }

    private <T> T read(String name, TypeReference<T> type) {
        try (var file = Shelf.class.getResourceAsStream("/demo/" + name + ".json")) {
            return json.readValue(file, type);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
