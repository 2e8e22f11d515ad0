package se.metodporten.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;
import se.metodporten.appointment.Asked;
import se.metodporten.common.Containing;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.RecordRows;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;

/** The statements of trainings, each with the record it answers with. Asks no guard: the services do. */
@ApplicationScoped
class TrainingSql {

    private static final String STILL = "known_until = '9999-12-31 23:59:59'";

    private static final String TAKEN =
            "(select count(*) from sign_up s where s.training_id = t.id and s.state = 'SIGNED_UP')";

    /** How full a training is, its row locked. */
    record Seats(int seats, int taken, boolean cancelled, LocalDate lastDay) {}

    /** What was marked of someone at a session. */
    record Mark(long personId, boolean present, @Nullable Long factId) {}

    @Inject
    private Database database;

    @Inject
    private Names names;

    long county() {
        return database.query(handle -> handle.createQuery("select min(id) from place where kind = 'COUNTY'")
                .mapTo(Long.class)
                .one());
    }

    List<TrainingPlace> units(Scope scope, LocalDate today) {
        return database.query(handle -> {
            Query query = handle.createQuery(String.format(Locale.ROOT, """
                            select u.id, v.name from place u
                            join place_version v on v.place_id = u.id and v.%s
                                 and :today between v.valid_from and v.valid_through
                            where u.kind = 'UNIT' and %s order by v.name, u.id limit 200""", STILL, scope.covers("u.id")))
                    .bind("today", today);
            return scope.bind(query, today)
                    .map(RecordRows.of(TrainingPlace.class))
                    .list();
        });
    }

    Optional<TrainingView.Head> head(long trainingId) {
        return database.query(
                handle -> handle.createQuery(String.format(Locale.ROOT, """
                        select t.id, t.kind, k.name_sv kind_sv, k.name_en kind_en, k.arranger = 'COUNTY' by_county, k.by_supervisors,
                               t.place_id, %s place_name, t.title, t.venue, t.link, t.seats, %s taken,
                               t.cancelled_at is not null cancelled
                        from training t join training_kind k on k.code = t.kind
                        where t.id = :id""", newestName("t.place_id"), TAKEN))
                        .bind("id", trainingId)
                        .map(RecordRows.of(TrainingView.Head.class))
                        .findOne());
    }

    List<TrainingView.SessionView> sessions(long trainingId) {
        return database.query(handle -> handle.createQuery("""
                        select s.id, s.part, s.day, s.starts, s.ends,
                               (select sum(a.present) from attendance a where a.session_id = s.id) attended
                        from training_session s where s.training_id = :id order by s.part""")
                .bind("id", trainingId)
                .map(RecordRows.of(TrainingView.SessionView.class))
                .list());
    }

    List<TrainingView.Participant> participants(long trainingId) {
        NameScope scope = names.forReader();
        return database.query(handle -> scope.bind(handle.createQuery(
                                String.format(Locale.ROOT, """
                                select p.id person_id, %s name, %s unit_name, s.state
                                from sign_up s join person p on p.id = s.person_id
                                where s.training_id = :id and s.state in ('SIGNED_UP', 'WAITING')
                                order by s.state, case when s.state = 'WAITING' then s.signed_up_at end,
                                         p.family_name, p.given_name, p.id""", scope.name("p"), scope.only("p", unitOf("p.id"))))
                        .bind("id", trainingId))
                .map(RecordRows.of(TrainingView.Participant.class))
                .list());
    }

    Page<TrainingRow> list(TrainingFilter filter, long reader, Scope scope, LocalDate today) {
        String where = String.format(Locale.ROOT, """
                from training t
                join training_kind k on k.code = t.kind
                join (select training_id, min(day) first_day, max(day) last_day, min(starts) starts, max(ends) ends
                      from training_session group by training_id) d on d.training_id = t.id
                where (k.arranger = 'COUNTY' or %s)
                  and (:kind = '' or t.kind = :kind)
                  and d.last_day %s :today
                  and (not :mine or exists (select 1 from training_leader l where l.training_id = t.id and l.person_id = :reader)
                       or exists (select 1 from sign_up o where o.training_id = t.id and o.person_id = :reader and o.state <> 'CANCELLED'))
                """, scope.covers("t.place_id"), filter.past() ? "<" : ">=");
        return database.query(handle -> {
            int total = bindList(handle.createQuery("select count(*) " + where), filter, reader, scope, today)
                    .mapTo(int.class)
                    .one();
            List<TrainingRow> rows = bindList(
                            handle.createQuery(String.format(
                                    Locale.ROOT,
                                    """
                                    select t.id, t.kind, k.name_sv kind_sv, k.name_en kind_en, t.title, %s place_name,
                                           d.first_day, d.last_day, d.starts, d.ends, t.seats, %s taken,
                                           t.cancelled_at is not null cancelled,
                                           exists (select 1 from sign_up o where o.training_id = t.id
                                                   and o.person_id = :reader and o.state <> 'CANCELLED') mine
                                    %s order by d.first_day %s, d.starts, t.id limit :limit offset :offset""",
                                    newestName("t.place_id"),
                                    TAKEN,
                                    where,
                                    filter.past() ? "desc" : "asc")),
                            filter,
                            reader,
                            scope,
                            today)
                    .bind("limit", filter.paging().size())
                    .bind("offset", filter.paging().skipped())
                    .map(RecordRows.of(TrainingRow.class))
                    .list();
            return filter.paging().of(rows, total);
        });
    }

