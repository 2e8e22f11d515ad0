package se.metodporten.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;

/**
 * Where the jar starts. Compiled for Java 8, and free of everything newer, so that an old Java can still say that it is
 * too old.
 */
public final class Main {

    private static final int NEEDED = 17;

    private Main() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, UnsupportedEncodingException {
        int found = feature(System.getProperty("java.specification.version"));
        if (found < NEEDED) {
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, "UTF-8")
                    .println("Java " + NEEDED + " or later is needed; this is Java " + found + " in "
                            + System.getProperty("java.home") + ".");
            System.exit(1);
        }
        Class.forName("se.metodporten.launcher.Launcher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    /** Java 8 and older called themselves 1.8 and so on. */
    static int feature(String specification) {
        return Integer.parseInt(specification.startsWith("1.") ? specification.substring(2) : specification);
    }
}
