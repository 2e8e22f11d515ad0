package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Computes every timeline again from facts and rules and compares it with the stored rows: there must be no difference.
 * What differs all the same (the rules were changed, rows were loaded in bulk) is put right. Goes through the county
 * in chunks, each a transaction of its own, beside people at work; call it outside a transaction.
 */
@ApplicationScoped
public class Rebuild {

    @Inject
    private RebuildChunks chunks;

    /** Told after each chunk, for those who wait. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int total);
    }

    /**
     * @param appointments compared
     * @param differing those whose rows had to be changed
     * @param filled those that had no rows at all (loaded in bulk) and now have their history
     */
    public record Result(int appointments, int differing, int filled) {

        static final Result NOTHING = new Result(0, 0, 0);

        public boolean noDifferences() {
            return differing == 0 && filled == 0;
        }

        Result plus(Result other) {
            return new Result(appointments + other.appointments, differing + other.differing, filled + other.filled);
        }
    }

    /** Of the whole county; asks for the right to administer. */
    public Result rebuild(Progress progress) {
        int total = chunks.total();
        RebuildChunks.Done done = new RebuildChunks.Done(0, Result.NOTHING, false);
        while (!done.last()) {
            done = chunks.after(done);
            progress.at(
                    done.soFar().appointments(), Math.max(total, done.soFar().appointments()));
        }
        return done.soFar();
    }
}
