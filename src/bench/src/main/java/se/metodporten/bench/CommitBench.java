package se.metodporten.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A commit that completes nothing, through the running portal, against the same statements over JDBC by hand, both with a full
 * flush of the database's log; 1, 8 and 32 at a time. They take turns, so that a busy machine or disk moves both.
 */
final class CommitBench {

    private static final int[] CLIENTS = {1, 8, 32};
    private static final double OF_THE_BASELINE = 0.7;
    private static final int MOST_STATEMENTS = 3;
    private static final double MOST_CPU_MILLIS = 1.2;
    private static final int TURNS = 3;

    /** Of one turn. @param millis of each commit */
    private record Turn(double seconds, double[] millis) {
        double perSecond() {
            return millis.length / seconds;
        }
    }

    /** Something that commits once. */
    @FunctionalInterface
    private interface Commit {
        void once() throws IOException, SQLException;
    }

    private CommitBench() {}

    static void measure(Path folder, Report report) throws Exception {
        report.title("Commit: one that completes nothing, against the same SQL over JDBC");
        Path own = folder.resolve("player");
        try (BenchDatabase database = BenchDatabase.withDemo(own);
                RunningPortal portal =
                        RunningPortal.start(Jars.production(), own.resolve("portal"), database.settings())) {
            report.line(
                    "innodb_flush_log_at_trx_commit %d, log_bin %d",
                    database.number("select @@innodb_flush_log_at_trx_commit"), database.number("select @@log_bin"));
            Learners learners = Learners.arrive(database, CLIENTS[CLIENTS.length - 1]);
            List<OpenPlayer> players = new ArrayList<>();
            List<CommitOverJdbc> baseline = new ArrayList<>();
            for (Learners.Learner learner : learners.all()) {
                OpenPlayer player =
                        OpenPlayer.open(new PlayerLine(portal.port(), learners.host(portal.port())), learner.ticket());
                player.answerQuestions();
                players.add(player);
                baseline.add(new CommitOverJdbc(database, player.secret(), learner.attempt()));
            }
            List<Commit> byPortal =
                    players.stream().<Commit>map(one -> one::commit).toList();
            List<Commit> byHand =
                    baseline.stream().<Commit>map(one -> one::commit).toList();
            warmUp(byPortal, byHand);
            CommitCost cost = new CommitCost(database, portal);
            for (int clients : CLIENTS) {
                atOnce(clients, byPortal, byHand, cost, report);
            }
            for (CommitOverJdbc one : baseline) {
                one.close();
            }
        }
    }

    private static void warmUp(List<Commit> byPortal, List<Commit> byHand)
            throws InterruptedException, ExecutionException {
        run(byPortal.subList(0, 8), Size.of(40, 4));
        run(byHand.subList(0, 8), Size.of(10, 2));
    }

    private static void atOnce(int clients, List<Commit> byPortal, List<Commit> byHand, CommitCost cost, Report report)
            throws InterruptedException, ExecutionException, SQLException {
        int seconds = Size.of(8, 2);
        List<Double> portal = new ArrayList<>();
        List<Double> jdbc = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        List<Double> handMillis = new ArrayList<>();
        CommitCost.Sum sum = cost.begin();
        for (int turn = 0; turn < TURNS; turn++) {
            cost.handStarts(sum);
            Turn hand = run(byHand.subList(0, clients), seconds);
            cost.handEnds(sum, hand.millis().length);
            Turn ours = run(byPortal.subList(0, clients), seconds);
            cost.portalEnds(sum, ours.millis().length);
            jdbc.add(hand.perSecond());
            portal.add(ours.perSecond());
            Arrays.stream(ours.millis()).forEach(millis::add);
            Arrays.stream(hand.millis()).forEach(handMillis::add);
        }
        report.line("%d at a time: portal %s a second, JDBC %s a second", clients, whole(portal), whole(jdbc));
        report.line(
                "        portal p50 %.2f ms, p99 %.2f ms; JDBC p50 %.2f ms, p99 %.2f ms",
                at(millis, 0.5), at(millis, 0.99), at(handMillis, 0.5), at(handMillis, 0.99));
        report.line(
                "        processor a commit: portal's JVM %.2f ms, MariaDB %.2f ms (%.2f ms for JDBC's); %.2f statements, %.2f with begin, commit and tests of connections",
                sum.jvmMillis(), sum.databaseMillis(), sum.databaseMillisByHand(), sum.statements(), sum.questions());
        double times = Median.of(portal) / Median.of(jdbc);
        report.limit(
                times >= OF_THE_BASELINE,
                "%d at a time: %.0f a second, %.2f times the baseline's %.0f (at least %.1f)",
                clients,
                Median.of(portal),
                times,
                Median.of(jdbc),
                OF_THE_BASELINE);
        report.limit(
                Math.round(sum.statements()) <= MOST_STATEMENTS,
                "%d at a time: %d statements a commit (at most %d)",
                clients,
                Math.round(sum.statements()),
                MOST_STATEMENTS);
        report.limit(
                sum.jvmMillis() <= MOST_CPU_MILLIS,
                "%d at a time: %.2f ms of processor a commit in the portal's JVM (about 1, at most %.1f)",
                clients,
                sum.jvmMillis(),
                MOST_CPU_MILLIS);
    }

    /** All at once, each on a thread of its own, for so long. */
    private static Turn run(List<Commit> all, int seconds) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            long begun = System.nanoTime();
            long until = begun + seconds * 1_000_000_000L;
            List<Future<List<Double>>> running = new ArrayList<>();
            for (Commit one : all) {
                running.add(threads.submit(() -> commits(one, until)));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> each : running) {
                millis.addAll(each.get());
            }
            return new Turn(
                    (System.nanoTime() - begun) / 1e9,
                    millis.stream().mapToDouble(Double::doubleValue).toArray());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Double> commits(Commit commit, long until) throws IOException, SQLException {
        List<Double> millis = new ArrayList<>();
        for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
            commit.once();
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    private static double at(List<Double> measured, double share) {
        double[] sorted =
                measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }

    private static String whole(List<Double> measured) {
        return measured.stream()
                .map(one -> String.format(Locale.ROOT, "%.0f", one))
                .toList()
                .toString();
    }
}
