package se.metodporten.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * The one owner of stopping: whatever was started is stopped here and nowhere else, the last first, once, be it for a
 * signal, a problem at the start or a server that died.
 */
final class Shutdown {

    /** Something to stop; it does not throw, since the next must be stopped too. */
    interface Part {
        void stop();
    }

    /** What brings such a thing about. */
    interface Start<T, E extends Exception> {
        T start() throws E;
    }

    /** Held while something starts and while things stop. */
    private final Object order = new Object();

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean begun;

    /** Also stops when the process is told to end. */
    void onSignal(Console console) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            boolean first = begin();
                            if (first) {
                                console.say("Stopping.");
                            }
                            run();
                            if (first) {
                                console.say("Stopped.");
                            }
                        },
                        "stop"));
    }

    private synchronized boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    /**
     * Starts something and takes charge of it. A stop that is asked for meanwhile waits for the start to be through, so
     * that nothing is left running.
     *
     * @throws Problem when stopping has begun before
     */
    <T, E extends Exception> T starting(Start<T, E> start, Function<T, Part> asPart) throws E {
        synchronized (order) {
            if (hasBegun()) {
                throw new Problem("Stopped while starting.");
            }
            T started = start.start();
            parts.push(asPart.apply(started));
            return started;
        }
    }

    /** Does something that must not be cut short by a stop. */
    void undisturbed(Runnable work) {
        synchronized (order) {
            if (hasBegun()) {
                throw new Problem("Stopped while starting.");
            }
            work.run();
        }
    }

    /** Stops everything; whoever comes second waits until the first is through. */
    void run() {
        begin();
        synchronized (order) {
            while (!parts.isEmpty()) {
                parts.pop().stop();
            }
        }
    }

    /** Whether somebody has asked for the end, so that what fails now fails for that reason. */
    synchronized boolean hasBegun() {
        return begun;
    }
}
