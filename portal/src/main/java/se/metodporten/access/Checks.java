package se.metodporten.access;

import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers, for each service call under way on this thread, whether it asked the guard. */
final class Checks {

    private static final ThreadLocal<Deque<boolean[]>> CALLS = ThreadLocal.withInitial(ArrayDeque::new);

    private Checks() {}

    static void enter() {
        CALLS.get().push(new boolean[1]);
    }

    /** Ends the innermost call; a check made inside a call counts for the calls around it too. */
    static boolean leave() {
        Deque<boolean[]> calls = CALLS.get();
        boolean checked = calls.pop()[0];
        if (calls.isEmpty()) {
            CALLS.remove();
        } else if (checked) {
            calls.peek()[0] = true;
        }
        return checked;
    }

    static void made() {
        Deque<boolean[]> calls = CALLS.get();
        if (calls.isEmpty()) {
            CALLS.remove();
        } else {
            calls.peek()[0] = true;
        }
    }
}
