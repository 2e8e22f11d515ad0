package se.metodporten.common.web.api;

/** The column that a list is sorted by: {@code name}, or {@code -name} for falling. */
public record SortBy<E extends Enum<E>>(E column, boolean falling) {}
