package se.metodporten.directory;

/** The file cannot be read as one of its kind. */
final class FileRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String value;

    /** @param value what stands there, to be shown */
    FileRefused(Refusal refusal, String value) {
        super(refusal + " " + value);
        this.refusal = refusal;
        this.value = value;
    }

    Refusal refusal() {
        return refusal;
    }

    String value() {
        return value;
    }
}
