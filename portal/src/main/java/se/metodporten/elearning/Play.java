package se.metodporten.elearning;

import java.nio.file.Path;
import java.util.Optional;

/** What the player may ask on the origin of a course version: about an attempt, or about a trial. */
public interface Play {

    /** What became of a commit. @param takenOver kept all the same, but a newer launch has the attempt */
    record Committed(String answer, boolean takenOver) {}

    /** The answer to a ticket: its secret and what the player starts from. */
    String exchange(long versionOfHost, String body);

    /** The same after a reload in the same tab. */
    String resume(long versionOfHost, String secret);

    /** A step to another part of the course, or out of it. */
    String navigate(long versionOfHost, String secret, String body);

    /** Merges what content said. */
    Committed commit(long versionOfHost, String secret, String body);

    /** The end of a launch: its secret is dead from here. */
    String exit(long versionOfHost, String secret, String body);

    /** A file of the package, for whoever has the token of a launch that lives; empty for everything else. */
    Optional<Path> file(long versionOfHost, String token, String name);
}
