package se.metodporten.register;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** The standings that a register would result in, while somebody decides about it. */
@Service
public class RegisterStandings {

    /** How many appointments in a role would have a standing today, and how many of them lapse within twelve months. */
    public record Count(long roleId, Bilingual role, Standing standing, int number, int lapsing) {}

    /** @param lapsing only those that lapse within twelve months */
    public record Search(@Nullable Long roleId, @Nullable Standing standing, boolean lapsing) {}

    /**
     * An appointment as it would be.
     *
     * @param begins whether the file begins it
     * @param lapsesOn within twelve months; null: not, or not valid today
     */
    public record Row(
            String person,
            Bilingual role,
            String place,
            boolean begins,
            Standing standing,
            @Nullable LocalDate day,
            int stepsLeft,
            @Nullable LocalDate lapsesOn) {}

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Names names;

    public List<Count> counts(long run) {
        require();
        return database.query(handle -> handle.createQuery("""
                        select r.id, r.name_sv, r.name_en, s.standing, count(*) number, count(s.lapses_on) lapsing
                        from import_standing s join role r on r.id = s.role_id
                        where s.run_id = :run
                        group by r.id, r.name_sv, r.name_en, s.standing
                        order by r.id, field(s.standing, 'CERTIFIED', 'REFRESHER_DUE', 'NOMINATED', 'LAPSED', 'PAUSED', 'ENDED')""")
                .bind("run", run)
                .map((row, context) -> new Count(
                        row.getLong("id"),
                        new Bilingual(row.getString("name_sv"), row.getString("name_en")),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("number"),
                        row.getInt("lapsing")))
                .list());
    }

    /** By name; people with protected identity only where the reader may know them. */
    public Page<Row> find(long run, Search search, Paging paging) {
        require();
        NameScope visible = names.forReader();
        String where = " from import_standing s join person p on p.id = s.person_id join role r on r.id = s.role_id"
                + " where s.run_id = :run and " + visible.visible("p")
                + (search.roleId == null ? "" : " and s.role_id = :role")
                + (search.standing == null ? "" : " and s.standing = :standing")
                + (search.lapsing ? " and s.lapses_on is not null" : "");
        return database.query(handle -> {
            int total = bound(handle, "select count(*)" + where, visible, run, search)
                    .mapTo(int.class)
                    .one();
            List<Row> rows = bound(
                            handle,
                            """
                            select concat(p.given_name, ' ', p.family_name) person, r.name_sv, r.name_en,
                              coalesce((select v.name from place_version v
                                        where v.place_id = s.place_id and v.known_until = :stillKnown
                                        order by v.valid_from desc limit 1), '') place,
                              s.appointment_id < 0 begins, s.standing, s.day, s.steps_left, s.lapses_on""" + where
                                    + " order by p.family_name, p.given_name, s.role_id, s.appointment_id"
                                    + " limit :size offset :skip",
                            visible,
                            run,
                            search)
                    .bind("stillKnown", CountyTime.STILL_KNOWN)
                    .bind("size", paging.size())
                    .bind("skip", paging.skipped())
                    .map((row, context) -> new Row(
                            row.getString("person"),
                            new Bilingual(row.getString("name_sv"), row.getString("name_en")),
                            row.getString("place"),
                            row.getBoolean("begins"),
                            Standing.valueOf(row.getString("standing")),
                            row.getObject("day", LocalDate.class),
                            row.getInt("steps_left"),
                            row.getObject("lapses_on", LocalDate.class)))
                    .list();
            return paging.of(rows, total);
        });
    }

    private void require() {
        guard.requireAnywhere(guard.mayAnywhere(Action.ADMINISTER) ? Action.ADMINISTER : Action.EDIT_ROLES);
    }

    private static Query bound(Handle handle, String sql, NameScope visible, long run, Search search) {
        Query query = visible.bind(handle.createQuery(sql)).bind("run", run);
        if (search.roleId != null) {
            query.bind("role", search.roleId);
        }
        return search.standing == null ? query : query.bind("standing", search.standing.name());
    }
}
