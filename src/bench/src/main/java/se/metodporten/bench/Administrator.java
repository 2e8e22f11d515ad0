package se.metodporten.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo's system administrator, who lets every standing be computed again. */
final class Administrator {

    private static final String PAGE = "/certification/rebuild.xhtml";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long BETWEEN_LOOKS_MILLIS = 300;
    private static final Pattern NOTE = Pattern.compile("(?s)<div class=\"note (good|warn|bad)\".*?</div>");

    private final Browser browser;

    Administrator(RunningPortal portal) throws IOException, InterruptedException {
        browser = new Browser(portal.port()).signedIn(portal.demoAccount("Systemförvaltare"), portal.demoPassword());
    }

    /** @return what the page says when it is done */
    String rebuild() throws IOException, InterruptedException {
        browser.submit(PAGE, browser.get(PAGE), "form", Map.of("form:start", "x"));
        long until = System.nanoTime() + PATIENCE.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (System.nanoTime() < until) {
            String page = browser.get(PAGE).body();
            Matcher note = NOTE.matcher(page);
            if (!page.contains("<progress") && note.find()) {
                return note.group(1) + ": "
                        + note.group().replaceAll("(?s)<[^>]*>", " ").strip().replaceAll("\\s+", " ");
            }
            never.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("The rebuild did not end within " + PATIENCE);
    }

    static boolean noDifferences(String said) {
        return said.startsWith("good");
    }
}
