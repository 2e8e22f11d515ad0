package se.metodporten.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import se.metodporten.common.Database;

/**
 * Who has a seat in a session that is still to come, for those who count ahead. Not an entry point; asks no guard.
 */
@ApplicationScoped
public class PlannedSeats {

    private static final String SEATS = """
            select distinct coalesce(p.merged_into, p.id) person_id, t.kind, s.part, s.day
            from training_session s
            join training t on t.id = s.training_id and t.cancelled_at is null
            join sign_up u on u.training_id = t.id and u.state = 'SIGNED_UP'
            join person p on p.id = u.person_id
            left join attendance a on a.session_id = s.id and a.person_id = u.person_id
            where s.day >= :from and a.id is null""";

    @Inject
    private Database database;

    /** A seat in a coming session. @param personId after merges */
    public record Seat(long personId, String kind, int part, LocalDate day) {}

    /** Seats of some people. @param persons after merges */
    public List<Seat> of(Collection<Long> persons, LocalDate from) {
        return persons.isEmpty()
                ? List.of()
                : database.query(handle -> handle.createQuery(
                                SEATS + " and coalesce(p.merged_into, p.id) in (<persons>) order by s.day, s.part")
                        .bindList("persons", List.copyOf(persons))
                        .bind("from", from)
                        .map(ConstructorMapper.of(Seat.class))
                        .list());
    }

    /**
     * Seats of people who are or will be appointed in a role, in sessions from that day on for which nothing is marked
     * yet; those who wait have none.
     */
    public List<Seat> ofAppointees(String role, LocalDate from) {
        return database.query(handle -> handle.createQuery(SEATS + " and " + """
                        exists (select 1 from appointment h
                                      join person hp on hp.id = h.person_id
                                      join role r on r.id = h.role_id and r.code = :role
                                      where (hp.id = coalesce(p.merged_into, p.id) or hp.merged_into = coalesce(p.merged_into, p.id))
                                        and h.valid_through >= :from)""")
                .bind("role", role)
                .bind("from", from)
                .map(ConstructorMapper.of(Seat.class))
                .list());
    }
}
