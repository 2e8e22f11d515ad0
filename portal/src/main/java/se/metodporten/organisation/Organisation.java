package se.metodporten.organisation;

import org.jspecify.annotations.Nullable;

/** An organisation as it is on the day asked for; the district of a region is null. */
public record Organisation(
        long id,
        String name,
        OrganisationKind kind,
        @Nullable Long districtId) {}
