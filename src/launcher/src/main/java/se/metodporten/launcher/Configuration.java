package se.metodporten.launcher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.launcher.Options.Mail;

/** The configuration as the portal reads it, by MicroProfile Config. */
final class Configuration {

    private static final List<String> LIMITS =
            List.of("connectTimeout=5000", "socketTimeout=10000", "sessionVariables=innodb_lock_wait_timeout=8");

    private Configuration() {}

    static Map<String, String> of(Options options, DatabaseSettings database) {
        Map<String, String> configuration = new TreeMap<>();
        configuration.put("metodporten.db.url", withTimeouts(database.url()));
        configuration.put("metodporten.db.user", database.application().user());
        configuration.put("metodporten.db.password", database.application().password());
        configuration.put("metodporten.public-url", options.publicUrl().toString());
        configuration.put("metodporten.content-host", options.contentHost());
        configuration.put("metodporten.demo", Boolean.toString(options.demo()));
        configuration.put("metodporten.data", options.data().toString());
        configuration.put("metodporten.reminders.from", options.remindersFrom());
        configuration.put("metodporten.courses.largest-mib", Integer.toString(options.courseLimit()));
        options.firstAdministrator().ifPresent(person -> configuration.put("metodporten.first-administrator", person));
        options.mail().ifPresent(mail -> put(configuration, mail));
        return configuration;
    }

    /**
     * A database that hangs is felt for seconds: as long as these, a connection or an answer is waited for (the portal's
     * long jobs wait longer). A lock is given up before its answer is, since a statement whose answer nobody waits for
     * might still be carried out. What the operator wrote into the address counts.
     */
    private static String withTimeouts(String url) {
        String patient = url;
        for (String limit : LIMITS) {
            String name = limit.substring(0, limit.indexOf('=') + 1);
            if (!url.contains("?" + name) && !url.contains("&" + name)) {
                patient += (patient.contains("?") ? "&" : "?") + limit;
            }
        }
        return patient;
    }

    private static void put(Map<String, String> configuration, Mail mail) {
        configuration.put("metodporten.mail.host", mail.host());
        configuration.put("metodporten.mail.port", Integer.toString(mail.port()));
        configuration.put("metodporten.mail.from", mail.from());
        if (!mail.user().isEmpty()) {
            configuration.put("metodporten.mail.user", mail.user());
            configuration.put("metodporten.mail.password", mail.password());
        }
    }
}
