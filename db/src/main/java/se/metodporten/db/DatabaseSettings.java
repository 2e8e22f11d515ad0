package se.metodporten.db;

/**
 * How to reach the database, and as whom.
 *
 * @param url a {@code jdbc:mariadb:} address with the name of the database
 * @param owner owns the schema: migrates and grants
 * @param application what the running portal signs in as; the same as the owner where only one user was configured
 */
public record DatabaseSettings(String url, Login owner, Login application) {

    /** A user of the database. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** One configured user is both owner and application; nothing is granted or held back then. */
    public static DatabaseSettings ofOneUser(String url, Login login) {
        return new DatabaseSettings(url, login, login);
    }

    /** Whether the portal runs with fewer rights than the owner. */
    public boolean hasOwnApplicationUser() {
        return !owner.user().equals(application.user());
    }
}
