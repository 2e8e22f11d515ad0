package se.metodporten.scorm.player;

/** What a host answers when it is not well, and what the player then does: see README.md. */
public enum PlayerProblem {
    TICKET_USED(410, "ticket-used"),
    SECRET_UNKNOWN(401, "secret-unknown"),
    TAKEN_OVER(409, "taken-over"),
    OTHER_ATTEMPT(409, "other-attempt"),
    TOO_LARGE(413, "too-large"),
    MALFORMED(400, "malformed");

    private final int status;
    private final String code;

    PlayerProblem(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
