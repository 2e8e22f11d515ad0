package se.metodporten.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.HashingPasswordService;
import org.apache.shiro.crypto.hash.DefaultHashService;
import se.metodporten.common.DomainException;

/** Argon2id, two hashings at once: each takes 64 MiB and a tenth of a second. */
final class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_SIGNS = 5;
    private static final Set<String> KNOWN = known();

    private static final Semaphore PLACES = new Semaphore(2, true);
    private static final HashingPasswordService HASHING = hashing();
    private static final String OF_NOBODY = firstHash();

    private Passwords() {}

    /** @throws DomainException at the field {@code chosen} for a password that is easily guessed */
    static void requireGood(String chosen, String username) {
        String password = normal(chosen);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw DomainException.at("chosen", "access.password.tooShort", SHORTEST);
        }
        if (length > LONGEST) {
            throw DomainException.at("chosen", "access.password.tooLong", LONGEST);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        String name = username.split("@", 2)[0].toLowerCase(Locale.ROOT);
        boolean likeName = plain.contains(name) && length - name.length() < SHORTEST / 2;
        if (likeName || plain.chars().distinct().count() < FEWEST_SIGNS || KNOWN.contains(plain)) {
            throw DomainException.at("chosen", "access.password.known");
        }
    }

    static String hash(String password) {
        PLACES.acquireUninterruptibly();
        try {
            return HASHING.encryptPassword(normal(password));
        } finally {
            PLACES.release();
        }
    }

    static boolean matches(char[] given, String hash) {
        PLACES.acquireUninterruptibly();
        try {
            return HASHING.passwordsMatch(normal(new String(given)), hash);
        } finally {
            PLACES.release();
        }
    }

    /** Takes as long as a real comparison, so that an unknown user name cannot be told by the time. */
    static void pretendToMatch(char[] given) {
        matches(given, OF_NOBODY);
    }

    /** The same letters, however a keyboard composes them. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private static Set<String> known() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Passwords.class.getResourceAsStream("known-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Shiro looks for Argon2 once, through the thread's class loader, which in a job at the start is not the portal's. */
    private static String firstHash() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Passwords.class.getClassLoader());
        try {
            return hash("no account has this password");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static HashingPasswordService hashing() {
        DefaultHashService hashes = new DefaultHashService();
        hashes.setDefaultAlgorithmName("argon2id");
        DefaultPasswordService passwords = new DefaultPasswordService();
        passwords.setHashService(hashes);
        return passwords;
    }
}
