package se.metodporten.common.web.api;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import se.metodporten.common.web.UrlState;

/** How answers are written: what is absent is null, never left out; constants as in addresses ({@code refresher-due}). */
@Provider
public class JsonOfAnswers implements ContextResolver<Jsonb> {

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig()
            .withNullValues(true)
            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
            .withSerializers(new Constants()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }

    /** Public, since the server makes it. */
    @SuppressWarnings("rawtypes")
    public static final class Constants implements JsonbSerializer<Enum> {

        @Override
        public void serialize(Enum constant, JsonGenerator generator, SerializationContext context) {
            generator.write(UrlState.inUrl(constant));
        }
    }
}
