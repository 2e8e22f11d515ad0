package se.metodporten.certification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.metodporten.appointment.ServedUnits;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.NewFact;

/**
 * What would be recorded of many people at once, thought of and not written.
 *
 * @param became whom a person would be merged into
 * @param begun appointments that would begin
 * @param facts of people and of those appointments
 * @param recordedAt the moment that the facts would bear
 */
public record Supposed(Map<Long, Long> became, List<Begun> begun, List<NewFact> facts, Instant recordedAt) {

    /**
     * @param id below zero, so that it is nobody's
     * @param personId before merges
     */
    public record Begun(
            long id, long personId, long roleId, @Nullable Long employmentId, List<ServedUnits.Span> serves) {}

    public Supposed {
        became = Map.copyOf(became);
        begun = List.copyOf(begun);
        facts = List.copyOf(facts);
    }

    long became(long person) {
        return became.getOrDefault(person, person);
    }

    /** Some people and those who would become one of them. */
    List<Long> withThoseWhoBecome(Collection<Long> persons) {
        List<Long> all = new ArrayList<>(persons);
        became.forEach((from, into) -> {
            if (persons.contains(into)) {
                all.add(from);
            }
        });
        return all;
    }

    Map<Long, List<Begun>> begunByPerson() {
        Map<Long, List<Begun>> of = new HashMap<>();
        begun.forEach(one -> of.computeIfAbsent(became(one.personId), person -> new ArrayList<>())
                .add(one));
        return of;
    }

    Map<Long, List<FactRecord>> factsByPerson() {
        Map<Long, List<FactRecord>> of = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            NewFact fact = facts.get(i);
            of.computeIfAbsent(became(fact.personId()), person -> new ArrayList<>())
                    .add(FactRecord.assumed(-1L - i, fact, recordedAt));
        }
        return of;
    }
}
