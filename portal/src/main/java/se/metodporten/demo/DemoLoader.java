package se.metodporten.demo;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.access.TrialAccounts;
import se.metodporten.agreement.Drafts;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.fact.FactKind;

/** Writes the rows of the demo county in bulk, all in one transaction, so that a killed start leaves nothing half. */
@Service
public class DemoLoader {

    static final String PASSWORD = "prova-metodporten";
    private static final String ACTOR = "system:demo";

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Drafts drafts;

    @Inject
    private TrialAccounts accounts;

    /** Only for the job at the start. */
    public void load(Rows rows, LocalDate today) {
        guard.requireAnywhere(Action.ADMINISTER);
        database.executePatiently(handle -> {
            Ids ids = Ids.after(handle);
            units(handle, rows, ids, today);
            people(handle, rows, ids);
            appointments(handle, rows, ids);
            trainings(handle, rows, ids);
            Map<Integer, Long> factIds = facts(handle, rows, ids);
            agreements(handle, rows, ids, factIds);
            attendance(handle, ids);
            accounts(handle, rows, ids);
            handle.createUpdate(
                            "insert into demo_progress (step, done, total, finished_at) values ('rows', 1, 1, :now)")
                    .bind("now", Rows.evening(today))
                    .execute();
        });
    }

    /** How far the ids of this database are ahead of the rows' own. */
    private record Ids(
            long place,
            long person,
            long employment,
            long appointment,
            long fact,
            long agreement,
            long training,
            long session) {

        static Ids after(Handle handle) {
            return new Ids(
                    last(handle, "place"),
                    last(handle, "person"),
                    last(handle, "employment"),
                    last(handle, "appointment"),
                    last(handle, "fact"),
                    last(handle, "agreement"),
                    last(handle, "training"),
                    last(handle, "training_session"));
        }

        private static long last(Handle handle, String table) {
            return handle.createQuery("select coalesce(max(id), 0) from " + table)
                    .mapTo(Long.class)
                    .one();
        }
    }

