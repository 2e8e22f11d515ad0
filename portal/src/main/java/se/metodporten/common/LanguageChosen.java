package se.metodporten.common;

/** Somebody chose a language for the session; fired by the page's language link. @param tag {@code sv} or {@code en} */
public record LanguageChosen(String tag) {}
