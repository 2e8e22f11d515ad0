package se.metodporten.administration;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
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

/** Who can sign in, and what they may do: for those who administer the places where the people are. */
@Service
public class AccountList {

    private static final String STATE = """
            case when a.id is null then 'NONE' when a.closed then 'CLOSED' when a.password_hash is null then 'INVITED'
            else 'ACTIVE' end""";

    private static final String ROW = String.format(Locale.ROOT, """
            select p.id person_id, concat(p.given_name, ' ', p.family_name) name, p.email, a.id account_id,
              %s state, a.last_sign_in
            from person p left join account a on a.person_id = p.id""", STATE);

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    /** @param text parts of a name or an address; empty: everyone */
    public Page<AccountRow> find(String text, @Nullable AccountState state, int page) {
        Scope scope = guard.scope(Action.ADMINISTER);
        requireAny(scope);
        String where = " where p.merged_into is null and " + within(scope)
                + " and (:state is null or " + STATE + " = :state)"
                + " and (:text is null or concat(p.given_name, ' ', p.family_name) like :text escape '|'"
                + " or p.email like :text escape '|' or a.username like :text escape '|')";
        return database.query(handle -> {
            Query count = handle.createQuery(
                    "select count(*) from person p left join account a on a.person_id = p.id" + where);
            int total = bind(count, scope, text, state).mapTo(int.class).one();
            Query rows = handle.createQuery(
                            ROW + where + " order by p.family_name, p.given_name, p.id limit :size offset :offset")
                    .bind("size", Page.SIZE)
                    .bind("offset", (page - 1) * Page.SIZE);
            return new Page<>(
                    bind(rows, scope, text, state)
                            .map(ConstructorMapper.of(AccountRow.class))
                            .list(),
                    total,
                    page,
                    Page.SIZE);
        });
    }

    public AccountRow account(long personId) {
        Scope scope = guard.scope(Action.ADMINISTER);
        return database.query(handle -> {
                    Query query = handle.createQuery(ROW + " where p.id = :person and " + within(scope))
                            .bind("person", personId);
                    return scope.bind(query, CountyTime.today(clock))
                            .map(ConstructorMapper.of(AccountRow.class))
                            .findOne();
                })
                .orElseThrow(() -> guard.refusal(Action.ADMINISTER.name(), "person:" + personId));
    }

    /** Every office the person holds, held or will hold, newest first. */
    public List<HeldOffice> offices(long personId) {
        account(personId);
        return database.query(handle -> handle.createQuery("""
                        select g.id grant_id, o.office, v.name place_name, o.valid_from, o.valid_through
                        from office_in_place o
                        left join office_grant g on g.person_id = o.person_id and g.office = o.office
                          and g.place_id = o.place_id and g.valid_from = o.valid_from
                        join place_version v on v.place_id = o.place_id and v.known_until = '9999-12-31 23:59:59'
                          and v.valid_through = '9999-12-31'
                        where o.person_id = :person order by o.valid_from desc, o.office, v.name""")
                .bind("person", personId)
                .map(ConstructorMapper.of(HeldOffice.class))
                .list());
    }

    /** The places in which the reader may give an office: widest first, then by name. */
    public List<PlaceChoice> places() {
        Scope scope = guard.scope(Action.ADMINISTER);
        requireAny(scope);
        return database.query(handle -> {
            Query query = handle.createQuery("""
                            select p.id, p.kind, v.name from place p
                            join place_version v on v.place_id = p.id and v.known_until = '9999-12-31 23:59:59'
                              and :today between v.valid_from and v.valid_through
                            where <covered>
                            order by field(p.kind, 'COUNTY', 'DISTRICT', 'ORGANISATION', 'UNIT'), v.name, p.id""".replace("<covered>", scope.covers("p.id")))
                    .bind("today", CountyTime.today(clock));
            return scope.bind(query, CountyTime.today(clock))
                    .map(ConstructorMapper.of(PlaceChoice.class))
                    .list();
        });
    }

    private void requireAny(Scope scope) {
        if (scope.isEmpty()) {
            throw guard.refusal(Action.ADMINISTER.name(), null);
        }
    }

    /** Who has an office there, had or will have one, or has none at all. */
    private static String within(Scope scope) {
        return String.format(Locale.ROOT, """
                (exists (select 1 from office_in_place held where held.person_id = p.id and %s)
                 or not exists (select 1 from office_in_place anywhere where anywhere.person_id = p.id))""", scope.covers("held.place_id"));
    }

    private Query bind(Query query, Scope scope, String text, @Nullable AccountState state) {
        query.bind("text", text.isBlank() ? null : Containing.pattern(text))
                .bind("state", state == null ? null : state.name());
        return scope.bind(query, CountyTime.today(clock));
    }
}
