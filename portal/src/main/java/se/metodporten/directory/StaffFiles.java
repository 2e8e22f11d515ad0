package se.metodporten.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;

/** Files of staff. */
@ApplicationScoped
class StaffFiles implements FileContents {

    @Override
    public ImportKind kind() {
        return ImportKind.STAFF;
    }

    @Override
    public void keep(Handle handle, long run, List<RowReader> rows) {
        Staging.addStaff(handle, run, rows.stream().map(StaffLine::read).toList());
    }

    @Override
    public boolean compare(Comparison compare) {
        compare.forget("""
                update import_staff set unit_id = null, employment_id = null, person_id = null, leads = true,
                       move_on = null, outcome = null where run_id = :run""");
        compare.refuseTwice();
        StaffComparison.run(compare);
        return false;
    }

    @Override
    public boolean followsDecisions() {
        return false;
    }

    /** A person and an employment for each row that is added. */
    @Override
    public int steps(ImportRun run) {
        return 2 * run.added();
    }

    @Override
    public void apply(Applying how, ImportRun run) {
        how.staff();
        how.managers();
    }

    @Override
    public Page<ReportRow> rows(Handle handle, ImportRun run, Outcome outcome, int page) {
        return Reports.rows(handle, run, outcome, page);
    }

    @Override
    public Page<Proposal> proposals(Handle handle, long run, LocalDate today, int page) {
        List<Proposal> rows = handle.createQuery("""
                        select r.line, r.hsa_id, r.given_name, r.family_name, r.email, r.title, u.name unit,
                               r.like_person, r.like_line, p.email known_email, r.same_person same, false merges,
                               (select group_concat(concat(e.title, ', ', v.name) order by v.name separator '; ')
                                from employment e
                                join place_version v on v.place_id = e.unit_id and v.known_until = :stillKnown
                                  and :today between v.valid_from and v.valid_through
                                where e.person_id = p.id and :today between e.valid_from and e.valid_through) known_work
                        from import_staff r
                        left join person p on p.id = r.like_person
                        left join place_version u on u.id = (
                          select max(id) from place_version where place_id = r.unit_id and known_until = :stillKnown)
                        where r.run_id = :run and (r.like_person is not null or r.like_line is not null)
                        order by r.line limit :size offset :skip""")
                .bind("run", run)
                .bind("today", today)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("size", Page.SIZE)
                .bind("skip", (page - 1) * Page.SIZE)
                .map(ConstructorMapper.of(Proposal.class))
                .list();
        return new Page<>(rows, Proposals.all(handle, run, kind()), page, Page.SIZE);
    }

    @Override
    public void remove(Handle handle, long run) {
        Staging.remove(handle, "import_staff", run);
    }
}
