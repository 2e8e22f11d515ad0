package se.metodporten.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import se.metodporten.agreement.Drafts;
import se.metodporten.fact.FactKind;

/** Appointments with the units they serve, and their agreements. */
final class AppointmentLoader {

    private AppointmentLoader() {}

    static void appointments(Handle handle, Rows rows, Ids ids) {
        Bulk.insert(
                handle,
                """
                        insert into appointment (id, person_id, role_id, place_id, employment_id, valid_from, valid_through,
                                                 appointed_at, appointed_by)
                        values (:id, :person, (select id from role where code = :role),
                                coalesce((select id from place where code = :organisation), :unit), :employment, :from, :through,
                                :at, :by)""",
                rows.appointments,
                (batch, one) -> batch.bind("id", one.id() + ids.appointment())
                        .bind("person", one.person() + ids.person())
                        .bind("role", one.role())
                        .bind("organisation", one.organisation())
                        .bind("unit", one.unit() + ids.place())
                        .bind("employment", one.employment() + ids.employment())
                        .bind("from", one.from())
                        .bind("through", one.through())
                        .bind("at", Rows.evening(one.from().minusDays(3)))
                        .bind("by", one.by() + ids.person()));
        for (Rows.AppointmentRow one : rows.appointments) {
            Bulk.insert(
                    handle,
                    """
                            insert into appointment_unit (appointment_id, unit_id, valid_from, known_from, recorded_by)
                            values (:id, :unit, :from, :at, :actor)""",
                    one.serves(),
                    (batch, unit) -> batch.bind("id", one.id() + ids.appointment())
                            .bind("unit", unit + ids.place())
                            .bind("from", one.from())
                            .bind("at", Rows.evening(one.from().minusDays(3)))
                            .bind("actor", Bulk.ACTOR));
        }
    }

    static void agreements(Handle handle, Rows rows, Ids ids, Map<Integer, Long> factIds, Drafts drafts) {
        List<Long> begun = IntStream.range(0, rows.facts.size())
                .filter(i -> rows.facts.get(i).kind() == FactKind.APPOINTED)
                .mapToObj(factIds::get)
                .toList();
        Map<Long, Drafts.Draft> byAppointment = drafts.ofTheAppointed(begun).stream()
                .collect(Collectors.toMap(Drafts.Draft::appointmentId, draft -> draft));
        List<Rows.AgreementRow> offered = new ArrayList<>(rows.agreements);
        offered.removeIf(one -> !byAppointment.containsKey(one.appointment() + ids.appointment()));
        Bulk.insert(handle, """
                        insert into agreement (id, appointment_id, description_version_id, text_sv, text_hash, valid_from,
                                               valid_through, in_force_from, offered_at, offered_by)
                        select :id, a.id, :description, :text, :hash, :from, :through, greatest(:inForce, a.valid_from), :at,
                               a.appointed_by
                        from appointment a where a.id = :appointment""", offered, (batch, one) -> {
            Drafts.Draft draft = Objects.requireNonNull(byAppointment.get(one.appointment() + ids.appointment()));
            batch.bind("id", one.id() + ids.agreement())
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
        Bulk.insert(handle, String.format(Locale.ROOT, """
                        insert into agreement_signature (agreement_id, side, person_id, signed_at, text_hash)
                        select g.id, :side, %s, :at, g.text_hash
                        from agreement g join appointment a on a.id = g.appointment_id where g.id = :id""", signer), signed, (batch, one) -> {
            LocalDate day = appointee ? one.appointeeSigned() : one.managerSigned();
            batch.bind("side", side).bind("id", one.id() + ids.agreement());
            batch.bind("at", day == null ? null : Rows.evening(day));
        });
    }
}
