package se.metodporten.common.picture;

import java.util.Locale;

/** The colours of pictures, by meaning; look.md gives them to standings and coverage. Each is a class of the style sheet. */
public enum Tone {
    GOOD,
    DUE,
    BAD,
    OPEN,
    PAUSED,
    ENDED,
    VACANT;

    public String css() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