    private static Query bindList(Query query, TrainingFilter filter, long reader, Scope scope, LocalDate today) {
        return scope.bind(query, today)
                .bind("kind", filter.kind())
                .bind("today", today)
                .bind("mine", filter.mine())
                .bind("reader", reader);
    }

    List<UnmarkedSession> unmarked(long leader, LocalDate today) {
        return database.query(handle -> handle.createQuery("""
                        select t.id training_id, s.id session_id, t.title, s.day
                        from training_leader l
                        join training t on t.id = l.training_id and t.cancelled_at is null
                        join training_session s on s.training_id = t.id and s.day <= :today
                        where l.person_id = :leader
                          and exists (select 1 from sign_up u where u.training_id = t.id and u.state = 'SIGNED_UP')
                          and not exists (select 1 from attendance a where a.session_id = s.id)
                        order by s.day, s.id limit 20""")
                .bind("leader", leader)
                .bind("today", today)
                .map(RecordRows.of(UnmarkedSession.class))
                .list());
    }

    /** Of these people, how many work today in a unit below the scope and may be named to the reader. */
    int reachable(Scope scope, List<Long> persons, LocalDate today) {
        NameScope visible = names.forReader();
        return database.query(handle -> {
            Query query = handle.createQuery(
                            String.format(Locale.ROOT, """
                            select count(distinct p.id) from person p
                            join employment e on e.person_id = p.id and :today between e.valid_from and e.valid_through
                            where p.id in (<persons>) and p.merged_into is null and %s and %s""", scope.covers("e.unit_id"), visible.visible("p")))
                    .bindList("persons", persons)
                    .bind("today", today);
            return visible.bind(scope.bind(query, today)).mapTo(int.class).one();
        });
    }

    List<Candidate> candidates(TrainingView.Head head, Scope scope, String search, LocalDate today, int limit) {
        NameScope visible = names.forReader();
        return database.query(handle -> {
            Query query = handle.createQuery(String.format(
                            Locale.ROOT,
                            """
                            select p.id person_id, concat(p.given_name, ' ', p.family_name) name,
                                   max(v.name) unit_name, max(e.title) title,
                                   exists (select 1 from appointment a
                                           join person ao on ao.id = a.person_id
                                           join requirement q on q.code = :kind and q.role_version_id =
                                                (select rv.id from role_version rv
                                                 where rv.role_id = a.role_id and rv.valid_from <= :today
                                                 order by rv.valid_from desc, rv.known_from desc limit 1)
                                           where (ao.id = p.id or ao.merged_into = p.id) and :today <= a.valid_through and %s)
                                   and (select count(distinct f.number) from fact f join person fo on fo.id = f.person_id
                                        where (fo.id = p.id or fo.merged_into = p.id)
                                          and f.kind = 'SESSION_ATTENDED' and f.code = :kind and not f.withdrawn
                                          and not exists (select 1 from fact later where later.supersedes = f.id))
                                       < (select k.sessions from training_kind k where k.code = :kind) needs_it
                            from person p
                            join employment e on e.person_id = p.id and :today between e.valid_from and e.valid_through
                            join place_version v on v.place_id = e.unit_id and v.%s
                                 and :today between v.valid_from and v.valid_through
                            where p.merged_into is null and %s and %s
                              and (:search = '' or concat(p.given_name, ' ', p.family_name) like :pattern escape '|')
                              and not exists (select 1 from sign_up s where s.training_id = :training
                                              and s.person_id = p.id and s.state <> 'CANCELLED')
                            group by p.id, p.given_name, p.family_name
                            order by needs_it desc, p.family_name, p.given_name, p.id limit :limit""",
                            Asked.of("q", "a"),
                            STILL,
                            scope.covers("e.unit_id"),
                            visible.visible("p")))
                    .bind("kind", head.kind())
                    .bind("training", head.id())
                    .bind("today", today)
                    .bind("search", search)
                    .bind("pattern", Containing.pattern(search))
                    .bind("limit", limit);
            return visible.bind(scope.bind(query, today))
                    .map(RecordRows.of(Candidate.class))
                    .list();
        });
    }

    Optional<SignUpState> signUpOf(long trainingId, long personId) {
        return database.query(handle -> handle.createQuery(
                        "select state from sign_up where training_id = :training and person_id = :person")
                .bind("training", trainingId)
                .bind("person", personId)
                .mapTo(SignUpState.class)
                .findOne());
    }

    boolean isSignedUp(long trainingId, long personId) {
        return signUpOf(trainingId, personId)
                .filter(state -> state != SignUpState.CANCELLED)
                .isPresent();
    }

