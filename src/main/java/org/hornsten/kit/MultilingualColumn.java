package org.hornsten.kit;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

@Immutable
@Converter(autoApply = true)
class MultilingualColumn extends Json<Multilingual> {
    MultilingualColumn() {
        super(new TypeReference<>() {});
    }
}
