package se.metodporten.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.metodporten.coverage.CoveredCounty.SUPERVISOR;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.metodporten.access.Office;
import se.metodporten.harness.InPortal;

/** Whatever is recorded later, what was known at a moment is what was shown then. */
class KnownThenIT extends InPortal {

    private static final LocalDate START = LocalDate.of(2023, 3, 1);

    @Inject
    private Coverage coverage;

    @Inject
    private CoveredCounty county;

    @Inject
    private CountedByHand hand;

    @Inject
    private Needs needs;

    @Inject
    private Clock clock;

    private String provider;
    private long leader;

    private record Shown(CoverageQuestion question, List<Integer> figures) {}

    @Test
    void what_was_shown_at_each_moment_is_what_one_counts_by_hand_of_what_was_known_then() {
        provider = scenario.organisation("norra");
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        List<Long> units = List.of(unit(), unit(), unit(), unit());
        List<Shown> shown = new ArrayList<>(now());
        long first = scenario.employee(units.get(0));
        long appointment = county.appointed(first, SUPERVISOR, units.get(0), START);
        shown.addAll(now());
        List<Long> facts = county.certify(first, SUPERVISOR, appointment, START.plusDays(20));
        shown.addAll(now());
        county.certified(scenario.employee(units.get(1)), SUPERVISOR, units.get(1), START, START);
        shown.addAll(now());
        county.withdraw(facts.get(0));
        shown.addAll(now());
        as.person(
                leader,
                () -> needs.decide(
                        new NeedDecision(units.get(1), SUPERVISOR, 2, "Två hus", START, LocalDate.of(9999, 12, 31)),
                        0));
        shown.addAll(now());

        assertThat(shown.stream().map(Shown::figures).distinct().count())
                .as("the story changes the figures")
                .isGreaterThan(4);
        for (Shown then : shown) {
            assertThat(figures(then.question))
                    .as("%s asked later", then.question)
                    .isEqualTo(then.figures);
            assertThat(counted(then.question)).as("%s by hand", then.question).isEqualTo(then.figures);
        }
    }

    /** What is shown of three days, as known at this moment. */
    private List<Shown> now() {
        Instant moment = clock.instant();
        return List.of(START, START.plusDays(30), county.today()).stream()
                .map(day -> new CoverageQuestion(SUPERVISOR, day, moment, false))
                .map(question -> new Shown(question, figures(question)))
                .toList();
    }

    private List<Integer> figures(CoverageQuestion question) {
        List<CoverageFigure> all = as.person(leader, () -> coverage.figures(question, Level.ORGANISATION));
        return all.stream()
                .filter(one -> Long.valueOf(scenario.place(provider)).equals(one.groupId()))
                .findFirst()
                .map(one -> List.of(one.covered(), one.partly(), one.notCovered(), one.vacant()))
                .orElse(List.of(0, 0, 0, 0));
    }

    private List<Integer> counted(CoverageQuestion question) {
        hand.read(question.knownAt());
        List<CountedByHand.InNeed> all =
                hand.inNeed(SUPERVISOR, question.asOf(), Set.of(scenario.county()), scenario.county()).stream()
                        .filter(one -> one.organisation() == scenario.place(provider))
                        .toList();
        return List.of(CoverageState.values()).stream()
                .map(state ->
                        (int) all.stream().filter(one -> one.state() == state).count())
                .toList();
    }

    private long unit() {
        return scenario.unit(provider);
    }
}
