package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.Bilingual;
import se.metodporten.role.Requirement;
import se.metodporten.role.Requirement.AfterGrace;
import se.metodporten.role.Requirement.Kind;
import se.metodporten.role.Requirement.NextDueFrom;
import se.metodporten.role.Requirement.Renewal;
import se.metodporten.role.Requirement.Terms;
import se.metodporten.role.RoleVersion;

class StandingNowTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 10);
    private static final Instant RECORDED = Instant.parse("2024-01-10T08:00:00Z");

    private static final RoleVersion INSTRUCTOR = new RoleVersion(
            1,
            1,
            LocalDate.of(2000, 1, 1),
            LocalDate.of(2000, 1, 1),
            Instant.EPOCH,
            6,
            List.of(
                    asks(Kind.LICENCE, "nurse", 0, Terms.NONE),
                    asks(Kind.TRAINING, "instructor-training", 2, Terms.NONE),
                    asks(
                            Kind.REFRESHER,
                            "instructor-refresher",
                            1,
                            Terms.of(new Renewal(
                                    24,
                                    6,
                                    AfterGrace.WHOLE_TRAINING,
                                    3,
                                    NextDueFrom.DAY_TAKEN,
                                    null,
                                    "instructor-training")))));

    /** Trained on 2024-02-02, on leave in June 2024, ended on 2027-12-31. */
    private static final Timeline LIFE = timeline(
            new Fact.Appointed(START),
            new Fact.LicenceGiven("nurse", START),
            new Fact.SessionAttended("instructor-training", 1, LocalDate.of(2024, 2, 1)),
            new Fact.SessionAttended("instructor-training", 2, LocalDate.of(2024, 2, 2)),
            new Fact.Leave(LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 30)),
            new Fact.AppointmentEnded(LocalDate.of(2027, 12, 31)));

    @ParameterizedTest
    @CsvSource({
        "2024-01-10, NOMINATED, , 1",
        "2024-02-01, NOMINATED, , 1",
        "2024-02-02, CERTIFIED, 2026-02-02, 0",
        "2024-06-30, PAUSED, 2024-06-30, 0",
        "2024-07-01, CERTIFIED, 2026-02-02, 0",
        "2025-08-01, CERTIFIED, 2026-02-02, 0",
        "2025-08-02, REFRESHER_DUE, 2026-02-02, 0",
        "2026-02-02, REFRESHER_DUE, 2026-02-02, 0",
        "2026-02-03, LAPSED, 2026-02-03, 1",
        "2027-12-31, LAPSED, 2026-02-03, 1",
        "2028-01-01, ENDED, 2027-12-31, 0"
    })
    void the_label_tells_the_day_that_matters(LocalDate asOf, Standing standing, LocalDate day, int steps) {
        StandingNow now = StandingNow.of(LIFE, asOf);

        assertThat(now.standing()).isEqualTo(standing);
        assertThat(now.day()).isEqualTo(day);
        assertThat(now.stepsLeft()).isEqualTo(steps);
    }

    @Test
    void before_the_first_day_it_is_what_the_first_day_will_be() {
        assertThat(StandingNow.of(LIFE, START.minusYears(1)).standing()).isEqualTo(Standing.NOMINATED);
    }

    @Test
    void nobody_appointed_has_no_standing() {
        assertThatThrownBy(() -> StandingNow.of(timeline(), START)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Timeline timeline(Fact... facts) {
        List<RecordedFact> recorded = new ArrayList<>();
        for (Fact fact : facts) {
            recorded.add(RecordedFact.of(recorded.size() + 1L, RECORDED, fact));
        }
        return Timeline.of(new RulesOfRole(List.of()).next(INSTRUCTOR), recorded);
    }

    private static Requirement asks(Kind kind, String code, int sessions, Terms terms) {
        return new Requirement(kind, code, new Bilingual(code, code), sessions, terms, new TreeSet<>());
    }
}
