package se.metodporten.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The reader of this request, looked up once. */
@RequestScoped
public class CurrentReader {

    private @Nullable Reader reader;

    @Nullable
    Reader get() {
        return reader;
    }

    void set(@Nullable Reader reader) {
        this.reader = reader;
    }
}
