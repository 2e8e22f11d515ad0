package se.metodporten.coverage;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import se.metodporten.organisation.OrganisationKind;

/**
 * How many people in a role each place of a kind needs.
 *
 * @param unitKind code; null where the role is held at organisations
 * @param organisationKind only units of such organisations, or such organisations themselves; null: of all
 */
public record KindNeed(@Nullable String unitKind, @Nullable OrganisationKind organisationKind, int number)
        implements Serializable {}
