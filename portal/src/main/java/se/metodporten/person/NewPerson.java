package se.metodporten.person;

/**
 * Someone who is not in the directory, as typed in a form.
 *
 * @param token of the form: the same form sent twice adds one person
 * @param email may be blank
 */
public record NewPerson(String token, String givenName, String familyName, String email, String title, long unitId) {}
