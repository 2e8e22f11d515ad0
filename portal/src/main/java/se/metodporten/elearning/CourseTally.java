package se.metodporten.elearning;

import se.metodporten.common.Bilingual;

/**
 * How many people of a unit have come how far with a course; who may be named there, so that each number is the length of
 * its list.
 *
 * @param minutes what the course takes, about
 */
public record CourseTally(String code, Bilingual title, int minutes, int notStarted, int underWay, int done) {

    /** How many have come that far. */
    public int of(CourseCard.Progress progress) {
        return switch (progress) {
            case NOT_STARTED -> notStarted;
            case UNDER_WAY -> underWay;
            case DONE -> done;
        };
    }
}
