package se.metodporten.launcher.server;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Counts the requests in flight, for every application (it stands in the server's default-web.xml). Once draining has
 * begun the portal says that it is not ready, and each connection is closed after its answer.
 */
public final class RequestsInFlight implements Filter {

    private static final Object COUNT = new Object();
    private static int inFlight;
    private static boolean draining;

    /**
     * Waits until no request is in flight.
     *
     * @return false when some still were after all the patience
     */
    static boolean drain(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (COUNT) {
            draining = true;
            for (long left = patience.toMillis(); inFlight > 0 && left > 0; left = millisUntil(deadline)) {
                try {
                    COUNT.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return inFlight == 0;
        }
    }

    private static long millisUntil(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (begin() && response instanceof HttpServletResponse http) {
            http.setHeader("Connection", "close");
            if (request instanceof HttpServletRequest asked
                    && asked.getRequestURI().endsWith("/health/ready")) {
                http.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                end();
                return;
            }
        }
        boolean async = false;
        try {
            chain.doFilter(request, response);
            async = request.isAsyncStarted();
        } finally {
            if (async) {
                request.getAsyncContext().addListener(new EndOfAsync());
            } else {
                end();
            }
        }
    }

    private static boolean begin() {
        synchronized (COUNT) {
            inFlight++;
            return draining;
        }
    }

    private static void end() {
        synchronized (COUNT) {
            inFlight--;
            COUNT.notifyAll();
        }
    }

    private static final class EndOfAsync implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // The container completes it, and says so.
        }

        @Override
        public void onError(AsyncEvent event) {
            // The container completes it, and says so.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
