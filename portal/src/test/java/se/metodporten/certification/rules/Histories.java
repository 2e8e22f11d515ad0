package se.metodporten.certification.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import se.metodporten.certification.rules.DueRule.CountedFrom;
import se.metodporten.certification.rules.DueRule.EveryMonths;
import se.metodporten.certification.rules.DueRule.FixedDay;

/**
 * Random instructors. Days lie a whole number of months, give or take a day, from two month ends, so that they meet
 * each other's due days, windows and graces far more often than days drawn freely would.
 */
class Histories extends DomainContextBase {

    static final String COURSE = "visam";
    static final String MEETING = "theme-meeting";
    static final String WARD = "ward";
    static final int MEETINGS_WITHIN = 12;

    /** The settings of a role that asks something of every kind. */
    record Settings(
            int window,
            int grace,
            int afterPause,
            DueRule due,
            boolean refresherRestores,
            LocalDate newVersion,
            int meetings,
            boolean meetingsAtWardsOnly) {
        RoleRules rules() {
            VersionChange second = new VersionChange(2, newVersion);
            List<Requirement> requirements = new ArrayList<>(List.of(
                    new Requirement.Licence("nurse", "nurse"),
                    new Requirement.Course(COURSE, COURSE, List.of(second)),
                    Roles.TRAINING,
                    new Requirement.Agreement("agreement", List.of(second)),
                    refresher()));
            if (meetings > 0) {
                requirements.add(
                        meetingsAtWardsOnly ? new Requirement.Where(meetingsAsked(), Set.of(WARD)) : meetingsAsked());
            }
            return new RoleRules(window, requirements);
        }

        /** In so many months that days of the histories meet both sides of their end. */
        Requirement.Recurring meetingsAsked() {
            return new Requirement.Recurring(
                    MEETING, TrainingInFull.ofParts(MEETING, 1), Math.max(1, meetings), MEETINGS_WITHIN, afterPause);
        }

        RoleRules refresherAlone() {
            return Roles.refresherOnly(window, refresher());
        }

        private Requirement.Refresher refresher() {
            return Roles.refresher(due, grace, afterPause, refresherRestores ? List.of(Roles.HALF_DAY) : List.of());
        }
    }

    record History(Settings settings, List<Fact> facts) {
        Timeline timeline() {
            return timeline(settings.rules(), facts);
        }

        static Timeline timeline(RoleRules rules, List<Fact> facts) {
            List<RecordedFact> records = new ArrayList<>();
            for (Fact fact : facts) {
                records.add(RecordedFact.of(records.size(), Instant.EPOCH, fact));
            }
            return Timeline.of(rules, records);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> anchors =
                Arbitraries.of("2019-08-31", "2020-02-29").map(LocalDate::parse);
        return Combinators.combine(
                        anchors,
                        Arbitraries.integers().between(0, 54),
                        Arbitraries.frequency(Tuple.of(1, -1), Tuple.of(3, 0), Tuple.of(1, 1)))
                .as((anchor, months, days) -> anchor.plusMonths(months).plusDays(days));
    }

    @Provide
    Arbitrary<Settings> settings() {
        Arbitrary<DueRule> everyMonths = Combinators.combine(
                        Arbitraries.of(6, 12, 24), Arbitraries.of(CountedFrom.values()))
                .as(EveryMonths::new);
        Arbitrary<DueRule> fixedDay = Combinators.combine(
                        Arbitraries.of(MonthDay.of(2, 29), MonthDay.of(3, 31), MonthDay.of(4, 15)),
                        Arbitraries.of(6, 12))
                .as(FixedDay::new);
        return Combinators.combine(
                        Arbitraries.of(0, 3, 6),
                        Arbitraries.of(0, 3, 6),
                        Arbitraries.of(0, 1, 3),
                        Arbitraries.frequencyOf(Tuple.of(3, everyMonths), Tuple.of(1, fixedDay)),
                        Arbitraries.of(true, false),
                        days(),
                        Arbitraries.of(0, 0, 1, 2),
                        Arbitraries.of(true, false))
                .as(Settings::new);
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<List<Fact>> base = Combinators.combine(days(), days(), days(), days())
                .as((appointed, licensed, trained, signed) -> List.of(
                        new Fact.Appointed(appointed),
                        new Fact.LicenceGiven("nurse", licensed),
                        new Fact.SessionAttended("instructor-training", 1, trained),
                        new Fact.SessionAttended("instructor-training", 2, trained),
                        new Fact.CourseCompleted(COURSE, 2, licensed),
                        new Fact.SessionAttended(MEETING, 1, trained),
                        new Fact.SessionAttended(MEETING, 1, signed),
                        new Fact.AgreementInForce(1, 2, signed, signed, null)));
        return Combinators.combine(
                        settings(),
                        base,
                        facts().list().ofMaxSize(14),
                        Arbitraries.integers().between(0, 11))
                .as((settings, all, more, without) -> {
                    List<Fact> facts = new ArrayList<>(all);
                    // Now and then something that everyone else has is not there; the appointment always is.
                    if (without > 0 && without < facts.size()) {
                        facts.remove(without.intValue());
                    }
                    facts.addAll(more);
                    return new History(settings, facts);
                });
    }

