package se.metodporten.access;

import java.util.concurrent.Semaphore;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.HashingPasswordService;
import org.apache.shiro.crypto.hash.DefaultHashService;

/** Argon2id, two hashings at once: each takes 64 MiB and a tenth of a second. */
final class Passwords {

    private static final Semaphore PLACES = new Semaphore(2, true);
    private static final HashingPasswordService HASHING = hashing();
    private static final String OF_NOBODY = hash("no account has this password");

    private Passwords() {}

    static String hash(String password) {
        PLACES.acquireUninterruptibly();
        try {
            return HASHING.encryptPassword(password);
        } finally {
            PLACES.release();
        }
    }

    static boolean matches(char[] given, String hash) {
        PLACES.acquireUninterruptibly();
        try {
            return HASHING.passwordsMatch(new String(given), hash);
        } finally {
            PLACES.release();
        }
    }

    /** Takes as long as a real comparison, so that an unknown user name cannot be told by the time. */
    static void pretendToMatch(char[] given) {
        matches(given, OF_NOBODY);
    }

    private static HashingPasswordService hashing() {
        DefaultHashService hashes = new DefaultHashService();
        hashes.setDefaultAlgorithmName("argon2");
        DefaultPasswordService passwords = new DefaultPasswordService();
        passwords.setHashService(hashes);
        return passwords;
    }
}
