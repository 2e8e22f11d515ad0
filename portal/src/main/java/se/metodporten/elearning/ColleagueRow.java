package se.metodporten.elearning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Someone in a unit and how far they have come with a course; the name is null where identity is protected. */
public record ColleagueRow(
        long personId,
        @Nullable String name,
        String title,
        CourseCard.Progress progress,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate completedOn) {}
