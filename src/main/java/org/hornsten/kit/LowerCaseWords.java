package org.hornsten.kit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;

/** The words of closed vocabularies are lower case in the API: {@code partly_adopted} for {@code PARTLY_ADOPTED}. */
@Singleton
class LowerCaseWords implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.configure(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS, true);
        mapper.registerModule(new SimpleModule().addSerializer(new Word()));
    }

    @SuppressWarnings("rawtypes")
    private static class Word extends StdSerializer<Enum> {
        Word() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum word, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(word.name().toLowerCase(Locale.ROOT));
        }
    }
}
