package se.metodporten.common.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The forms that acted in one session, and where they led; kept in the session. One form of a session acts at a time. */
final class SentForms implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NAME = SentForms.class.getName();
    private static final int MOST = 20;
    private static final long PATIENCE_SECONDS = 20;

    /** Sent again so soon after the first was done, the reader has not seen its answer yet. */
    private static final Duration UNSEEN = Duration.ofSeconds(2);

    /** Where a form led and what was said there. */
    record Outcome(String location, List<String> told, long doneAt) implements Serializable {

        /** Whether the reader has seen already what was said. */
        boolean seen() {
            return System.nanoTime() - doneAt > UNSEEN.toNanos();
        }
    }

    private final ReentrantLock one = new ReentrantLock();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Outcome> repeated = new ArrayList<>();

    static SentForms of(HttpSession session) {
        synchronized (session) {
            SentForms forms = (SentForms) session.getAttribute(NAME);
            if (forms == null) {
                forms = new SentForms();
                session.setAttribute(NAME, forms);
            }
            return forms;
        }
    }

    /** @return whether no other form of the session acts beside; false when one took too long to wait for */
    boolean enter() {
        try {
            return one.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        one.unlock();
    }

    synchronized @Nullable Outcome outcomeOf(String content) {
        return outcomes.get(content);
    }

    synchronized void remember(String content, String location, List<String> told) {
        outcomes.put(content, new Outcome(location, List.copyOf(told), System.nanoTime()));
        if (outcomes.size() > MOST) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
    }

    /** To be told on the next page. */
    synchronized void repeated(Outcome outcome) {
        repeated.add(outcome);
    }

    /** Those sent again since the last page; each is given once. */
    synchronized List<Outcome> takeRepeated() {
        List<Outcome> now = List.copyOf(repeated);
        repeated.clear();
        return now;
    }
}
