package se.metodporten.acceptance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The portal under test: {@code metodporten.jar} started once for each JVM of tests as a process of its own, on free ports, with the demo
 * county in an empty folder. Stopped when the tests end; a test may kill it and start it again.
 */
public final class Portal {

    private static final Path DATA = Path.of(System.getProperty("portal.data")).toAbsolutePath();
    private static final Pattern ACCOUNT = Pattern.compile("^\\s*(\\S.*?)\\s{2,}(\\S+@\\S+)\\s+(\\S+)\\s*$");
    private static final Pattern READY = Pattern.compile("Ready: (http://\\S+?)/?\\s*$");

    private static final int PORTS = 500;

    private static Portal running;
    private static int nextPort = Integer.getInteger("portal.ports");

    private final List<String> command;
    private final GreenMail mail;
    private final String address;
    private final Map<String, Account> accounts;
    private Process process;

    /** A demo account, by the kind of user as the launcher names it. */
    public record Account(String who, String username, String password) {}

    /** What the launcher has said when it is ready. */
    private record Ready(Process process, String address, Map<String, Account> accounts) {}

    private Portal(List<String> command, GreenMail mail, Ready ready) {
        this.command = command;
        this.mail = mail;
        this.process = ready.process;
        this.address = ready.address;
        this.accounts = ready.accounts;
    }

    public static synchronized Portal running() {
        if (running == null) {
            running = start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop the portal"));
        }
        return running;
    }

    public String address() {
        return address;
    }

    public String url(String path) {
        return address + path;
    }

    /** @param who the beginning of the kind of user, e.g. {@code Samverkansledare, Södra} */
    public Account account(String who) {
        return accounts.values().stream()
                .filter(account -> account.who().startsWith(who))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No demo account for " + who + " among " + accounts.keySet()));
    }

    /** The day it is in the county. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Stockholm"));
    }

    /** The parameter of an address. */
    public static String parameter(String url, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&#]*)").matcher(url);
        if (!found.find()) {
            throw new AssertionError("No " + name + " in " + url);
        }
        return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
    }

    public GreenMail mail() {
        return mail;
    }

    public static Path data() {
        return DATA;
    }

    /** As by a power cut: launcher, server and database at once, and none is asked. */
    public void isKilled() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }

    /** On the same address, with the data that the dead one left. */
    public void startsAgain() {
        Ready ready = launch(command);
        process = ready.process;
        if (!ready.address.equals(address)) {
            throw new AssertionError("The portal was at " + address + " and is at " + ready.address);
        }
    }

    private static Portal start() {
        File jar = new File(System.getProperty("metodporten.jar"));
        if (!jar.exists()) {
            throw new AssertionError(jar + " is not built: mvn package -pl src/launcher -am");
        }
        delete(DATA);
        int smtp = freePort();
        GreenMail mail = new GreenMail(new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.getPath(),
                "--data=" + DATA,
                "--port=" + freePort(),
                "--smtp-host=127.0.0.1",
                "--smtp-port=" + smtp,
                "--mail-from=metodporten@example.org",
                "--reminders-from=off");
        return new Portal(command, mail, launch(command));
    }

    private static Ready launch(List<String> command) {
        try {
            return readUntilReady(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Ready readUntilReady(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        Map<String, Account> accounts = new TreeMap<>();
        String address = null;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            Matcher ready = READY.matcher(line);
            Matcher account = ACCOUNT.matcher(line);
            if (ready.find()) {
                address = ready.group(1);
            } else if (account.matches()) {
                accounts.put(account.group(1), new Account(account.group(1), account.group(2), account.group(3)));
            } else if (address != null && line.contains("Ctrl-C")) {
                drain(out);
                return new Ready(process, address, accounts);
            }
        }
        throw new AssertionError("The portal did not start:\n" + String.join("\n", lines));
    }

    private static void drain(BufferedReader out) {
        Thread reader = new Thread(() -> readToTheEnd(out), "portal output");
        reader.setDaemon(true);
        reader.start();
    }

    private static void readToTheEnd(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException closed) {
            assertThat(closed).hasMessage("Stream closed"); // of a launcher that was killed
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        mail.stop();
    }

    /**
     * Of this JVM's own, and below those that the system gives to whoever connects: a portal that was killed must find its
     * port again.
     */
    private static int freePort() {
        for (int port = nextPort; port < nextPort + PORTS; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                nextPort = port + 1;
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        throw new AssertionError("No port is free from " + nextPort + " on");
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
