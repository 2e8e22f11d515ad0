package se.metodporten.elearning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a unit and how far they have come with a course.
 *
 * @param minutes spent in it so far
 * @param lastDay when they last worked with it
 */
public record ColleagueRow(
        long personId,
        String name,
        String title,
        CourseCard.Progress progress,
        int minutes,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate completedOn) {}
