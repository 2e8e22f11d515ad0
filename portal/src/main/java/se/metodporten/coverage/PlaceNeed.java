package se.metodporten.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How many people in a role a place needs, and why.
 *
 * @param general by its kind, as it is on the day asked about
 * @param exceptions newest decision first, replaced ones among them
 * @param version of what was read, to be given back with a decision
 */
public record PlaceNeed(int general, List<NeedException> exceptions, long version) {

    public PlaceNeed {
        exceptions = List.copyOf(exceptions);
    }

    public Optional<NeedException> exceptionOn(LocalDate day) {
        return exceptions.stream().filter(one -> one.holdsOn(day)).findFirst();
    }

    public int on(LocalDate day) {
        return exceptionOn(day).map(NeedException::number).orElse(general);
    }
}
