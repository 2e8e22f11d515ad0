package se.metodporten.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.metodporten.certification.rules.Fact;
import se.metodporten.certification.rules.RecordedFact;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactRecord;

/**
 * All that the standing of one appointment follows from.
 *
 * @param facts of the person, the appointment and the employment it rests on
 * @param stored the rows that are known now, by their ids
 */
record Dossier(Appointee appointee, List<RecordedFact> facts, Map<Long, StoredPeriod> stored) {

    /** @param personId the person, after merges */
    record Appointee(long appointmentId, long personId, long roleId, Rests rests) {

        Appointee restingOn(Rests found) {
            return new Appointee(appointmentId, personId, roleId, found);
        }

        /** Of a person's facts those that are about this appointment, with the days on which they are. */
        Stream<FactRecord> concerning(Collection<FactRecord> facts) {
            return facts.stream().flatMap(this::concerned);
        }

        private Stream<FactRecord> concerned(FactRecord fact) {
            return switch (fact.kind().subject()) {
                case PERSON -> Stream.of(fact);
                case APPOINTMENT ->
                    Objects.equals(fact.appointmentId(), appointmentId) ? Stream.of(fact) : Stream.empty();
                case EMPLOYMENT -> rests.within(fact);
            };
        }
    }

    record StoredPeriod(Said said, Instant knownFrom) {}

    /** A row to be written. */
    record NewPeriod(long appointmentId, Said said, Instant knownFrom, Instant knownUntil) {}

    Timeline timeline(RuleBook rules) {
        return Timeline.of(rules.newest(appointee.roleId), facts);
    }

    /** Codes of the kinds of unit that are served on a day, as far as they are among the facts. */
    Set<String> unitKindsOn(LocalDate day) {
        return facts.stream()
                .map(RecordedFact::fact)
                .filter(Fact.Serves.class::isInstance)
                .map(Fact.Serves.class::cast)
                .filter(serves ->
                        !serves.from().isAfter(day) && !serves.through().isBefore(day))
                .map(Fact.Serves::unitKind)
                .collect(Collectors.toSet());
    }

    /** What is stored, as a timeline. */
    Timeline storedTimeline() {
        return new Timeline(stored.values().stream()
                .map(row -> row.said.period())
                .sorted(Comparator.comparing(StandingPeriod::from))
                .toList());
    }

    /** The last moment at which anything here became known. */
    Instant lastKnown(Instant atLeast) {
        Instant last = atLeast;
        for (StoredPeriod row : stored.values()) {
            last = row.knownFrom.isAfter(last) ? row.knownFrom : last;
        }
        return last;
    }

    /**
     * What the table would hold had each fact met it when it was recorded: for each moment at which something became
     * known, the rows that were new then, closed when they no longer held.
     */
    List<NewPeriod> history(RuleBook rules) {
        NavigableSet<Instant> moments = new TreeSet<>();
        facts.forEach(fact -> moments.add(fact.recordedAt()));
        if (!moments.isEmpty()) {
            moments.addAll(rules.changesAfter(appointee.roleId, moments.first()));
        }
        Map<Said, Instant> open = new LinkedHashMap<>();
        List<NewPeriod> rows = new ArrayList<>();
        for (Instant moment : moments) {
            Set<Said> said = Said.by(Timeline.asKnown(moment, rules.asKnown(appointee.roleId, moment), facts));
            open.entrySet().removeIf(row -> {
                boolean gone = !said.contains(row.getKey());
                if (gone) {
                    rows.add(new NewPeriod(appointee.appointmentId, row.getKey(), row.getValue(), moment));
                }
                return gone;
            });
            said.forEach(now -> open.putIfAbsent(now, moment));
        }
        open.forEach(
                (said, since) -> rows.add(new NewPeriod(appointee.appointmentId, said, since, CountyTime.STILL_KNOWN)));
        return rows;
    }
}
