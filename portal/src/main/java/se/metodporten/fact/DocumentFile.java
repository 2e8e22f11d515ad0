package se.metodporten.fact;

/** A stored file, without its content. */
public record DocumentFile(long id, String name, String mediaType, long size) {}
