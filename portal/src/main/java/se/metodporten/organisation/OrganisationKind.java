package se.metodporten.organisation;

/** What kind of principal an organisation is. */
public enum OrganisationKind {
    REGION,
    MUNICIPALITY,
    PRIVATE
}
