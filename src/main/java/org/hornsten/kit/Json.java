package org.hornsten.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;

/**
 * A value kept whole in one column. What is written once is read back equal,
 * whatever the API's own JSON looks like.
 */
public abstract class Json<T> implements AttributeConverter<T, String> {
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());

    private final TypeReference<T> type;

    protected Json(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("Not to be written: " + type.getType(), problem);
        }
    }

    @Override
    public T convertToEntityAttribute(String column) {
        try {
            return MAPPER.readValue(column, type);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("Not to be read: " + type.getType(), problem);
        }
    }
}