    Seats lockSeats(long trainingId) {
        return database.query(handle -> {
            handle.createQuery("select id from training where id = :id for update")
                    .bind("id", trainingId)
                    .mapTo(Long.class)
                    .one();
            return handle.createQuery(String.format(Locale.ROOT, """
                            select t.seats, %s taken, t.cancelled_at is not null cancelled,
                                   (select max(d.day) from training_session d where d.training_id = t.id) last_day
                            from training t where t.id = :id""", TAKEN))
                    .bind("id", trainingId)
                    .map(RecordRows.of(Seats.class))
                    .one();
        });
    }

    void signUp(long trainingId, long personId, SignUpState state, Instant at, @Nullable Long by) {
        database.execute(handle -> handle.createUpdate("""
                        insert into sign_up (training_id, person_id, state, signed_up_at, signed_up_by)
                        values (:training, :person, :state, :at, :by)
                        on duplicate key update state = :state, signed_up_at = :at, signed_up_by = :by,
                                                version = version + 1""")
                .bind("training", trainingId)
                .bind("person", personId)
                .bind("state", state)
                .bind("at", at)
                .bind("by", by)
                .execute());
    }

    void changeSignUp(long trainingId, long personId, SignUpState state) {
        database.execute(handle -> handle.createUpdate("""
                        update sign_up set state = :state, version = version + 1
                        where training_id = :training and person_id = :person""")
                .bind("state", state)
                .bind("training", trainingId)
                .bind("person", personId)
                .execute());
    }

    /** Whether someone is marked as present at any of the sessions. */
    boolean hasAttended(long trainingId, long personId) {
        return database.query(handle -> handle.createQuery("""
                        select exists (select 1 from attendance a join training_session s on s.id = a.session_id
                                       where s.training_id = :training and a.person_id = :person and a.present)""")
                .bind("training", trainingId)
                .bind("person", personId)
                .mapTo(boolean.class)
                .one());
    }

    Optional<Long> firstWaiting(long trainingId) {
        return database.query(handle -> handle.createQuery("""
                        select person_id from sign_up where training_id = :training and state = 'WAITING'
                        order by signed_up_at, id limit 1""")
                .bind("training", trainingId)
                .mapTo(Long.class)
                .findOne());
    }

    /** Everyone who has a seat. */
    Set<Long> seated(long trainingId) {
        return database.query(handle -> handle.createQuery(
                        "select person_id from sign_up where training_id = :training and state = 'SIGNED_UP'")
                .bind("training", trainingId)
                .mapTo(Long.class)
                .set());
    }

    /** Everyone who has a seat or waits for one. */
    List<Long> signedUp(long trainingId) {
        return database.query(handle -> handle.createQuery(
                        "select person_id from sign_up where training_id = :training and state <> 'CANCELLED' order by id")
                .bind("training", trainingId)
                .mapTo(Long.class)
                .list());
    }

    List<Attendance.Line> attendance(long trainingId, long sessionId) {
        NameScope scope = names.forReader();
        return database.query(handle -> scope.bind(handle.createQuery(
                                String.format(Locale.ROOT, """
                                select p.id person_id, %s name, %s unit_name, coalesce(a.present, false) present,
                                       a.id is not null marked
                                from sign_up s join person p on p.id = s.person_id
                                left join attendance a on a.session_id = :session and a.person_id = p.id
                                where s.training_id = :training and s.state = 'SIGNED_UP'
                                order by p.family_name, p.given_name, p.id""", scope.name("p"), scope.only("p", unitOf("p.id"))))
                        .bind("training", trainingId)
                        .bind("session", sessionId))
                .map(RecordRows.of(Attendance.Line.class))
                .list());
    }

    Map<Long, Mark> marks(long sessionId) {
        return database.query(handle -> handle.createQuery(
                        "select person_id, present, fact_id from attendance where session_id = :session")
                .bind("session", sessionId)
                .map(RecordRows.of(Mark.class))
                .collect(Collectors.toMap(Mark::personId, mark -> mark)));
    }

    void mark(long sessionId, long personId, boolean present, @Nullable Long factId, Instant at, @Nullable Long by) {
        database.execute(handle -> handle.createUpdate("""
                        insert into attendance (session_id, person_id, present, fact_id, marked_at, marked_by)
                        values (:session, :person, :present, :fact, :at, :by)
                        on duplicate key update present = :present, fact_id = :fact, marked_at = :at, marked_by = :by,
                                                version = version + 1""")
                .bind("session", sessionId)
                .bind("person", personId)
                .bind("present", present)
                .bind("fact", factId)
                .bind("at", at)
                .bind("by", by)
                .execute());
    }

    private static String newestName(String placeColumn) {
        return "(select n.name from place_version n where n.place_id = " + placeColumn + " and n." + STILL
                + " order by n.valid_from desc limit 1)";
    }

    private static String unitOf(String personColumn) {
        return "(select un.name from employment ue join place_version un on un.place_id = ue.unit_id and un." + STILL
                + " where ue.person_id = " + personColumn
                + " order by ue.valid_through desc, un.valid_from desc, ue.id limit 1)";
    }
}
