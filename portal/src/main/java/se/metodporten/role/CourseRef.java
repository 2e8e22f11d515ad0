package se.metodporten.role;

import se.metodporten.common.Bilingual;

/** A course as requirements name it; what it holds is the e-learning's to know. */
public record CourseRef(String code, Bilingual name) {}