    private static <T> void insert(Handle handle, String sql, List<T> rows, BiConsumer<PreparedBatch, T> bind) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        for (T row : rows) {
            bind.accept(batch, row);
            batch.add();
        }
        batch.execute();
    }

    private static void units(Handle handle, Rows rows, Ids ids, LocalDate today) {
        insert(
                handle,
                "insert into place (id, kind, code) values (:id, 'UNIT', :code)",
                rows.units,
                (batch, unit) -> batch.bind("id", unit.id() + ids.place).bind("code", unit.code()));
        Map<Long, Rows.MoveRow> moves = new HashMap<>();
        rows.moves.forEach(move -> moves.put(move.unit(), move));
        Instant beginning = Rows.evening(today.minusYears(6));
        for (Rows.UnitRow unit : rows.units) {
            Rows.MoveRow move = moves.get(unit.id());
            LocalDate first = today.minusYears(6);
            if (move == null) {
                version(
                        handle,
                        unit,
                        ids,
                        unit.district(),
                        first,
                        CountyTime.END_OF_DAYS,
                        beginning,
                        CountyTime.STILL_KNOWN);
            } else {
                Instant told = Rows.evening(move.day().minusDays(14));
                version(handle, unit, ids, move.formerDistrict(), first, CountyTime.END_OF_DAYS, beginning, told);
                version(
                        handle,
                        unit,
                        ids,
                        move.formerDistrict(),
                        first,
                        move.day().minusDays(1),
                        told,
                        CountyTime.STILL_KNOWN);
                version(
                        handle,
                        unit,
                        ids,
                        unit.district(),
                        move.day(),
                        CountyTime.END_OF_DAYS,
                        told,
                        CountyTime.STILL_KNOWN);
            }
        }
        handle.createUpdate("""
                        insert into place_ancestor (place_id, ancestor_id, valid_from, valid_through, known_from, known_until)
                        select v.place_id, a.id, v.valid_from, v.valid_through, v.known_from, v.known_until
                        from place_version v
                        join place a on a.id in (v.place_id, v.organisation_id, v.district_id) or a.kind = 'COUNTY'
                        where v.place_id > :before""").bind("before", ids.place).execute();
    }

    private static void version(
            Handle handle,
            Rows.UnitRow unit,
            Ids ids,
            @Nullable String district,
            LocalDate from,
            LocalDate through,
            Instant knownFrom,
            Instant knownUntil) {
        handle.createUpdate("""
                        insert into place_version (place_id, name, unit_kind_id, organisation_id, district_id, valid_from,
                                                   valid_through, known_from, known_until, recorded_by)
                        select :id, :name, k.id, o.id, (select d.id from place d where d.code = :district), :from, :through,
                               :knownFrom, :knownUntil, :actor
                        from unit_kind k join place o on o.code = :organisation where k.code = :kind""")
                .bind("id", unit.id() + ids.place)
                .bind("name", unit.name())
                .bind("kind", unit.kind())
                .bind("organisation", unit.organisation())
                .bind("district", district)
                .bind("from", from)
                .bind("through", through)
                .bind("knownFrom", knownFrom)
                .bind("knownUntil", knownUntil)
                .bind("actor", ACTOR)
                .execute();
    }

    private static void people(Handle handle, Rows rows, Ids ids) {
        Instant created = Rows.evening(rows.employments.get(0).from());
        insert(
                handle,
                """
                        insert into person (id, given_name, family_name, email, protected, created_at, created_by)
                        values (:id, :given, :family, :email, :protected, :created, :actor)""",
                rows.people,
                (batch, person) -> batch.bind("id", person.id() + ids.person)
                        .bind("given", person.given())
                        .bind("family", person.family())
                        .bind("email", person.email())
                        .bind("protected", person.isProtected())
                        .bind("created", created)
                        .bind("actor", ACTOR));
        insert(
                handle,
                """
                        insert into employment (id, person_id, unit_id, hsa_id, title, valid_from, valid_through, created_at,
                                                created_by)
                        values (:id, :person, :unit, :hsa, :title, :from, :through, :created, :actor)""",
                rows.employments,
                (batch, one) -> batch.bind("id", one.id() + ids.employment)
                        .bind("person", one.person() + ids.person)
                        .bind("unit", one.unit() + ids.place)
                        .bind("hsa", one.hsaId())
                        .bind("title", one.title())
                        .bind("from", one.from())
                        .bind("through", one.through())
                        .bind("created", created)
                        .bind("actor", ACTOR));
        insert(
                handle,
                """
                        insert into office_grant (person_id, office, place_id, valid_from, deputy_for, granted_at, granted_by)
                        values (:person, :office, coalesce(:place, (select id from place where code = :code)), :from, :deputy,
                                :created, :actor)""",
                rows.offices,
                (batch, office) -> batch.bind("person", office.person() + ids.person)
                        .bind("office", office.office())
                        .bind("place", shifted(office.place(), ids.place))
                        .bind("code", office.code())
                        .bind("from", CountyTime.dayOf(created))
                        .bind("deputy", shifted(office.deputyFor(), ids.person))
                        .bind("created", created)
                        .bind("actor", ACTOR));
    }

    private static void appointments(Handle handle, Rows rows, Ids ids) {
        insert(
                handle,
                """
                        insert into appointment (id, person_id, role_id, place_id, employment_id, valid_from, valid_through,
                                                 appointed_at, appointed_by)
                        values (:id, :person, (select id from role where code = :role),
                                coalesce((select id from place where code = :organisation), :unit), :employment, :from, :through,
                                :at, :by)""",
                rows.appointments,
                (batch, one) -> batch.bind("id", one.id() + ids.appointment)
                        .bind("person", one.person() + ids.person)
                        .bind("role", one.role())
                        .bind("organisation", one.organisation())
                        .bind("unit", one.unit() + ids.place)
                        .bind("employment", one.employment() + ids.employment)
                        .bind("from", one.from())
                        .bind("through", one.through())
                        .bind("at", Rows.evening(one.from().minusDays(3)))
                        .bind("by", one.by() + ids.person));
        for (Rows.AppointmentRow one : rows.appointments) {
            insert(
                    handle,
                    """
                            insert into appointment_unit (appointment_id, unit_id, valid_from, known_from, recorded_by)
                            values (:id, :unit, :from, :at, :actor)""",
                    one.serves(),
                    (batch, unit) -> batch.bind("id", one.id() + ids.appointment)
                            .bind("unit", unit + ids.place)
                            .bind("from", one.from())
                            .bind("at", Rows.evening(one.from().minusDays(3)))
                            .bind("actor", ACTOR));
        }
    }

    private static void trainings(Handle handle, Rows rows, Ids ids) {
        insert(
                handle,
                """
                        insert into training (id, kind, place_id, title, venue, seats, created_at, created_by)
                        values (:id, :kind, coalesce(:unit, (select min(id) from place where kind = 'COUNTY')), :title, :venue,
                                :seats, :at, :leader)""",
                rows.trainings,
                (batch, one) -> batch.bind("id", one.id() + ids.training)
                        .bind("kind", one.kind())
                        .bind("unit", shifted(one.unit(), ids.place))
                        .bind("title", one.title())
                        .bind("venue", one.venue())
                        .bind("seats", one.seats())
                        .bind("at", Rows.evening(one.sessions().get(0).day().minusDays(60)))
                        .bind("leader", one.leader() + ids.person));
        insert(
                handle,
                "insert into training_leader (training_id, person_id) values (:id, :leader)",
                rows.trainings,
                (batch, one) -> batch.bind("id", one.id() + ids.training).bind("leader", one.leader() + ids.person));
        for (Rows.TrainingRow training : rows.trainings) {
            insert(
                    handle,
                    """
                            insert into training_session (id, training_id, part, day, starts, ends)
                            values (:id, :training, :part, :day, :starts, :ends)""",
                    training.sessions(),
                    (batch, one) -> batch.bind("id", one.id() + ids.session)
                            .bind("training", training.id() + ids.training)
                            .bind("part", one.part())
                            .bind("day", one.day())
                            .bind("starts", one.starts())
                            .bind("ends", one.ends()));
        }
        insert(
                handle,
                """
                        insert into sign_up (training_id, person_id, state, signed_up_at)
                        select :training, :person, :state, t.created_at from training t where t.id = :training""",
                rows.signUps,
                (batch, one) -> batch.bind("training", one.training() + ids.training)
                        .bind("person", one.person() + ids.person)
                        .bind("state", one.waiting() ? "WAITING" : "SIGNED_UP"));
    }

    /** In the order recorded, as facts are. @return the id of each fact by its position in the rows */
    private static Map<Integer, Long> facts(Handle handle, Rows rows, Ids ids) {
        List<Integer> order = IntStream.range(0, rows.facts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rows.facts.get(i).recorded()))
                .toList();
        Map<Integer, Long> idOf = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            idOf.put(order.get(i), ids.fact + i + 1);
        }
        insert(handle, """
                        insert into fact (id, person_id, employment_id, appointment_id, kind, code, number, origin, valid_from,
                                          valid_through, supersedes, recorded_at, recorded_by)
                        values (:id, :person, :employment, :appointment, :kind, :code, :number, :origin, :from, :through,
                                :supersedes, :at, :actor)""", order, (batch, position) -> {
            Rows.FactRow fact = rows.facts.get(position);
            batch.bind("id", idOf.get(position))
                    .bind("person", fact.person() + ids.person)
                    .bind("employment", shifted(fact.employment(), ids.employment))
                    .bind("appointment", shifted(fact.appointment(), ids.appointment))
                    .bind("kind", fact.kind())
                    .bind("code", fact.code())
                    .bind("number", fact.number())
                    .bind("origin", shifted(fact.origin(), originShift(fact.kind(), ids)))
                    .bind("from", fact.from())
                    .bind("through", fact.through())
                    .bind("supersedes", fact.supersedes() == null ? null : idOf.get(fact.supersedes()))
                    .bind("at", Rows.evening(fact.recorded()))
                    .bind("actor", ACTOR);
        });
        return idOf;
    }

    private static long originShift(FactKind kind, Ids ids) {
        return kind == FactKind.AGREEMENT_IN_FORCE ? ids.agreement : ids.training;
    }

    private void agreements(Handle handle, Rows rows, Ids ids, Map<Integer, Long> factIds) {
        List<Long> begun = IntStream.range(0, rows.facts.size())
                .filter(i -> rows.facts.get(i).kind() == FactKind.APPOINTED)
                .mapToObj(factIds::get)
                .toList();
        Map<Long, Drafts.Draft> byAppointment = drafts.ofTheAppointed(begun).stream()
                .collect(Collectors.toMap(Drafts.Draft::appointmentId, draft -> draft));
        List<Rows.AgreementRow> offered = new ArrayList<>(rows.agreements);
        offered.removeIf(one -> !byAppointment.containsKey(one.appointment() + ids.appointment));
        insert(handle, """
                        insert into agreement (id, appointment_id, description_version_id, text_sv, text_hash, valid_from,
                                               valid_through, in_force_from, offered_at, offered_by)
                        select :id, a.id, :description, :text, :hash, :from, :through, greatest(:inForce, a.valid_from), :at,
                               a.appointed_by
                        from appointment a where a.id = :appointment""", offered, (batch, one) -> {
            Drafts.Draft draft = Objects.requireNonNull(byAppointment.get(one.appointment() + ids.appointment));
            batch.bind("id", one.id() + ids.agreement)
                    .bind("appointment", draft.appointmentId())
                    .bind("description", draft.descriptionVersionId())
                    .bind("text", draft.text())
                    .bind("hash", draft.textHash())
                    .bind("from", draft.validFrom())
                    .bind("through", draft.validThrough())
                    .bind("inForce", one.appointeeSigned() == null ? null : one.managerSigned())
                    .bind("at", Rows.evening(one.offered()));
        });
        sign(handle, ids, offered, "APPOINTEE", "a.person_id");
        sign(handle, ids, offered, "MANAGER", "a.appointed_by");
    }

    private static void sign(Handle handle, Ids ids, List<Rows.AgreementRow> offered, String side, String signer) {
        boolean appointee = side.equals("APPOINTEE");
        List<Rows.AgreementRow> signed = offered.stream()
                .filter(one -> (appointee ? one.appointeeSigned() : one.managerSigned()) != null)
                .toList();
        insert(handle, String.format(Locale.ROOT, """
                        insert into agreement_signature (agreement_id, side, person_id, signed_at, text_hash)
                        select g.id, :side, %s, :at, g.text_hash
                        from agreement g join appointment a on a.id = g.appointment_id where g.id = :id""", signer), signed, (batch, one) -> {
            LocalDate day = appointee ? one.appointeeSigned() : one.managerSigned();
            batch.bind("side", side).bind("id", one.id() + ids.agreement);
            batch.bind("at", day == null ? null : Rows.evening(day));
        });
    }

    private void accounts(Handle handle, Rows rows, Ids ids) {
        Map<Long, String> usernames = new LinkedHashMap<>();
        for (Rows.AccountRow account : rows.accounts) {
            String username = rows.people.get((int) account.person() - 1).email();
            usernames.put(account.person() + ids.person, username);
            handle.createUpdate(
                            "insert into demo_account (position, who, username) values (:position, :who, :username)")
                    .bind("position", usernames.size())
                    .bind("who", account.who())
                    .bind("username", username)
                    .execute();
        }
        accounts.open(usernames, PASSWORD);
    }

    private static void attendance(Handle handle, Ids ids) {
        handle.createUpdate("""
                        insert into attendance (session_id, person_id, present, fact_id, marked_at)
                        select s.id, f.person_id, true, f.id, f.recorded_at
                        from fact f join training_session s on s.training_id = f.origin and s.part = f.number
                        where f.kind = 'SESSION_ATTENDED' and f.id > :before""").bind("before", ids.fact).execute();
    }

    private static @Nullable Long shifted(@Nullable Long id, long shift) {
        return id == null ? null : id + shift;
    }
}
