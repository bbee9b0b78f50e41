package org.hornsten.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.hornsten.kit.Json;
import org.hornsten.text.Outline;

@Immutable
@Converter(autoApply = true)
class OutlineColumn extends Json<Outline> {
    OutlineColumn() {
        super(new TypeReference<>() {});
    }
}
