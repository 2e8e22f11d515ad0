package se.metodporten.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ShutdownTest {

    private final Shutdown shutdown = new Shutdown();
    private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());

    @Test
    void the_last_started_stops_first_and_each_once() {
        start("database");
        start("server");
        shutdown.run();
        shutdown.run();
        assertThat(stopped).containsExactly("server", "database");
    }

    @Test
    void nothing_starts_once_stopping_has_begun() {
        shutdown.run();
        assertThatThrownBy(() -> start("server")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> shutdown.undisturbed(() -> stopped.add("migrated")))
                .isInstanceOf(Problem.class);
        assertThat(stopped).isEmpty();
    }

    @Test
    void a_stop_waits_for_what_is_just_starting_and_stops_it_too() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> shutdown.starting(
                () -> {
                    starting.countDown();
                    asked.join();
                    return "server";
                },
                name -> () -> stopped.add(name)));
        starting.await();
        CompletableFuture<Void> stop = CompletableFuture.runAsync(shutdown::run);
        while (!shutdown.hasBegun()) {
            Thread.onSpinWait();
        }
        asked.complete(null);
        stop.get();
        assertThat(start).isDone();
        assertThat(stopped).containsExactly("server");
    }

    private void start(String name) {
        shutdown.starting(() -> name, started -> () -> stopped.add(started));
    }
}
