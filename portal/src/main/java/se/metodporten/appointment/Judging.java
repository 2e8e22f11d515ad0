package se.metodporten.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.metodporten.access.Guard;
import se.metodporten.common.DomainException;
import se.metodporten.role.Role;

/**
 * Judges new appointments of one role from one day, one or many: what is needed is read at once, in as many statements for
 * many as for one. Whether the reader appoints in the places is asked before.
 */
@ApplicationScoped
class Judging {

    @Inject
    private Guard guard;

    @Inject
    private Placing placing;

    /** What there is, of the people and places named. */
    private record Ground(
            Role role,
            LocalDate from,
            Map<Long, Long> persons,
            Map<Long, Placing.Place> places,
            Map<Long, List<Placing.Employed>> employments,
            Map<Placing.Holding, LocalDate> held) {}

    /** In the order given; none is refused because of another row but the second of the same person and place. */
    List<Judged> of(Role role, LocalDate from, List<NewAppointment> asked) {
        Map<Long, Long> persons = placing.became(ids(asked));
        Set<Long> places = new TreeSet<>();
        asked.forEach(one -> {
            places.add(one.placeId());
            places.addAll(one.unitsServed());
        });
        Ground ground = new Ground(
                role,
                from,
                persons,
                placing.places(places, from),
                placing.employments(persons.values(), from).stream()
                        .collect(Collectors.groupingBy(Placing.Employed::personId)),
                placing.held(persons.values(), role.id(), from));
        Set<Placing.Holding> seen = new HashSet<>();
        List<Judged> judged = new ArrayList<>();
        for (NewAppointment one : asked) {
            judged.add(judge(ground, one, seen));
        }
        return judged;
    }

    private Judged judge(Ground ground, NewAppointment asked, Set<Placing.Holding> seen) {
        Long person = ground.persons.get(asked.personId());
        if (person == null) {
            return refused(asked, DomainException.at("person", "fact.refused.unknownPerson"));
        }
        Long reader = guard.reader().personId();
        if (reader != null && reader.equals(person)) {
            return refused(asked, DomainException.at("person", "appointment.refused.self"));
        }
        DomainException unfitting = Placing.unfitting(ground.role, asked.placeId(), asked.unitsServed(), ground.places);
        if (unfitting != null) {
            return refused(asked, unfitting);
        }
        Optional<Placing.Employed> employment =
                Placing.best(ground.employments.getOrDefault(person, List.of()), asked.placeId());
        if (employment.isEmpty()) {
            return refused(asked, DomainException.at("person", "appointment.refused.notStaff"));
        }
        Placing.Holding holding = new Placing.Holding(person, asked.placeId());
        LocalDate held = ground.held.get(holding);
        if (held != null) {
            return refused(asked, DomainException.at("person", "appointment.refused.overlap", held));
        }
        if (!seen.add(holding)) {
            return refused(asked, DomainException.at("person", "appointment.refused.twice"));
        }
        return new Judged(asked, person, employment.get().id(), null);
    }

    private static Judged refused(NewAppointment asked, DomainException refusal) {
        return new Judged(asked, asked.personId(), null, refusal);
    }

    private static Collection<Long> ids(List<NewAppointment> asked) {
        return asked.stream().map(NewAppointment::personId).collect(Collectors.toCollection(TreeSet::new));
    }
}
