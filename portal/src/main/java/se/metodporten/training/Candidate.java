package se.metodporten.training;

/**
 * Someone who can be signed up.
 *
 * @param needsIt has an assignment whose role requires this kind and has not attended all of it
 */
public record Candidate(long personId, String name, String unitName, String title, boolean needsIt) {}
