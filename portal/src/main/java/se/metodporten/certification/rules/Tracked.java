package se.metodporten.certification.rules;

/** What each kind of requirement must be able to do; apart from {@link Requirement} to keep the workings in here. */
interface Tracked {
    Track track(Dossier dossier, RoleRules rules);
}
