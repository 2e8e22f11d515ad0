package se.metodporten.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Five hundred people who take a course for five minutes, thinking between what they say; in the middle the portal is killed and
 * started again. Then every commit is looked for in the database.
 */
final class LearnersBench {

    private static final int EXAMPLES = 5;

    private LearnersBench() {}

    static void measure(Path folder, Report report) throws Exception {
        int count = Size.of(500, 60);
        int seconds = Size.of(300, 60);
        report.title("Learners: " + count + " for " + seconds + " s, the portal killed in the middle");
        Path own = folder.resolve("player");
        try (BenchDatabase database = BenchDatabase.withDemo(own)) {
            RunningPortal portal = RunningPortal.start(Jars.production(), own.resolve("portal"), database.settings());
            ExecutorService threads = Executors.newFixedThreadPool(count);
            try {
                Learners learners = Learners.arrive(database, count);
                List<Future<BusyLearner>> busy = begin(learners, portal.port(), seconds, threads);
                new CountDownLatch(1).await(seconds / 2, TimeUnit.SECONDS);
                long killed = System.nanoTime();
                portal.kill();
                portal = RunningPortal.startOn(
                        portal.port(), Jars.production(), own.resolve("portal"), database.settings());
                report.line("killed and ready again after %.1f s", (System.nanoTime() - killed) / 1e9);
                List<BusyLearner> done = new ArrayList<>();
                for (Future<BusyLearner> one : busy) {
                    done.add(one.get());
                }
                tell(report, done, Processes.cpuSeconds(portal.processes()));
                compare(report, database, done);
            } finally {
                threads.shutdownNow();
                portal.close();
            }
        }
    }

    private static List<Future<BusyLearner>> begin(Learners learners, int port, int seconds, ExecutorService threads) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        return learners.all().stream()
                .map(one -> threads.submit(new BusyLearner(one, new PlayerLine(port, learners.host(port)), until)))
                .toList();
    }

    private static void tell(Report report, List<BusyLearner> done, double cpuSeconds) {
        double[] millis = done.stream()
                .flatMap(one -> one.millis().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        report.line(
                "%,d answers: median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, most %.0f ms; %,d times no answer, sent again; %.1f s of processor since the restart",
                millis.length,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                done.stream().mapToInt(BusyLearner::failures).sum(),
                cpuSeconds);
        List<String> problems =
                done.stream().flatMap(one -> one.problems().stream()).toList();
        problems.stream().limit(EXAMPLES).forEach(problem -> report.line("        %s", problem));
        report.limit(problems.isEmpty(), "%d commits refused", problems.size());
    }

    private static void compare(Report report, BenchDatabase database, List<BusyLearner> done) throws SQLException {
        int sent = 0;
        int acknowledged = 0;
        int lost = 0;
        int unsaid = 0;
        int wrongTime = 0;
        int wrongFacts = 0;
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select a.state, a.total_seconds, a.completed_at is not null,
                               (select count(*) from fact f where f.person_id = a.person_id and f.kind = 'COURSE_COMPLETED')
                        from attempt a where a.id = ?""")) {
            for (BusyLearner one : done) {
                sent += one.sent();
                acknowledged += one.acknowledged();
                statement.setLong(1, one.learner().attempt());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    String state = row.getString(1);
                    for (int sequence = 1; sequence <= one.acknowledged(); sequence++) {
                        lost += times(state, BusyLearner.mark(sequence)) == 0 ? 1 : 0;
                        unsaid += times(state, BusyLearner.mark(sequence)) > 1 ? 1 : 0;
                    }
                    unsaid += times(state, BusyLearner.mark(one.sent() + 1));
                    wrongTime += row.getLong(2) == one.seconds() ? 0 : 1;
                    wrongFacts += row.getBoolean(3) && row.getInt(4) == 1 ? 0 : 1;
                }
            }
        }
        report.limit(acknowledged == sent, "%,d commits sent, %,d acknowledged in the end", sent, acknowledged);
        report.limit(lost == 0, "%,d acknowledged, %d of them not in the database", acknowledged, lost);
        report.limit(unsaid == 0, "%d commits in the database twice or never said", unsaid);
        report.limit(
                wrongTime == 0, "%d attempts of %d with another time than the players told", wrongTime, done.size());
        report.limit(wrongFacts == 0, "%d of %d without exactly one completion", wrongFacts, done.size());
    }

    private static int times(String state, String mark) {
        int times = 0;
        for (int at = state.indexOf(mark + "\""); at >= 0; at = state.indexOf(mark + "\"", at + 1)) {
            times++;
        }
        return times;
    }
}
