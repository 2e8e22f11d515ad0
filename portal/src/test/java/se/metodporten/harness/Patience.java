package se.metodporten.harness;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for work in the background: looks again, a few times a second, until it is so. */
public final class Patience {

    private static final long BETWEEN_LOOKS_MS = 100;

    private Patience() {}

    public static void until(Duration longest, Supplier<Boolean> itIsSo) {
        long looks = longest.toMillis() / BETWEEN_LOOKS_MS;
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (long look = 0; look < looks; look++) {
                if (itIsSo.get()) {
                    return;
                }
                never.await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("Not so within " + longest);
    }
}
