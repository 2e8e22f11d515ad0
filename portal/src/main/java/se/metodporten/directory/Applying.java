package se.metodporten.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import se.metodporten.organisation.BulkPlacements;

/**
 * Makes the changes that the comparison found, all in the transaction under way.
 *
 * @param actor who decided; {@code recorded_by} of what is written
 * @param progress told how many rows are done
 */
public record Applying(Handle handle, long run, LocalDate today, Instant now, String actor, IntConsumer progress) {

    private static final int CHUNK = 10_000;

    private static final String WANTED = """
            select place_id, case when outcome <> 'CLOSED' then name end name, unit_kind_id, organisation_id, district_id,
                   change_from, valid_through
            from import_unit where run_id = :run and not faulty and change_from is not null""";

    void units(BulkPlacements placements) {
        update("insert into place (kind, code) select 'UNIT', hsa_id from import_unit r"
                + " where r.run_id = :run and r.outcome = 'ADDED'");
        update("update import_unit r join place p on p.code = r.hsa_id set r.place_id = p.id"
                + " where r.run_id = :run and r.outcome = 'ADDED'");
        placements.hold(handle, WANTED, run, now, actor);
        update("""
                delete m from directory_manager m join import_unit r on r.place_id = m.place_id
                where r.run_id = :run and not r.faulty and r.manager_hsa_id is null""");
        update("""
                insert into directory_manager (place_id, hsa_id)
                select r.place_id, r.manager_hsa_id from import_unit r
                where r.run_id = :run and not r.faulty and r.manager_hsa_id is not null
                on duplicate key update hsa_id = values(hsa_id)""");
    }

    void staff() {
        update("""
                update import_staff r join person p on p.id = r.like_person
                set r.person_id = coalesce(p.merged_into, p.id)
                where r.run_id = :run and r.outcome = 'ADDED' and r.same_person""");
        addPersons();
        update("""
                update import_staff r join import_staff first on first.run_id = r.run_id and first.line = r.like_line
                set r.person_id = first.person_id
                where r.run_id = :run and r.outcome = 'ADDED' and r.person_id is null""");
        takeOver();
        addEmployments();
        changePersons();
        changeEmployments();
    }

    private void addPersons() {
        inChunks("""
                insert into person (given_name, family_name, email, protected, added_as, created_at, created_by)
                select r.given_name, r.family_name, r.email, r.protected, concat('import:', r.run_id, ':', r.line), :now, :actor
                from import_staff r
                where r.run_id = :run and r.outcome = 'ADDED' and r.person_id is null
                  and not (coalesce(r.same_person, false) and r.like_line is not null)""");
        update("""
                update import_staff r join person p on p.added_as = concat('import:', r.run_id, ':', r.line)
                set r.person_id = p.id
                where r.run_id = :run and r.outcome = 'ADDED' and r.person_id is null""");
    }

    /** What somebody was added to the unit with on the spot becomes the employment of the directory. */
    private void takeOver() {
        update("""
                update import_staff r
                join (select e.id, min(r.line) line from import_staff r
                      join employment e on e.person_id = r.person_id and e.unit_id = r.unit_id and e.hsa_id is null
                        and e.valid_through >= r.valid_from and e.valid_from <= r.valid_through
                      where r.run_id = :run and r.outcome = 'ADDED' group by e.id) found on found.line = r.line
                set r.employment_id = found.id
                where r.run_id = :run""");
        update("""
                update employment e join import_staff r on r.employment_id = e.id
                set e.hsa_id = r.hsa_id, e.title = r.title, e.valid_from = least(e.valid_from, r.valid_from),
                    e.valid_through = r.valid_through, e.version = e.version + 1
                where r.run_id = :run and r.outcome = 'ADDED'""");
    }

    private void addEmployments() {
        inChunks("""
                insert into employment (person_id, unit_id, hsa_id, title, valid_from, valid_through, created_at, created_by)
                select r.person_id, r.unit_id, r.hsa_id, r.title, r.valid_from, r.valid_through, :now, :actor
                from import_staff r
                where r.run_id = :run and r.outcome = 'ADDED' and r.employment_id is null""");
    }

