package se.metodporten.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.db.DatabaseSettings;
import se.metodporten.db.DatabaseSettings.Login;
import se.metodporten.launcher.Options.Mail;

/** Reads the command line and the environment, and tells everything that is wrong with them at once. */
final class OptionsReader {

    private static final int USUAL_COURSE_LIMIT = 1024;

    private static final int MOST_COURSE_LIMIT = 4096;

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private static final Pattern PERSON = Pattern.compile("[^<>]*\\S\\s+[^<>\\s]+\\s*<[^<>@\\s]+@[^<>@\\s]+>");

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private OptionsReader() {}

    static Options read(List<String> arguments, Map<String, String> environment) {
        OptionsReader reader = new OptionsReader();
        reader.take(environment);
        reader.take(arguments);
        reader.refuseLineBreaks();
        Options options = reader.options();
        if (!reader.problems.isEmpty()) {
            throw new Problem(reader.problems);
        }
        return options;
    }

    private void take(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.getOrDefault(setting.variable(), "");
            if (!value.isEmpty()) {
                values.put(setting, value);
            }
        }
    }

    private void take(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            Setting setting = Setting.ofOption(name).orElse(null);
            if (setting == null) {
                problems.add("There is no option " + name + "; --help lists them all.");
            } else if (equals >= 0) {
                values.put(setting, argument.substring(equals + 1));
            } else if (setting.isFlag()) {
                values.put(setting, "true");
            } else if (i + 1 < arguments.size()) {
                i++;
                values.put(setting, arguments.get(i));
            } else {
                problems.add("The option " + name + " needs a value.");
            }
        }
    }

    /** A value reaches the server as a line. */
    private void refuseLineBreaks() {
        values.forEach((setting, value) -> {
            if (value.lines().count() > 1) {
                problems.add("The value of " + setting.option() + " has a line break in it.");
            }
        });
    }

    private Options options() {
        int port = port(Setting.PORT, 8080);
        URI publicUrl = publicUrl(port);
        return new Options(
                data(),
                bind(),
                port,
                publicUrl,
                contentHost(publicUrl),
                !flag(Setting.EMPTY),
                firstAdministrator(),
                database(),
                mail(),
                remindersFrom(),
                courseLimit(),
                javaOptions());
    }

    private Optional<String> firstAdministrator() {
        String person = text(Setting.FIRST_ADMINISTRATOR, "").strip();
        if (person.isEmpty()) {
            return Optional.empty();
        }
        if (!PERSON.matcher(person).matches()) {
            problems.add("The first administrator " + person + " (" + Setting.FIRST_ADMINISTRATOR.option()
                    + ") must look like 'Given Family <address@example.se>'.");
        }
        if (!flag(Setting.EMPTY)) {
            problems.add("The demo county has its own administrator; " + Setting.FIRST_ADMINISTRATOR.option()
                    + " goes with " + Setting.EMPTY.option() + ".");
        }
        return Optional.of(person);
    }

    private Path data() {
        String folder = text(Setting.DATA, "var");
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            problems.add("The folder " + folder + " is not a path: " + e.getReason() + ".");
            return Path.of("");
        }
    }

    private InetAddress bind() {
        String address = text(Setting.BIND, "127.0.0.1");
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            problems.add("The address " + address + " (" + Setting.BIND.option() + ") is not known here.");
            return InetAddress.getLoopbackAddress();
        }
    }

    private int port(Setting setting, int otherwise) {
        String value = text(setting, Integer.toString(otherwise));
        if (value.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        problems.add("The port " + value + " (" + setting.option() + ") is not a number from 1 to 65535.");
        return otherwise;
    }

    private URI publicUrl(int port) {
        URI local = URI.create("http://localhost:" + port);
        String value = values.get(Setting.PUBLIC_URL);
        if (value == null) {
            return local;
        }
        try {
            URI url = new URI(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && isHost(url.getHost()) && url.getRawPath().isEmpty() && url.getRawQuery() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            problems.add("The public URL " + value + " cannot be read: " + e.getReason() + ".");
            return local;
        }
        problems.add("The public URL " + value + " must look like https://portal.example.se, without a path.");
        return local;
    }

    private String contentHost(URI publicUrl) {
        String host = text(Setting.CONTENT_HOST, publicUrl.getHost()).toLowerCase(Locale.ROOT);
        if (!isHost(host)) {
            problems.add("The content host " + host + " must be a host name without a port.");
        }
        return host;
    }

    private static boolean isHost(@Nullable String host) {
        return host != null && HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private boolean flag(Setting setting) {
        String value = text(setting, "false");
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(setting.variable() + " is " + value + ", but must be true or false.");
        }
        return value.equals("true");
    }

    private Optional<DatabaseSettings> database() {
        String url = values.get(Setting.DATABASE_URL);
        String user = text(Setting.DATABASE_USER, "");
        String password = secret(Setting.DATABASE_PASSWORD, Setting.DATABASE_PASSWORD_FILE);
        String owner = text(Setting.DATABASE_OWNER_USER, "");
        String ownerPassword = secret(Setting.DATABASE_OWNER_PASSWORD, Setting.DATABASE_OWNER_PASSWORD_FILE);
        if (url == null) {
            if (!user.isEmpty() || !owner.isEmpty()) {
                problems.add("A database user is given, but no --database-url.");
            }
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:mariadb:")) {
            problems.add("The database address " + url + " must look like jdbc:mariadb://host/name.");
        }
        if (user.isEmpty()) {
            problems.add("--database-url needs --database-user.");
        }
        Login application = new Login(user, password);
        return Optional.of(new DatabaseSettings(
                url, owner.isEmpty() ? application : new Login(owner, ownerPassword), application));
    }

    private Optional<Mail> mail() {
        int port = port(Setting.SMTP_PORT, 587);
        String host = text(Setting.SMTP_HOST, "");
        String from = text(Setting.MAIL_FROM, "");
        String password = secret(Setting.SMTP_PASSWORD, Setting.SMTP_PASSWORD_FILE);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        if (!from.matches("[^@\\s]+@[^@\\s]+")) {
            problems.add("--smtp-host needs --mail-from, an address such as metodporten@example.se.");
        }
        return Optional.of(new Mail(host, port, text(Setting.SMTP_USER, ""), password, from));
    }

    private String remindersFrom() {
        String time = text(Setting.REMINDERS_FROM, "07:00");
        if (!time.equals("off") && !TIME.matcher(time).matches()) {
            problems.add(
                    "The time " + time + " (" + Setting.REMINDERS_FROM.option() + ") must look like 07:00, or be off.");
        }
        return time;
    }

    private int courseLimit() {
        String value = text(Setting.COURSE_LIMIT, String.valueOf(USUAL_COURSE_LIMIT));
        if (value.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MOST_COURSE_LIMIT) {
                return limit;
            }
        }
        problems.add("The limit " + value + " (" + Setting.COURSE_LIMIT.option()
                + ") is not a number of megabytes from 1 to " + MOST_COURSE_LIMIT + ".");
        return USUAL_COURSE_LIMIT;
    }

    private String secret(Setting direct, Setting file) {
        String path = values.get(file);
        if (path == null) {
            return text(direct, "");
        }
        if (values.containsKey(direct)) {
            problems.add("Give either " + direct.option() + " or " + file.option() + ", not both.");
        }
        try {
            String secret = Files.readString(Path.of(path)).strip();
            if (secret.isEmpty() || secret.lines().count() > 1) {
                problems.add("The file " + path + " (" + file.option() + ") must hold one line with the password.");
            }
            return secret;
        } catch (IOException | InvalidPathException e) {
            problems.add("The file " + path + " (" + file.option() + ") cannot be read.");
            return "";
        }
    }

    private List<String> javaOptions() {
        String options = text(Setting.JAVA_OPTIONS, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    private String text(Setting setting, String otherwise) {
        return values.getOrDefault(setting, otherwise);
    }
}
