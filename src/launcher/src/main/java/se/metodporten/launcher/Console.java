package se.metodporten.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import se.metodporten.launcher.Readiness.Account;

/** What the person who started it reads: a line a step, then where to go and as whom. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final long begin = System.nanoTime();

    private Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Always UTF-8: the texts are Swedish, and a bare container says nothing about its characters. */
    static Console ofThisProcess() {
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** A step that begins now, with the seconds since the start. */
    void step(String what) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
    }

    /** @param remark on who can sign in; may be empty */
    void ready(URI url, List<Account> accounts, String remark) {
        out.println();
        out.println("Ready: " + url + "/");
        out.println();
        if (!accounts.isEmpty()) {
            int who = width(accounts, account -> account.who().length());
            int name = width(accounts, account -> account.username().length());
            String format = "  %-" + who + "s  %-" + name + "s  %s";
            out.println(String.format(Locale.ROOT, format, "Demo account", "Username", "Password"));
            for (Account account : accounts) {
                out.println(String.format(Locale.ROOT, format, account.who(), account.username(), account.password()));
            }
            out.println();
        }
        if (!remark.isEmpty()) {
            out.println(remark);
            out.println();
        }
        out.println("Stop with Ctrl-C.");
    }

    private static int width(List<Account> accounts, ToIntFunction<Account> column) {
        return accounts.stream().mapToInt(column).reduce("Demo account".length(), Math::max);
    }

    void say(String text) {
        out.println(text);
    }

    void problem(Problem problem) {
        problem.sentences().forEach(err::println);
    }
}
