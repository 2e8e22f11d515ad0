package se.metodporten.organisation;

/** A place in a trail or a choice. */
public record PlaceName(long id, PlaceKind kind, String name) {}