    @Provide
    Arbitrary<Fact> facts() {
        Arbitrary<LocalDate> days = days();
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 30);
        Arbitrary<Fact> refreshers = days.map(day -> new Fact.SessionAttended("instructor-refresher", 1, day));
        Arbitrary<Fact> sessions = Combinators.combine(Arbitraries.of(1, 2, 3), days)
                .as((part, day) -> new Fact.SessionAttended("instructor-training", part, day));
        Arbitrary<Fact> meetings = days.map(day -> new Fact.SessionAttended(MEETING, 1, day));
        Arbitrary<Fact> wards = Combinators.combine(Arbitraries.of(WARD, WARD, "clinic"), days, months)
                .as((kind, from, length) ->
                        new Fact.Serves(kind, from, length == 30 ? Days.LAST : from.plusMonths(length)));
        Arbitrary<Fact> pauses = Combinators.combine(days, months)
                .as((from, length) -> new Fact.Pause(from, length == 30 ? null : from.plusMonths(length)));
        Arbitrary<Fact> leaves = Combinators.combine(days, months)
                .as((from, length) -> new Fact.Leave(from, length == 30 ? null : from.plusMonths(length)));
        Arbitrary<Fact> evidence = Combinators.combine(
                        Arbitraries.of(
                                "nurse", COURSE, "instructor-training", "agreement", "instructor-refresher", MEETING),
                        days)
                .as(Fact.EvidenceRecognised::new);
        Arbitrary<Fact> agreements = Combinators.combine(
                        Arbitraries.longs().between(1, 3), Arbitraries.of(1, 2), days, months, Arbitraries.of(0, 1, 40))
                .as((id, version, from, length, early) -> new Fact.AgreementInForce(
                        id, version, from.minusDays(early), from, length == 30 ? null : from.plusMonths(length)));
        Arbitrary<Fact> agreementEnds =
                Combinators.combine(Arbitraries.longs().between(1, 3), days).as(Fact.AgreementEnded::new);
        Arbitrary<Fact> courses = Combinators.combine(Arbitraries.of(1, 2), days)
                .as((version, day) -> new Fact.CourseCompleted(COURSE, version, day));
        Arbitrary<Fact> licences = days.map(day -> new Fact.LicenceGiven("nurse", day));
        Arbitrary<Fact> withdrawals = days.map(day -> new Fact.LicenceWithdrawn("nurse", day));
        Arbitrary<Fact> ends = days.map(Fact.AppointmentEnded::new);
        Arbitrary<Fact> extensions = Combinators.combine(
                        Arbitraries.of("instructor-refresher", "instructor-refresher", MEETING), days, months)
                .as((requirement, from, length) -> new Fact.Extension(requirement, from, from.plusMonths(length)));
        Arbitrary<Fact> exemptions = Combinators.combine(
                        Arbitraries.of(
                                "nurse", COURSE, "instructor-training", "agreement", "instructor-refresher", MEETING),
                        days,
                        months)
                .as((requirement, from, length) -> new Fact.Exemption(requirement, from, from.plusMonths(length)));
        return Arbitraries.frequencyOf(
                Tuple.of(8, refreshers),
                Tuple.of(4, sessions),
                Tuple.of(5, meetings),
                Tuple.of(3, wards),
                Tuple.of(3, pauses),
                Tuple.of(2, leaves),
                Tuple.of(2, evidence),
                Tuple.of(3, agreements),
                Tuple.of(2, agreementEnds),
                Tuple.of(2, courses),
                Tuple.of(2, licences),
                Tuple.of(2, withdrawals),
                Tuple.of(1, ends),
                Tuple.of(2, extensions),
                Tuple.of(2, exemptions));
    }
}
