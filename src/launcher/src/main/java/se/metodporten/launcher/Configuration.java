package se.metodporten.launcher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.launcher.Options.Mail;

/** The configuration as the portal reads it, by MicroProfile Config. */
final class Configuration {

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
        options.mail().ifPresent(mail -> put(configuration, mail));
        return configuration;
    }

    /** A database that hangs gives its threads back some day; what the operator wrote into the address counts. */
    private static String withTimeouts(String url) {
        String patient = url;
        for (String limit : List.of("connectTimeout=10000", "socketTimeout=300000")) {
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
