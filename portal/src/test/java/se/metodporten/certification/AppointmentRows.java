package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.Update;
import se.metodporten.common.Database;

/** People and appointments for tests that begin below the services that make them. */
@ApplicationScoped
public class AppointmentRows {

    @Inject
    private Database database;

    public long person() {
        return personMergedInto(null);
    }

    public long personMergedInto(Long person) {
        return insert("""
                insert into person (given_name, family_name, merged_into, created_at, created_by)
                values ('Standing', 'Test', :a, '2025-01-01', 'system:test')""", person);
    }

    public long employment(long person) {
        return insert("""
                insert into employment (person_id, unit_id, title, valid_from, created_at, created_by)
                select :a, min(id), 'Sjuksköterska', '2020-01-01', '2020-01-01', 'system:test' from place""", person);
    }

    public long appointment(long person, String role, LocalDate from) {
        return appointment(person, role, from, null);
    }

    public long appointment(long person, String role, LocalDate from, Long employment) {
        return database.query(handle -> handle.createUpdate("""
                        insert into appointment (person_id, role_id, place_id, employment_id, valid_from, appointed_at)
                        select :person, r.id, (select min(id) from place), :employment, :from, :from
                        from role r where r.code = :role""")
                .bind("person", person)
                .bind("role", role)
                .bind("from", from)
                .bind("employment", employment)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }

    private long insert(String sql, Long a) {
        return database.query(handle -> {
            Update insert = handle.createUpdate(sql).bind("a", a);
            return insert.executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
        });
    }
}
