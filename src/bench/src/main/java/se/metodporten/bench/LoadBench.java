package se.metodporten.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fifty people for a minute, each in a session of their own: they sign agreements, commit to a course and sign up for
 * trainings with too few seats. What was said yes to must be in the database, all of it and once; and computing every
 * standing again must find no difference.
 */
final class LoadBench {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int EXAMPLES = 5;

    private LoadBench() {}

    static void measure(Path folder, Report report) throws Exception {
        report.title("Load: " + LoadPlan.USERS + " users at once for " + LONG.toSeconds() + " s");
        Path own = folder.resolve("load");
        Folders.delete(own);
        try (BenchDatabase database = BenchDatabase.withDemo(own);
                RunningPortal portal =
                        RunningPortal.start(Jars.production(), own.resolve("portal"), database.settings())) {
            LoadPlan plan = LoadPlan.prepare(database);
            Administrator administrator = new Administrator(portal);
            administrator.rebuild();
            String again = administrator.rebuild();
            report.limit(Administrator.noDifferences(again), "rebuild before finds no difference: %s", again);
            List<LoadUser> users = run(portal, plan);
            tell(report, users);
            compare(report, database, plan, users);
            String after = administrator.rebuild();
            report.limit(Administrator.noDifferences(after), "rebuild after finds no difference: %s", after);
        }
    }

    private static List<LoadUser> run(RunningPortal portal, LoadPlan plan)
            throws IOException, InterruptedException, ExecutionException {
        String password = portal.demoPassword();
        ExecutorService threads = Executors.newFixedThreadPool(LoadPlan.USERS);
        try {
            List<LoadUser> users = new ArrayList<>();
            for (int i = 0; i < LoadPlan.USERS; i++) {
                users.add(new LoadUser(plan, i, new Browser(portal.port()), password));
            }
            for (Future<?> arrived :
                    threads.invokeAll(users.stream().map(LoadUser::arriving).toList())) {
                arrived.get();
            }
            long until = System.nanoTime() + LONG.toNanos();
            for (Future<?> done : threads.invokeAll(
                    users.stream().map(user -> user.busyUntil(until)).toList())) {
                done.get();
            }
            return users;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void tell(Report report, List<LoadUser> users) {
        Map<String, List<Double>> millis = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (LoadUser user : users) {
            for (LoadUser.Deed deed : user.deeds()) {
                millis.computeIfAbsent(deed.what(), what -> new ArrayList<>()).add(deed.millis());
                if (!deed.problem().isEmpty()) {
                    problems.add(deed.what() + ": " + deed.problem());
                }
            }
        }
        List<List<String>> table =
                new ArrayList<>(List.of(List.of("deed", "number", "median ms", "95 % ms", "most ms")));
        millis.forEach((what, all) -> {
            double[] sorted =
                    all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            table.add(List.of(
                    what,
                    Integer.toString(sorted.length),
                    whole(sorted[sorted.length / 2]),
                    whole(sorted[sorted.length * 95 / 100]),
                    whole(sorted[sorted.length - 1])));
        });
        report.table(table);
        problems.stream().limit(EXAMPLES).forEach(problem -> report.line("        %s", shortened(problem)));
        report.limit(problems.isEmpty(), "%d errors", problems.size());
    }

    private static void compare(Report report, BenchDatabase database, LoadPlan plan, List<LoadUser> users)
            throws SQLException {
        int signatures = 0;
        int lostSignatures = 0;
        int lostPlaces = 0;
        int passed = 0;
        int completions = 0;
        int joined = 0;
        int lostJoins = 0;
        for (LoadUser user : users) {
            signatures += user.signed().size();
            for (long agreement : user.signed()) {
                lostSignatures += 1
                        - (int) database.number(
                                "select count(*) from agreement_signature where agreement_id = ? and person_id = ?",
                                agreement,
                                user.person());
            }
            lostPlaces += user.committed() == 0
                    ? 0
                    : 1
                            - (int) database.number(
                                    "select count(*) from attempt where person_id = ? and state like ?",
                                    user.person(),
                                    "%" + user.place() + "\"%");
            passed += user.passed() ? 1 : 0;
            completions += (int) database.number(
                    "select count(*) from fact where kind = 'COURSE_COMPLETED' and person_id = ?", user.person());
            joined += user.joined().size();
            for (Map.Entry<Long, Boolean> one : user.joined().entrySet()) {
                lostJoins += 1
                        - (int) database.number(
                                "select count(*) from sign_up where training_id = ? and person_id = ?"
                                        + " and (state <> 'CANCELLED') = ?",
                                one.getKey(),
                                user.person(),
                                one.getValue());
            }
        }
        report.limit(lostSignatures == 0, "%d signatures, %d lost", signatures, lostSignatures);
        report.limit(lostPlaces == 0, "%d places in the course, %d lost", users.size(), lostPlaces);
        report.limit(completions == passed, "%d passed the course, %d facts of it", passed, completions);
        report.limit(lostJoins == 0, "%d sign-ups, %d lost", joined, lostJoins);
        inForce(report, database);
        seats(report, database, plan);
    }

    /** An agreement is in force, and its fact there once, exactly when both have signed. */
    private static void inForce(Report report, BenchDatabase database) throws SQLException {
        long bySignatures = database.number("""
                select count(*) from (select agreement_id from agreement_signature group by agreement_id having count(*) = 2) both_signed""");
        long inForce = database.number("select count(*) from agreement where in_force_from is not null");
        long facts = database.number("""
                select count(distinct origin) from fact where kind = 'AGREEMENT_IN_FORCE' and not withdrawn""");
        long allFacts =
                database.number("select count(*) from fact where kind = 'AGREEMENT_IN_FORCE' and not withdrawn");
        report.limit(
                bySignatures == inForce && inForce == facts && facts == allFacts,
                "%d agreements signed by both, %d in force, %d facts",
                bySignatures,
                inForce,
                allFacts);
    }

    /** No seat twice, and none empty while somebody waits. */
    private static void seats(Report report, BenchDatabase database, LoadPlan plan) throws SQLException {
        int wrong = 0;
        for (long training : plan.trainings()) {
            long seated = database.number(
                    "select count(*) from sign_up where training_id = ? and state = 'SIGNED_UP'", training);
            long waiting = database.number(
                    "select count(*) from sign_up where training_id = ? and state = 'WAITING'", training);
            wrong += seated != Math.min(LoadPlan.SEATS, seated + waiting) ? 1 : 0;
        }
        report.limit(
                wrong == 0,
                "%d trainings, %d with seats given twice or left empty",
                plan.trainings().size(),
                wrong);
    }

    private static String whole(double millis) {
        return String.format(Locale.ROOT, "%.0f", millis);
    }

    private static String shortened(String text) {
        String line = String.join(" ", Arrays.asList(text.split("\\s+")));
        return line.length() > 400 ? line.substring(0, 400) : line;
    }
}
