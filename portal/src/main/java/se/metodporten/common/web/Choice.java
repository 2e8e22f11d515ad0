package se.metodporten.common.web;

/** One choice of a filter: what stands in the URL, and what the reader sees. */
public record Choice(String value, String label) {}
