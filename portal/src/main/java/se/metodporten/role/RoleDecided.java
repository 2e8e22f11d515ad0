package se.metodporten.role;

/** An event, in the transaction of the decision: the role has a new version. */
public record RoleDecided(long roleId, long versionId) {}