    private void changePersons() {
        update("""
                update person p join import_staff r on r.person_id = p.id
                set p.given_name = r.given_name, p.family_name = r.family_name, p.email = coalesce(r.email, p.email),
                    p.protected = r.protected, p.version = p.version + 1
                where r.run_id = :run and r.outcome = 'CHANGED' and r.leads
                  and (binary p.given_name <> binary r.given_name or binary p.family_name <> binary r.family_name
                       or not (binary p.email <=> binary coalesce(r.email, p.email)) or p.protected <> r.protected)""");
    }

    private void changeEmployments() {
        update("""
                insert into employment (person_id, unit_id, hsa_id, title, valid_from, valid_through, created_at, created_by)
                select r.person_id, r.unit_id, r.hsa_id, r.title, r.move_on, r.valid_through, :now, :actor
                from import_staff r join employment e on e.id = r.employment_id
                where r.run_id = :run and r.outcome = 'CHANGED' and r.move_on > e.valid_from""");
        update("""
                update employment e join import_staff r on r.employment_id = e.id
                set e.unit_id = if(r.move_on <= e.valid_from, r.unit_id, e.unit_id),
                    e.title = if(r.move_on > e.valid_from, e.title, r.title),
                    e.valid_through = if(r.move_on > e.valid_from, least(e.valid_through, r.move_on - interval 1 day),
                                         greatest(e.valid_from, r.valid_through)),
                    e.version = e.version + 1
                where r.run_id = :run and r.outcome in ('CHANGED', 'CLOSED')""");
    }

    /** Offices of managers follow the directory: given when the employment is known, taken when it or the post ends. */
    void managers() {
        String wanted = """
                select m.place_id, e.person_id
                from directory_manager m
                join employment e on e.hsa_id = m.hsa_id and :today between e.valid_from and e.valid_through
                """;
        handle.createUpdate("delete g from office_grant g left join (" + wanted
                        + ") w on w.place_id = g.place_id and w.person_id = g.person_id"
                        + " where g.from_directory and w.place_id is null and g.valid_from >= :today")
                .bind("today", today)
                .execute();
        handle.createUpdate("update office_grant g left join (" + wanted
                        + ") w on w.place_id = g.place_id and w.person_id = g.person_id"
                        + " set g.valid_through = :today - interval 1 day, g.version = g.version + 1"
                        + " where g.from_directory and w.place_id is null and g.valid_through >= :today")
                .bind("today", today)
                .execute();
        handle.createUpdate("insert into office_grant (person_id, office, place_id, valid_from, from_directory,"
                        + " granted_at, granted_by)"
                        + " select distinct w.person_id, 'MANAGER', w.place_id, :today, true, :now, :actor from ("
                        + wanted
                        + ") w where not exists (select 1 from office_grant g where g.person_id = w.person_id"
                        + " and g.place_id = w.place_id and g.office = 'MANAGER'"
                        + " and :today between g.valid_from and g.valid_through)")
                .bind("today", today)
                .bind("now", now)
                .bind("actor", actor)
                .execute();
    }

    private int update(String sql) {
        return bound(sql).execute();
    }

    private Update bound(String sql) {
        Update update = handle.createUpdate(sql).bind("run", run);
        if (sql.contains(":now")) {
            update.bind("now", now);
        }
        if (sql.contains(":actor")) {
            update.bind("actor", actor);
        }
        return update;
    }

    /** A statement over lines of the file, some thousand at a time, so that the progress can be told. */
    private void inChunks(String sql) {
        int last = handle.createQuery("select coalesce(max(line), 0) from import_staff where run_id = :run")
                .bind("run", run)
                .mapTo(int.class)
                .one();
        for (int first = 1; first <= last; first += CHUNK) {
            int done = bound(sql + " and r.line between :first and :last")
                    .bind("first", first)
                    .bind("last", first + CHUNK - 1)
                    .execute();
            progress.accept(done);
        }
    }
}
