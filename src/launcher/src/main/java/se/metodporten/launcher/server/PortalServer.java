package se.metodporten.launcher.server;

import fish.payara.micro.PayaraMicro;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The main of the server's process. It boots Payara Micro at once and then does what the launcher says on standard
 * input, a command a line:
 *
 * <ul>
 *   <li>{@code set NAME VALUE}: a system property, read by the portal as configuration
 *   <li>{@code deploy WAR}: answered by {@code deployed} or {@code failed}
 *   <li>{@code archive FILE}: saves the classes loaded so far for later starts; answered by {@code archived} or
 *       {@code failed}
 *   <li>{@code stop}: waits for requests in flight, then ends in order
 * </ul>
 *
 * When the input ends, the launcher is dead and so this process ends at once: nothing is left behind that would hold
 * the port. Secrets come this way since a command line can be read by everybody on the machine.
 */
public final class PortalServer {

    private static final System.Logger LOG = System.getLogger(PortalServer.class.getName());
    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final PrintStream answers;
    private final BlockingQueue<String[]> commands = new LinkedBlockingQueue<>();
    private volatile boolean serving;

    private PortalServer(PrintStream answers) {
        this.answers = answers;
    }

    public static void main(String[] arguments) {
        // Standard output belongs to the answers alone.
        PortalServer server = new PortalServer(stream(FileDescriptor.out));
        System.setOut(stream(FileDescriptor.err));
        Thread reader = new Thread(server::read, "launcher-commands");
        reader.setDaemon(true);
        reader.start();
        try {
            // The class that Payara's own launcher jar starts; it is in none of Payara's published artefacts.
            Class.forName("fish.payara.micro.impl.RootDirLauncher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
            server.obey();
        } catch (ReflectiveOperationException | InterruptedException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the server cannot start", e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private void read() {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] command = line.split(" ", 3);
                if (command[0].equals("stop")) {
                    stop();
                }
                commands.add(command);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the launcher cannot be heard", e);
        }
        Runtime.getRuntime().halt(1);
    }

    private void obey() throws InterruptedException {
        while (true) {
            String[] command = commands.take();
            switch (command[0]) {
                case "set" -> System.setProperty(command[1], command[2]);
                case "deploy" -> answer("deployed", deploy(new File(command[1])));
                case "archive" -> answer("archived", archive(command[1]));
                default -> throw new IllegalArgumentException("unknown command " + command[0]);
            }
        }
    }

    private void answer(String done, boolean well) {
        answers.println(well ? done : "failed");
    }

    private boolean deploy(File war) {
        serving = PayaraMicro.getInstance().getRuntime().deploy("portal", "/", war);
        return serving;
    }

    private static boolean archive(String file) {
        try {
            Object told = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", file}},
                            new String[] {String[].class.getName()});
            LOG.log(System.Logger.Level.INFO, "classes for later starts: {0}", told);
            return new File(file).isFile();
        } catch (JMException e) {
            LOG.log(System.Logger.Level.WARNING, "the classes cannot be saved; later starts are slower", e);
            return false;
        }
    }

    /** Payara stops in its own shutdown hook, so it is held back here until the requests in flight are answered. */
    private void stop() {
        if (!serving) {
            Runtime.getRuntime().halt(0);
        }
        if (!RequestsInFlight.drain(DRAIN)) {
            LOG.log(System.Logger.Level.WARNING, "requests were still in flight after {0}", DRAIN);
        }
        System.exit(0);
    }
}
