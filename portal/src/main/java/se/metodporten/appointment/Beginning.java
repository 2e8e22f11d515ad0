package se.metodporten.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.NewFact;

/**
 * An appointment that would begin, before there is one: for looking at what would come of it.
 *
 * @param id nobody's: negative, another one for each
 * @param personId after merges
 * @param employmentId that it would rest on; null: none is known
 * @param facts that would be appended beside it, about {@code id} where they are about the appointment
 */
public record Beginning(
        long id,
        long personId,
        NewAppointment asked,
        @Nullable Long employmentId,
        List<NewFact> facts) {

    public Beginning {
        facts = List.copyOf(facts);
    }

    /** Its first facts, the appointment's beginning first. */
    public List<NewFact> all() {
        return Stream.concat(Stream.of(NewFact.appointed(personId, id, asked.from())), facts.stream())
                .toList();
    }

    /** What it would serve; an organisation serves nothing by being held. */
    public List<ServedUnits.Span> spans() {
        Set<Long> units = new TreeSet<>(asked.unitsServed());
        units.add(asked.placeId());
        List<ServedUnits.Span> spans = new ArrayList<>();
        units.forEach(unit -> spans.add(new ServedUnits.Span(id, unit, asked.from(), CountyTime.END_OF_DAYS)));
        return spans;
    }
}
