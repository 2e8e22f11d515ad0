package se.metodporten.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One appointment's history, told in the order it is easiest to read. Days are ISO dates. */
final class Case {
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private final RoleRules rules;
    private final List<RecordedFact> records = new ArrayList<>();

    private Case(RoleRules rules) {
        this.rules = rules;
    }

    static Case of(RoleRules rules) {
        return new Case(rules);
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    Case with(Fact fact) {
        records.add(RecordedFact.of(records.size() + 1, LONG_AGO, fact));
        return this;
    }

    Case record(RecordedFact record) {
        records.add(record);
        return this;
    }

    Case appointed(String from) {
        return with(new Fact.Appointed(day(from)));
    }

    Case ended(String lastDay) {
        return with(new Fact.AppointmentEnded(day(lastDay)));
    }

    Case licence(String from) {
        return with(new Fact.LicenceGiven("nurse", day(from)));
    }

    Case licenceWithdrawn(String from) {
        return with(new Fact.LicenceWithdrawn("nurse", day(from)));
    }

    /** Both days of the instructor training; the second makes it whole. */
    Case training(String firstDay, String secondDay) {
        return session(1, firstDay).session(2, secondDay);
    }

    Case training(String bothDays) {
        return training(bothDays, bothDays);
    }

    Case session(int part, String day) {
        return with(new Fact.SessionAttended("instructor-training", part, day(day)));
    }

    Case refresher(String day) {
        return with(new Fact.SessionAttended("instructor-refresher", 1, day(day)));
    }

    Case meeting(String... days) {
        for (String day : days) {
            with(new Fact.SessionAttended("theme-meeting", 1, day(day)));
        }
        return this;
    }

    Case evidence(String requirement, String day) {
        return with(new Fact.EvidenceRecognised(requirement, day(day)));
    }

    Case agreement(long id, String from, @Nullable String through) {
        return agreement(id, 1, from, through);
    }

    Case agreement(long id, int version, String from, @Nullable String through) {
        return agreementSigned(id, version, from, from, through);
    }

    Case agreementSigned(long id, int version, String signed, String from, @Nullable String through) {
        return with(
                new Fact.AgreementInForce(id, version, day(signed), day(from), through == null ? null : day(through)));
    }

    Case agreementEnded(long id, String lastDay) {
        return with(new Fact.AgreementEnded(id, day(lastDay)));
    }

    Case course(String course, int version, String day) {
        return with(new Fact.CourseCompleted(course, version, day(day)));
    }

    Case serves(String unitKind, String from, String through) {
        return with(new Fact.Serves(unitKind, day(from), day(through)));
    }

    Case pause(String from, @Nullable String through) {
        return with(new Fact.Pause(day(from), through == null ? null : day(through)));
    }

    Case leave(String from, @Nullable String through) {
        return with(new Fact.Leave(day(from), through == null ? null : day(through)));
    }

    Case extension(String from, String to) {
        return with(new Fact.Extension("instructor-refresher", day(from), day(to)));
    }

    Case extension(String requirement, String from, String to) {
        return with(new Fact.Extension(requirement, day(from), day(to)));
    }

    Case exemption(String requirement, String from, String through) {
        return with(new Fact.Exemption(requirement, day(from), day(through)));
    }

    Timeline timeline() {
        return Timeline.of(rules, records);
    }

    Timeline asKnown(String moment) {
        return Timeline.asKnown(Instant.parse(moment), RoleHistory.of(rules), records);
    }

    StandingPeriod on(String day) {
        return timeline().on(day(day)).orElseThrow(() -> new AssertionError("nobody is appointed on " + day));
    }

    /** Checks some days, each written as {@code "2026-04-15 CERTIFIED"}. */
    Case stands(String... daysAndStandings) {
        Timeline timeline = timeline();
        for (String line : daysAndStandings) {
            String[] parts = line.split(" ");
            assertThat(timeline.standingOn(day(parts[0])))
                    .as("%s in %s", line, timeline)
                    .contains(Standing.valueOf(parts[1]));
        }
        return this;
    }

    /** Checks the due day as it is seen from a day. */
    Case due(String seenFrom, @Nullable String dueDay) {
        assertThat(timeline().nextDueDay(day(seenFrom)))
                .as("due day seen from %s in %s", seenFrom, timeline())
                .isEqualTo(Optional.ofNullable(dueDay).map(Case::day));
        return this;
    }

    /** Checks what there is to say on a day: {@code "requirement KIND day-or-dash REMEDY"}. */
    Case says(String day, String... reasons) {
        assertThat(on(day).reasons().stream().map(Case::inWords)).as(day).containsExactly(reasons);
        return this;
    }

    private static String inWords(Reason reason) {
        return String.join(
                " ",
                reason.requirement() == null ? "-" : reason.requirement(),
                reason.kind().name(),
                reason.day() == null ? "-" : reason.day().toString(),
                reason.remedy().name());
    }
}
