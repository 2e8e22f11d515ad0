package se.metodporten.common;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The id of the request under way, shown on error pages and written in every log line and audit row. */
public final class RequestId {

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    public static @Nullable String current() {
        return CURRENT.get();
    }

    public static String begin() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        CURRENT.set(id);
        return id;
    }

    public static void end() {
        CURRENT.remove();
    }
}
