package se.metodporten.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import se.metodporten.certification.rules.DueRule;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.certification.rules.Requirement;
import se.metodporten.certification.rules.RoleRules;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.certification.rules.TrainingInFull;

/**
 * How many timelines of an instructor with 100 recorded facts one core makes in a second. The baseline is to put the
 * same 100 records in the order they were recorded, which nobody could do without.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RulesBench {
    private static final int FACTS = 100;
    private static final double TIMELINES_A_SECOND = 20_000;
    private static final double TIMES_THE_BASELINE = 8;
    private static final TimeValue ITERATION = TimeValue.seconds(2);

    private static final RoleRules INSTRUCTOR = instructor();

    private final List<List<RecordedFact>> histories = new ArrayList<>();
    private int next;

    @Setup
    public void makeHistories() {
        Random random = new Random(20260101);
        for (int i = 0; i < 256; i++) {
            histories.add(history(random));
        }
    }

    @Benchmark
    public Timeline timeline() {
        return Timeline.of(INSTRUCTOR, nextHistory());
    }

    @Benchmark
    public List<RecordedFact> baselineOrderOfRecording() {
        List<RecordedFact> ordered = new ArrayList<>(nextHistory());
        ordered.sort(Comparator.comparing(RecordedFact::recordedAt).thenComparing(RecordedFact::id));
        return ordered;
    }

    private List<RecordedFact> nextHistory() {
        next = next + 1 & 255;
        return histories.get(next);
    }

    private static RoleRules instructor() {
        return new RoleRules(
                6,
                List.of(
                        new Requirement.Licence("nurse", "nurse"),
                        new Requirement.Training(
                                "instructor-training", List.of(TrainingInFull.ofParts("instructor-training", 2))),
                        new Requirement.Course("visam-grunderna", "visam-grunderna"),
                        new Requirement.Agreement("agreement"),
                        new Requirement.Refresher(
                                "instructor-refresher",
                                "instructor-training",
                                List.of(TrainingInFull.ofParts("instructor-refresher", 1)),
                                new DueRule.EveryMonths(24, DueRule.CountedFrom.DAY_TAKEN),
                                6,
                                3,
                                List.of())));
    }

    /** Twenty busy years: all that the rules know of, a tenth of it corrected later. */
    private static List<RecordedFact> history(Random random) {
        List<RecordedFact> records = new ArrayList<>(FACTS);
        LocalDate start = LocalDate.of(2010, 1, 1);
        Fact appointed = new Fact.Appointed(start);
        Fact licensed = new Fact.LicenceGiven("nurse", start.minusYears(5));
        records.add(RecordedFact.of(1, recordedAt(start), appointed));
        records.add(RecordedFact.of(2, recordedAt(start), licensed));
        while (records.size() < FACTS) {
            long id = records.size() + 1L;
            LocalDate day = start.plusDays(random.nextInt(20 * 365));
            Fact fact = fact(random, id, day);
            if (random.nextInt(10) == 0 && id > 4) {
                long corrected = 3 + random.nextInt((int) id - 3);
                records.add(RecordedFact.correcting(corrected, id, recordedAt(day), fact));
            } else {
                records.add(RecordedFact.of(id, recordedAt(day), fact));
            }
        }
        Collections.shuffle(records, random);
        return records;
    }

    private static Fact fact(Random random, long id, LocalDate day) {
        int kind = random.nextInt(20);
        if (kind < 6) {
            return new Fact.SessionAttended("instructor-training", 1 + random.nextInt(2), day);
        } else if (kind < 10) {
            return new Fact.SessionAttended("instructor-refresher", 1, day);
        } else if (kind < 14) {
            return new Fact.CourseCompleted("another-course", 1, day);
        } else if (kind < 16) {
            return new Fact.CourseCompleted("visam-grunderna", 1, day);
        } else if (kind < 18) {
            return new Fact.AgreementInForce(id, 1, day, day, day.plusMonths(24));
        } else if (kind < 19) {
            return new Fact.Pause(day, day.plusDays(random.nextInt(200)));
        }
        return new Fact.Leave(day, day.plusDays(random.nextInt(300)));
    }

    private static Instant recordedAt(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Runs both; a few seconds for each of a fork's iterations. */
    static void measure(Path folder, Report report) throws RunnerException {
        report.title("Rules: one core, " + FACTS + " facts an appointment");
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RulesBench.class.getSimpleName())
                        .forks(1)
                        .threads(1)
                        .addProfiler(CpuTime.class)
                        .warmupIterations(4)
                        .warmupTime(ITERATION)
                        .measurementIterations(5)
                        .measurementTime(ITERATION)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        double timelines = score(results, "timeline");
        double times = score(results, "baselineOrderOfRecording") / timelines;
        report.limit(
                timelines >= TIMELINES_A_SECOND,
                "%,.0f timelines a second a core (at least %,.0f)",
                timelines,
                TIMELINES_A_SECOND);
        report.limit(
                times <= TIMES_THE_BASELINE,
                "%.1f times ordering the same facts (at most %.0f)",
                times,
                TIMES_THE_BASELINE);
    }

    private static double score(Collection<RunResult> results, String benchmark) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .flatMap(result -> result.getSecondaryResults().entrySet().stream())
                .filter(figure -> figure.getKey().endsWith(CpuTime.METRIC))
                .mapToDouble(figure -> figure.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }
}
