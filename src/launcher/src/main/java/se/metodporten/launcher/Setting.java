package se.metodporten.launcher;

import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be configured. Each setting is an option on the command line and a variable in the environment;
 * the option wins.
 */
enum Setting {
    DATA("folder", "where everything is kept; ./var if not given"),
    PORT("number", "port to listen on; 8080 if not given"),
    BIND("address", "network address to listen on; 127.0.0.1 if not given, 0.0.0.0 for all"),
    PUBLIC_URL("url", "how people reach the portal, also in mails; http://localhost:PORT if not given"),
    CONTENT_HOST("host", "course versions run on c1.HOST, c2.HOST, ...; the public URL's host if not given"),
    EMPTY("", "begin without the fictional demo county"),
    FIRST_ADMINISTRATOR(
            "person", "'Given Family <address>': invited as system administrator while nobody can sign in as one"),
    DATABASE_URL("url", "use this MariaDB, jdbc:mariadb://host/name, instead of the built-in one"),
    DATABASE_USER("name", "its user, who may do everything in that database unless an owner is given too"),
    DATABASE_PASSWORD("password", "its password; rather give the file or the environment variable"),
    DATABASE_PASSWORD_FILE("file", "a file with the password"),
    DATABASE_OWNER_USER("name", "another user, who owns the schema; then the first needs no rights of its own"),
    DATABASE_OWNER_PASSWORD("password", "the owner's password"),
    DATABASE_OWNER_PASSWORD_FILE("file", "a file with the owner's password"),
    SMTP_HOST("host", "send mail through this server; without it mail is caught and shown to administrators"),
    SMTP_PORT("number", "its port; 587 if not given"),
    SMTP_USER("name", "its user, if it asks for one"),
    SMTP_PASSWORD("password", "its password"),
    SMTP_PASSWORD_FILE("file", "a file with its password"),
    MAIL_FROM("address", "the sender of all mail; needed with --smtp-host"),
    REMINDERS_FROM("time", "write reminders on weekdays from this time; 07:00 if not given, off for none"),
    COURSE_LIMIT("megabytes", "the largest course package that can be uploaded, 1 to 4096; 1024 if not given"),
    JAVA_OPTIONS("options", "for the server's Java, such as -Xmx2g");

    private final String value;
    private final String meaning;

    Setting(String value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    static Optional<Setting> ofOption(String option) {
        for (Setting setting : values()) {
            if (setting.option().equals(option)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String variable() {
        return "METODPORTEN_" + name();
    }

    /** A flag stands alone on the command line; in the environment it is true or false. */
    boolean isFlag() {
        return value.isEmpty();
    }

    static String help() {
        StringBuilder help =
                new StringBuilder("Starts Metodporten. All options are optional; each is also a variable in"
                        + " the environment,\n--database-url for example METODPORTEN_DATABASE_URL.\n\n");
        for (Setting setting : values()) {
            help.append(String.format(
                    Locale.ROOT, "  %-40s %s%n", (setting.option() + " " + setting.value).strip(), setting.meaning));
        }
        return help.append(String.format(Locale.ROOT, "  %-40s %s%n", "--help", "this text"))
                .toString();
    }
}
