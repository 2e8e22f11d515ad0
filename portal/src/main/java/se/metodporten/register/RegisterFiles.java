package se.metodporten.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;
import se.metodporten.directory.Applying;
import se.metodporten.directory.Comparison;
import se.metodporten.directory.FileContents;
import se.metodporten.directory.ImportKind;
import se.metodporten.directory.ImportRun;
import se.metodporten.directory.Outcome;
import se.metodporten.directory.Proposal;
import se.metodporten.directory.ReportRow;
import se.metodporten.directory.RowReader;
import se.metodporten.directory.Staging;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** Files of registers. */
@ApplicationScoped
class RegisterFiles implements FileContents {

    @Inject
    private Plans plans;

    @Inject
    private SupposedStandings standings;

    @Inject
    private Recording recording;

    @Inject
    private Names names;

    @Override
    public ImportKind kind() {
        return ImportKind.REGISTER;
    }

    @Override
    public void keep(Handle handle, long run, List<RowReader> rows) {
        RegisterRows.add(handle, run, rows.stream().map(RegisterLine::read).toList());
    }

    @Override
    public boolean compare(Comparison compare) {
        compare.forgetProblems();
        Plan plan = plans.of(compare.handle(), compare.run(), compare.today());
        RegisterRows.tell(compare.handle(), compare.run(), plan.told());
        Staging.addProblems(compare.handle(), compare.run(), plan.problems());
        Set<SupposedStandings.Row> before = new HashSet<>(SupposedStandings.kept(compare.handle(), compare.run()));
        List<SupposedStandings.Row> now = standings.of(plan, compare.today());
        SupposedStandings.keep(compare.handle(), compare.run(), now);
        return !before.equals(new HashSet<>(now));
    }

    @Override
    public boolean followsDecisions() {
        return true;
    }

    @Override
    public int steps(ImportRun run) {
        return run.added();
    }

    @Override
    public void apply(Applying how, ImportRun run) {
        recording.record(how, run);
    }

    @Override
    public Page<ReportRow> rows(Handle handle, ImportRun run, Outcome outcome, int page) {
        int total = handle.createQuery(
                        "select count(*) from import_register where run_id = :run and outcome = :outcome")
                .bind("run", run.id())
                .bind("outcome", outcome)
                .mapTo(int.class)
                .one();
        NameScope visible = names.forReader();
        Query rows = handle.createQuery("select r.line, r.type, r.hsa_id, r.role, r.place, r.what, r.valid_from,"
                        + " r.given_name, r.family_name, " + visible.name("p") + " name"
                        + " from import_register r left join person p on p.id = r.person_id"
                        + " where r.run_id = :run and r.outcome = :outcome order by r.line limit :size offset :skip")
                .bind("run", run.id())
                .bind("outcome", outcome)
                .bind("size", Page.SIZE)
                .bind("skip", (page - 1) * Page.SIZE);
        return new Page<>(
                visible.bind(rows)
                        .map((row, context) -> {
                            String written = (row.getString("given_name") + " " + row.getString("family_name")).strip();
                            String known = row.getString("name");
                            String hsaId = row.getString("hsa_id");
                            String what = row.getString("what");
                            return new ReportRow(
                                    row.getInt("line"),
                                    hsaId == null ? "" : hsaId,
                                    !written.isEmpty() ? written : known == null ? "" : known,
                                    LineType.valueOf(row.getString("type")).word() + ": "
                                            + (what.isEmpty()
                                                    ? row.getString("role") + ", " + row.getString("place")
                                                    : what),
                                    row.getObject("valid_from", LocalDate.class),
                                    null,
                                    List.of());
                        })
                        .list(),
                total,
                page,
                Page.SIZE);
    }

    /** Nobody with protected identity is among those who are like a row ({@link PeopleInFile}). */
    @Override
    public Page<Proposal> proposals(Handle handle, long run, LocalDate today, int page) {
        int total = handle.createQuery("select count(*) from import_register where run_id = :run"
                        + " and (like_person is not null or like_line is not null)")
                .bind("run", run)
                .mapTo(int.class)
                .one();
        List<Proposal> rows = handle.createQuery("""
                        select r.line, coalesce(r.hsa_id, '') hsa_id,
                               if(r.merges and r.family_name = '', own.given_name, r.given_name) given_name,
                               if(r.merges and r.family_name = '', own.family_name, r.family_name) family_name,
                               coalesce(r.email, own.email) email, r.role title, r.place unit,
                               r.like_person, r.like_line, p.email known_email, r.same_person same, r.merges,
                               (select group_concat(concat(e.title, ', ', v.name) order by v.name separator '; ')
                                from employment e
                                join place_version v on v.place_id = e.unit_id and v.known_until = :stillKnown
                                  and :today between v.valid_from and v.valid_through
                                where e.person_id = p.id and :today between e.valid_from and e.valid_through) known_work
                        from import_register r
                        left join person own on own.id = r.person_id
                        left join person p on p.id = r.like_person
                        where r.run_id = :run and (r.like_person is not null or r.like_line is not null)
                        order by r.line limit :size offset :skip""")
                .bind("run", run)
                .bind("today", today)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("size", Page.SIZE)
                .bind("skip", (page - 1) * Page.SIZE)
                .map(ConstructorMapper.of(Proposal.class))
                .list();
        return new Page<>(rows, total, page, Page.SIZE);
    }

    @Override
    public void remove(Handle handle, long run) {
        Staging.remove(handle, "import_register", run);
        Staging.remove(handle, "import_standing", run);
    }
}
