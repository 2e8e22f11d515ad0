package se.metodporten.training;

/** A unit to choose from. */
public record TrainingPlace(long id, String name) {}
