package se.metodporten.elearning;

/** A unit whose e-learning the reader follows. */
public record CourseUnit(long id, String name) {}
