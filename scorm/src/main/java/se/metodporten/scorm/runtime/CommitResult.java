package se.metodporten.scorm.runtime;

import java.util.List;

/**
 * What became of one or several commits of a session.
 *
 * @param state to be stored; the same object when nothing changed
 * @param lastSequence everything of the session up to here is saved for good
 */
public record CommitResult(
        Outcome outcome, AttemptState state, int lastSequence, List<Refusal> refused, List<Warning> warnings) {

    public CommitResult {
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
    }

    public LessonStatus status() {
        return state.status();
    }

    /** See README.md, rules of a commit. */
    public enum Outcome {
        APPLIED,
        /** Had been applied before; nothing changed. */
        REPEATED,
        /** A newer session has spoken: only results were kept. */
        LATE,
        /** An earlier commit has not arrived: only results were kept, and it must be sent again. */
        AHEAD,
        /** The attempt has no such session. */
        UNKNOWN_SESSION
    }

    /** One set that the standard does not allow. */
    public record Refusal(int sequence, String element, ErrorCode code, String why) {}

    /** One set that was kept although it goes beyond the specification: for the author of the course. */
    public record Warning(int sequence, String element, String why) {}
}
