package se.metodporten.elearning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.UrlState;

/** Why a file was not taken in; each has its words in {@code elearning.upload.fault.*}. */
public enum UploadFault {
    NO_FILE(HttpServletResponse.SC_BAD_REQUEST),
    TWO_FILES(HttpServletResponse.SC_BAD_REQUEST),
    BROKEN(HttpServletResponse.SC_BAD_REQUEST),
    TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE),
    NO_ROOM(HttpServletResponse.SC_SERVICE_UNAVAILABLE),
    BUSY(HttpServletResponse.SC_SERVICE_UNAVAILABLE),
    UNDER_WAY(HttpServletResponse.SC_CONFLICT);

    private static final String KEY = "elearning.refused.";

    private final int status;

    UploadFault(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String inUrl() {
        return UrlState.inUrl(this);
    }

    /** {@code elearning.refused.tooLarge} is {@link #TOO_LARGE}; what is none of these is thrown again. */
    static UploadFault of(DomainException refused) {
        for (UploadFault fault : values()) {
            if ((KEY + camel(fault)).equals(refused.key())) {
                return fault;
            }
        }
        throw refused;
    }

    /** Null for what is none. */
    static @Nullable UploadFault ofUrl(@Nullable String text) {
        for (UploadFault fault : values()) {
            if (fault.inUrl().equals(text)) {
                return fault;
            }
        }
        return null;
    }

    private static String camel(UploadFault fault) {
        StringBuilder camel = new StringBuilder();
        boolean up = false;
        for (char letter : fault.name().toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter != '_') {
                camel.append(up ? Character.toUpperCase(letter) : letter);
            }
            up = letter == '_';
        }
        return camel.toString();
    }
}
