package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntSupplier;
import se.metodporten.access.Jobs;

/**
 * The portal's jobs, which can be made to wait: some ask the database every other second, and a page that takes a second
 * would be counted with what they ask.
 */
@Specializes
@ApplicationScoped
class QuietJobs extends Jobs {

    /** Any number of jobs at once, or somebody who counts. */
    private final ReadWriteLock turns = new ReentrantReadWriteLock(true);

    @Override
    public void every(Duration pause, String name, Runnable work) {
        super.every(pause, name, () -> {
            turns.readLock().lock();
            try {
                work.run();
            } finally {
                turns.readLock().unlock();
            }
        });
    }

    /** What it answers when no job is at work. */
    int without(IntSupplier counting) {
        turns.writeLock().lock();
        try {
            return counting.getAsInt();
        } finally {
            turns.writeLock().unlock();
        }
    }
}
