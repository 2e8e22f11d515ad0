package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.metodporten.access.Scope;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleBook;

/** Those whose refresher is due, or was missed, below some places. Not an entry point: its callers have asked the guard. */
@ApplicationScoped
public class DueRefreshers {

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private RoleBook roles;

    @Inject
    private Clock clock;

    /**
     * A refresher to be taken by a day.
     *
     * @param requirement also the kind of training that is the refresher
     * @param windowOpens the first day on which it could be taken for the next period
     * @param dueDay the last day, extended or not
     */
    public record DueRefresher(
            long appointmentId,
            long personId,
            String person,
            Bilingual role,
            long placeId,
            String place,
            String requirement,
            LocalDate windowOpens,
            LocalDate dueDay,
            Standing standing) {}

    private record Row(
            long id,
            long personId,
            String person,
            long roleId,
            String nameSv,
            String nameEn,
            long placeId,
            String place,
            LocalDate appointed,
            Standing standing,
            String reasons) {}

    /** By due day; people whose name the reader may not know are left out. */
    public List<DueRefresher> below(Scope scope) {
        LocalDate today = CountyTime.today(clock);
        NameScope visible = names.forReader();
        List<Row> rows = database.query(handle -> visible.bind(scope.bind(
                        handle.createQuery("""
                                        select a.id, p.id person_id, concat(p.given_name, ' ', p.family_name) person, r.id role_id,
                                          r.name_sv, r.name_en, a.place_id, v.name place, a.valid_from appointed, s.standing,
                                          s.reasons
                                        from standing_period s
                                        join appointment a on a.id = s.appointment_id
                                        join role r on r.id = a.role_id
                                        join person o on o.id = a.person_id
                                        join person p on p.id = coalesce(o.merged_into, o.id)
                                        join place_version v on v.place_id = a.place_id and v.known_until = :stillKnown
                                          and :scopeDay between v.valid_from and v.valid_through
                                        where s.known_until = :stillKnown and :scopeDay between s.valid_from and s.valid_through
                                          and s.standing in ('REFRESHER_DUE', 'LAPSED') and """ + " "
                                + scope.covers("a.place_id") + " and " + visible.visible("p")
                                + " order by s.due_day, p.family_name, p.given_name, a.id"),
                        today))
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(Row.class))
                .list());
        RuleBook rules = new RuleBook(roles.versions(), roles.descriptionEnds());
        List<DueRefresher> due = new ArrayList<>();
        for (Row row : rows) {
            int window = roles.on(row.roleId, today).windowMonths();
            for (Requirement asked : rules.requirements(row.roleId, row.appointed, today)) {
                if (asked.kind() == Requirement.Kind.REFRESHER) {
                    ReasonsJson.read(row.reasons).stream()
                            .filter(reason -> asked.code().equals(reason.requirement()))
                            .filter(reason -> reason.kind() != Reason.Kind.VALID_UNTIL)
                            .flatMap(reason -> EvidencePlanning.lastDay(reason).stream())
                            .forEach(day -> due.add(due(row, asked.code(), day, window)));
                }
            }
        }
        return due;
    }

    private static DueRefresher due(Row row, String requirement, LocalDate day, int window) {
        return new DueRefresher(
                row.id,
                row.personId,
                row.person,
                new Bilingual(row.nameSv, row.nameEn),
                row.placeId,
                row.place,
                requirement,
                day.minusMonths(window),
                day,
                row.standing);
    }
}
