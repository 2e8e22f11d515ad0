package se.metodporten.appointment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a manager does with an appointment, one form each. Last days are inclusive; null: no end is known. */
public sealed interface Deed extends Serializable {

    /** The appointment rests. */
    record Pause(LocalDate from, @Nullable LocalDate through, String reason) implements Deed {}

    /** Leave from the employment that the appointment rests on; why is nobody's business here. */
    record Leave(LocalDate from, @Nullable LocalDate through) implements Deed {}

    /** The pause, the leave or both end; a break that would have begun that day or never been is taken back. */
    record Return(LocalDate firstDay) implements Deed {}

    /** The last day is set, or moved. */
    record End(LocalDate lastDay) implements Deed {}

    /** From today on, or from the first day, exactly these are served beside the held one. */
    record Serve(SortedSet<Long> units) implements Deed {
        public Serve {
            units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
        }
    }

    /**
     * To another unit of the same organisation; to another organisation the appointment ends and another begins.
     *
     * @param token of the form: the same form sent twice begins one appointment
     */
    record Transfer(long placeId, LocalDate from, String token) implements Deed {}
}
