package org.hornsten.project;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;

/** One step of a project's way; the days may be open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Phase(Multilingual title, LocalDate from, LocalDate to) {

    public Optional<LocalDate> begins() {
        return Optional.ofNullable(from);
    }

    public Optional<LocalDate> ends() {
        return Optional.ofNullable(to);
    }

    @Immutable
    @Converter
    static class Column extends Json<List<Phase>> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
