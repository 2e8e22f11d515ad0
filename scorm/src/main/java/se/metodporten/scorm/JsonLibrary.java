package se.metodporten.scorm;

import jakarta.json.spi.JsonProvider;

/** The JSON library, looked for once: {@code jakarta.json.Json} looks through the whole class path at each builder and reader. */
public final class JsonLibrary {

    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonLibrary() {}
}
