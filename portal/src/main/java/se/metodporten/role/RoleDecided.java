package se.metodporten.role;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An event, in the transaction of the decision: the role has a new version of what it requires, or of its description.
 *
 * @param versionId null where it is the description
 * @param descriptionId null where it is what is required
 */
public record RoleDecided(
        long roleId, @Nullable Long versionId, @Nullable Long descriptionId) implements Serializable {

    static RoleDecided requirements(long roleId, long versionId) {
        return new RoleDecided(roleId, versionId, null);
    }

    static RoleDecided description(long roleId, long descriptionId) {
        return new RoleDecided(roleId, null, descriptionId);
    }
}
