package se.metodporten.administration;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.common.Containing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;

/** The audit's rows, for those who may inspect: rows of no place, and of the places where they may. */
@Service
public class AuditTrail {

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** Newest first. */
    public Page<AuditRow> find(AuditFilter filter, int page) {
        Scope scope = guard.scope(Action.INSPECT);
        if (scope.isEmpty()) {
            throw guard.refusal(Action.INSPECT.name(), null);
        }
        String where = "\n" + String.format(Locale.ROOT, """
                where (e.place_id is null or %s)
                and (:outcome is null or e.outcome = :outcome)
                and (:from is null or e.at >= :from) and (:until is null or e.at < :until)
                and (:text is null or e.actor like :text escape '|' or e.subject like :text escape '|'
                   or e.action like :text escape '|' or e.request_id like :text escape '|')""", scope.covers("e.place_id"));
        return database.query(handle -> {
            int total = bind(handle.createQuery("select count(*) from audit_event e" + where), scope, filter)
                    .mapTo(int.class)
                    .one();
            Query rows = handle.createQuery("""
                            select e.id, e.at, e.actor, concat(p.given_name, ' ', p.family_name) name, e.action, e.outcome,
                              e.subject, v.name place_name, e.request_id, e.details
                            from audit_event e
                            left join person p on e.actor = concat('person:', p.id)
                            left join place_version v on v.place_id = e.place_id
                              and v.known_until = '9999-12-31 23:59:59' and v.valid_through = '9999-12-31'""" + where + " order by e.id desc limit :size offset :offset")
                    .bind("size", Page.SIZE)
                    .bind("offset", (page - 1) * Page.SIZE);
            return new Page<>(
                    bind(rows, scope, filter)
                            .map(ConstructorMapper.of(AuditRow.class))
                            .list(),
                    total,
                    page,
                    Page.SIZE);
        });
    }

    private Query bind(Query query, Scope scope, AuditFilter filter) {
        LocalDate through = filter.through();
        query.bind("outcome", filter.outcome())
                .bind("text", filter.text().isBlank() ? null : Containing.pattern(filter.text()))
                .bind("from", startOf(filter.from()))
                .bind("until", startOf(through == null ? null : through.plusDays(1)));
        return scope.bind(query, CountyTime.today(clock));
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(CountyTime.ZONE).toInstant();
    }
}
