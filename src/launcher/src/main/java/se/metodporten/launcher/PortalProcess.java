package se.metodporten.launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The server, Payara Micro with the portal in it, as a process that lives and dies with this one. What is said to it and
 * what it answers is described in {@code PortalServer}.
 */
final class PortalProcess implements Shutdown.Part {

    /** Longer than the server itself waits for requests in flight. */
    private static final long STOP_SECONDS = 60;

    /** With the built-in database somebody is trying the portal out: a quick start matters more than peak speed. */
    private static final List<String> TRIAL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String UNPACKED_IN = "-Dfish.payara.micro.UnpackDir=";

    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;
    private final LogFiles logs;
    private final Path classes;

    private PortalProcess(Process process, LogFiles logs, Path classes) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.logs = logs;
        this.classes = classes;
    }

    /** Begins to boot the server, without the portal yet. */
    static PortalProcess start(Options options, Path payara, LogFiles logs) throws IOException {
        // Another Java cannot use the classes that this one saved.
        Path classes = payara.resolve("classes-" + System.getProperty("java.vm.version") + ".jsa");
        List<String> command = new ArrayList<>();
        // Ctrl-C at the console reaches all processes there; only the launcher shall act on it.
        command.addAll(List.of("sh", "-c", "trap '' INT TERM HUP; exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(options, payara, classes));
        command.addAll(List.of(
                "-cp",
                payara.resolve("launch-micro.jar") + File.pathSeparator + payara.resolve("metodporten-server.jar"),
                "se.metodporten.launcher.server.PortalServer"));
        command.addAll(List.of(
                "--port",
                Integer.toString(options.port()),
                "--prebootcommandfile",
                bootCommands(options, payara).toString(),
                "--logproperties",
                logs.configuration().toString(),
                "--disablephonehome",
                "--nocluster"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(logs.console().toFile());
        // The configuration has one way in, and secrets do not stay in a second environment.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("METODPORTEN_"));
        return new PortalProcess(builder.start(), logs, classes);
    }

    /**
     * Ends servers that still run from this folder. The caller holds the data folder's lock, so whoever started them is
     * dead and they are about to end by themselves, but that may take seconds.
     */
    static void endLeftBehind(Path runtime) {
        List<ProcessHandle> leftBehind = ProcessHandle.allProcesses()
                .filter(process -> runsFrom(runtime, process))
                .toList();
        leftBehind.forEach(ProcessHandle::destroyForcibly);
        leftBehind.forEach(server -> server.onExit().join());
    }

    private static boolean runsFrom(Path runtime, ProcessHandle process) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return Arrays.stream(arguments)
                .anyMatch(argument -> argument.startsWith(UNPACKED_IN + runtime + File.separator));
    }

    private static List<String> flags(Options options, Path payara, Path classes) throws IOException {
        List<String> flags = new ArrayList<>(List.of(
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                // Standard output belongs to the answers.
                "-Xlog:disable",
                "-Xlog:all=warning,cds=off,cds+dynamic=off:stderr",
                // A server that lost memory half-way is worse than one that is started again.
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfish.payara.micro.BootJar="
                        + payara.resolve("launch-micro.jar").toUri(),
                UNPACKED_IN + payara));
        flags.add(Files.exists(classes) ? "-XX:SharedArchiveFile=" + classes : "-XX:+RecordDynamicDumpInfo");
        flags.addAll(options.database().isPresent() ? List.of() : TRIAL);
        try (JarFile launcher = new JarFile(payara.resolve("launch-micro.jar").toFile())) {
            Attributes manifest = launcher.getManifest().getMainAttributes();
            for (String open : manifest.getValue("Add-Opens").split(" ")) {
                flags.add("--add-opens=" + open + "=ALL-UNNAMED");
            }
            for (String export : manifest.getValue("Add-Exports").split(" ")) {
                flags.add("--add-exports=" + export + "=ALL-UNNAMED");
            }
        }
        flags.addAll(options.javaOptions());
        return flags;
    }

    private static Path bootCommands(Options options, Path payara) throws IOException {
        String listener = "set configs.config.server-config.network-config.network-listeners.network-listener."
                + "http-listener.";
        String http = "set configs.config.server-config.network-config.protocols.protocol.http-listener.http.";
        List<String> commands = new ArrayList<>(List.of(
                listener + "address=" + options.bind().getHostAddress(),
                // --nocluster alone leaves a data grid of one member, which listens on every network.
                "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
                // What the application says of its cookie's SameSite, this server leaves out.
                http + "cookie-same-site-enabled=true",
                http + "cookie-same-site-value=Lax",
                // An address that is too long is refused by the portal, with its page, and not cut off by the server.
                http + "header-buffer-length-bytes=65536",
                http + "server-header=false",
                http + "xpowered-by=false"));
        if ("https".equals(options.publicUrl().getScheme())) {
            // Behind the proxy that ends TLS: redirects and secure cookies follow the outer scheme.
            commands.add(http + "scheme-mapping=X-Forwarded-Proto");
        }
        return Files.write(payara.resolve("boot-commands"), commands);
    }

    /** Deploys the portal with its configuration. */
    void deploy(Path portal, Map<String, String> configuration) {
        configuration.forEach((name, value) -> commands.println("set " + name + " " + value));
        if (!ask("deploy " + portal, "deployed")) {
            throw new Problem("The portal could not be started; " + logs.log() + " tells why.");
        }
    }

    /** Whether an earlier run saved the classes of this build for this Java. */
    boolean startsFromSavedClasses() {
        return Files.exists(classes);
    }

    /** Saves the classes loaded so far, so that later starts need not load them from the jars one by one. */
    void saveClasses() throws IOException {
        Path unfinished = classes.resolveSibling("classes-unfinished.jsa");
        Files.deleteIfExists(unfinished);
        if (ask("archive " + unfinished, "archived")) {
            Files.move(unfinished, classes);
        }
    }

    private boolean ask(String command, String well) {
        commands.println(command);
        try {
            for (String answer = answers.readLine(); answer != null; answer = answers.readLine()) {
                if (answer.equals(well) || answer.equals("failed")) {
                    return answer.equals(well);
                }
            }
            throw ended();
        } catch (IOException e) {
            throw new Problem("The server cannot be heard: " + e.getMessage() + ".", e);
        }
    }

    /** Waits for the server's end, which comes of itself only when something is wrong. */
    Problem awaitEnd() throws InterruptedException {
        process.waitFor();
        return ended();
    }

    /** A pause that a server's end cuts short. */
    void pause(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw ended();
        }
    }

    private Problem ended() {
        return new Problem("The server ended by itself; " + logs.console() + " and " + logs.log() + " tell why.");
    }

    @Override
    public void stop() {
        commands.println("stop");
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
