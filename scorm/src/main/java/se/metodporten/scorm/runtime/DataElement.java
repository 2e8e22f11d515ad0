package se.metodporten.scorm.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A row of the standard's data model.
 *
 * @param name with {@code n} for every index, for example {@code cmi.objectives.n.id}
 * @param needs the element that must be there first
 * @param unique whether no two rows of the array have the same
 * @param once whether it stays as it was first set
 */
public record DataElement(
        String name,
        String type,
        Access access,
        Role role,
        @Nullable String needs,
        boolean unique,
        boolean once) {

    /** What content may do with it. */
    public enum Access {
        READ,
        WRITE,
        READ_WRITE;

        boolean writable() {
            return this != READ;
        }

        static Access of(String code) {
            return switch (code) {
                case "r" -> READ;
                case "w" -> WRITE;
                case "rw" -> READ_WRITE;
                default -> throw new IllegalArgumentException(code);
            };
        }
    }

    /** What it is to an attempt: who gives it, and which rule merges it. */
    public enum Role {
        /** {@code _children}, {@code _count}, {@code _version}. */
        KEYWORD,
        /** The run-time's word to content. */
        GIVEN,
        /** Where the learner is; the newest session decides. */
        PLACE,
        /** A result: never falls once the course is passed or completed. */
        STATUS,
        /** A result: only rises once the course is passed. */
        SCORE,
        /** A result: counted once for each session. */
        TIME,
        /** How content left. */
        EXIT,
        /** Where content wants to go when it has ended. */
        NAVIGATION,
        /** Data that belongs to the attempt, not to one activity. */
        SHARED
    }
}
