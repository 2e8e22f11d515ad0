package se.metodporten.campaign;

/** Someone whom a campaign reaches. @param places where, by name */
public record ReachedPerson(long personId, String name, String places) {}
