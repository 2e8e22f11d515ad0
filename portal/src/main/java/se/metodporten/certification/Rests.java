package se.metodporten.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactRecord;

/**
 * Which employment an appointment rests on, and when: leave from it is a break. An employment of the directory goes on
 * under its HSA-id when the person moves to another unit; a transfer lets the appointment rest on another one.
 */
record Rests(List<Rest> all) {

    static final Rests NONE = new Rests(List.of());

    record Rest(long employmentId, LocalDate from, LocalDate through) {

        boolean meets(FactRecord leave) {
            LocalDate last = leave.validThrough();
            return Objects.equals(leave.employmentId(), employmentId)
                    && !leave.validFrom().isAfter(through)
                    && (last == null || !last.isBefore(from));
        }

        FactRecord of(FactRecord leave) {
            LocalDate last = leave.validThrough();
            boolean open = through.equals(CountyTime.END_OF_DAYS);
            return leave.on(
                    leave.validFrom().isBefore(from) ? from : leave.validFrom(),
                    open || (last != null && !last.isAfter(through)) ? last : through);
        }
    }

    private record Row(long appointmentId, Rest rest) {}

    Rests {
        all = List.copyOf(all);
    }

    /**
     * The leave on those of its days on which the appointment rests on the employment. On none of them it says nothing,
     * but still takes the place of what it corrects.
     */
    Stream<FactRecord> within(FactRecord leave) {
        List<FactRecord> met = all.stream()
                .filter(rest -> rest.meets(leave))
                .map(rest -> rest.of(leave))
                .toList();
        return met.isEmpty() && leave.supersedes() != null ? Stream.of(leave.sayingNothing()) : met.stream();
    }

    /** From a day on another employment, in whichever of its rows. */
    Rests from(LocalDate day, Collection<Long> employments) {
        List<Rest> rests = new ArrayList<>();
        for (Rest rest : all) {
            if (rest.from.isBefore(day)) {
                LocalDate before = day.minusDays(1);
                rests.add(
                        new Rest(rest.employmentId, rest.from, rest.through.isBefore(before) ? rest.through : before));
            }
        }
        employments.forEach(employment -> rests.add(new Rest(employment, day, CountyTime.END_OF_DAYS)));
        return new Rests(rests);
    }

    /** By the appointment's id, in one statement. */
    static Map<Long, Rests> of(Handle handle, Collection<Long> appointments) {
        Map<Long, List<Rest>> rests = new HashMap<>();
        handle.createQuery("""
                        with rest as (
                          select a.id appointment_id, a.employment_id,
                            coalesce((select max(n.valid_through) + interval 1 day from appointment_employment n
                                      where n.appointment_id = a.id), cast('1900-01-01' as date)) valid_from,
                            cast('9999-12-31' as date) valid_through
                          from appointment a where a.id in (<appointments>) and a.employment_id is not null
                          union all
                          select e.appointment_id, e.employment_id, e.valid_from, e.valid_through
                          from appointment_employment e where e.appointment_id in (<appointments>))
                        select r.appointment_id, r.employment_id, r.valid_from, r.valid_through from rest r
                        union
                        select r.appointment_id, same.id, r.valid_from, r.valid_through from rest r
                        join employment e on e.id = r.employment_id
                        join employment same on same.hsa_id = e.hsa_id""")
                .bindList("appointments", appointments)
                .map((row, context) -> new Row(
                        row.getLong("appointment_id"),
                        new Rest(
                                row.getLong("employment_id"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_through", LocalDate.class))))
                .forEach(row -> rests.computeIfAbsent(row.appointmentId, id -> new ArrayList<>())
                        .add(row.rest));
        Map<Long, Rests> all = new HashMap<>();
        rests.forEach((id, of) -> all.put(id, new Rests(of)));
        return all;
    }
}
