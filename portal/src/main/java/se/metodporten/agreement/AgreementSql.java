package se.metodporten.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Scope;
import se.metodporten.appointment.Asked;
import se.metodporten.common.Database;
import se.metodporten.common.RecordRows;

/** The statements of this feature, each with the record it answers with. */
final class AgreementSql {

    private record Head(
            long id,
            long appointmentId,
            String roleName,
            String personName,
            String placeName,
            String text,
            String textHash,
            @Nullable LocalDate inForceFrom,
            @Nullable Closed closed,
            boolean replaced) {}

    /** Of appointments {@code a} by person {@code p}, with the description that applies and the place by its name. */
    private static final String TERMS = """
            select a.id appointment_id, a.person_id, concat(p.given_name, ' ', p.family_name) person_name,
                   r.name_sv role_name, pv.name place_name, coalesce(ov.name, pv.name) organisation_name,
                   %2$s valid_from, a.valid_through, d.id description_version_id, d.number description_number,
                   d.decided_by, d.decided_on, d.text_sv description_text,
                   t.share_percent, coalesce(t.additions, '') additions
            from appointment a
            join person p on p.id = a.person_id
            join role r on r.id = a.role_id
            join description_version d on d.role_id = r.id
                 and d.number = (select max(dd.number) from description_version dd
                                 where dd.role_id = r.id
                                   and dd.applies_from <= greatest(a.valid_from, :today))
            join place_version pv on pv.place_id = a.place_id and pv.%1$s
                 and greatest(a.valid_from, :today) between pv.valid_from and pv.valid_through
            left join place_version ov on ov.place_id = pv.organisation_id and ov.%1$s
                 and greatest(a.valid_from, :today) between ov.valid_from and ov.valid_through
            left join organisation_terms t on t.id = (
                 select n.id from organisation_terms n
                 where n.role_id = r.id and n.organisation_id = coalesce(pv.organisation_id, pv.place_id) and n.%1$s
                   and n.valid_from <= greatest(a.valid_from, :today)
                 order by n.valid_from desc limit 1)
            where exists (select 1 from requirement q where q.kind = 'AGREEMENT' and q.role_version_id =
                          (select v.id from role_version v
                           where v.role_id = r.id and v.valid_from <= greatest(a.valid_from, :today)
                           order by v.valid_from desc, v.known_from desc limit 1)
                          and %3$s)
              and\s""";

    /** Whether the agreement {@code q} is asked at the units that an appointment serves on its first day, or today. */
    private static final String ASKED_THERE = Asked.of("q", "a", "greatest(a.valid_from, :today)");

    private static final String STILL = "known_until = '9999-12-31 23:59:59'";

    /** Appointed when there was no text or no such requirement, which holds there now; not who has signed on paper. */
    private static final String NONE_YET = String.format(Locale.ROOT, """
            not exists (select 1 from agreement g where g.appointment_id = a.id)
            and exists (select 1 from fact f where f.appointment_id = a.id and f.kind = 'APPOINTED')
            and not exists (select 1 from fact f where f.appointment_id = a.id and f.kind = 'AGREEMENT_IN_FORCE')
            and exists (select 1 from requirement q where q.kind = 'AGREEMENT' and q.role_version_id =
                        (select v.id from role_version v
                         where v.role_id = r.id and v.valid_from <= :today
                         order by v.valid_from desc, v.known_from desc limit 1)
                        and %s)""", ASKED_THERE);

    private AgreementSql() {}

    /** Terms for the appointments among these facts whose role, by today's requirements, requires an agreement. */
    static List<Terms> termsOfTheAppointed(Database database, List<Long> factIds, LocalDate today) {
        return database.query(handle -> handle.createQuery(
                        String.format(Locale.ROOT, TERMS, STILL, "a.valid_from", ASKED_THERE)
                                + "a.id in (select f.appointment_id from fact f"
                                + " where f.id in (<facts>) and f.kind = 'APPOINTED')"
                                + " and not exists (select 1 from agreement g where g.appointment_id = a.id) order by a.id")
                .bindList("facts", factIds)
                .bind("today", today)
                .map(RecordRows.of(Terms.class))
                .list());
    }

    /**
     * Terms for appointments whose newest agreement is on a description that the one applying today puts an end to, and
     * for those that were never offered the one their role requires.
     */
    static List<Terms> termsToOffer(Database database, int atMost, LocalDate today) {
        return database.query(handle -> handle.createQuery(
                        String.format(Locale.ROOT, TERMS, STILL, "greatest(a.valid_from, d.applies_from)", ASKED_THERE)
                                + """
                        a.valid_through >= :today and p.merged_into is null
                          and (exists (select 1 from description_version e
                                      where e.role_id = r.id and e.transition_end is not null and e.number <= d.number
                                        and e.number > (select max(gd.number) from agreement g
                                                        join description_version gd on gd.id = g.description_version_id
                                                        where g.appointment_id = a.id))
                               or\s"""
                                + NONE_YET + ") order by a.id limit :most")
                .bind("today", today)
                .bind("most", atMost)
                .map(RecordRows.of(Terms.class))
                .list());
    }

    static Optional<Parties> parties(Database database, long agreementId) {
        return database.query(handle -> handle.createQuery(String.format(Locale.ROOT, """
                        select g.id agreement_id, a.id appointment_id, p.id person_id, a.place_id, d.number description_number,
                               a.valid_through, concat(p.given_name, ' ', p.family_name) person_name,
                               r.name_sv role_name, %s place_name,
                               (select min(e.transition_end) from description_version e
                                where e.role_id = d.role_id and e.number > d.number) last_day_to_sign
                        from agreement g
                        join appointment a on a.id = g.appointment_id
                        join person o on o.id = a.person_id
                        join person p on p.id = coalesce(o.merged_into, o.id)
                        join role r on r.id = a.role_id
                        join description_version d on d.id = g.description_version_id
                        where g.id = :id""", newestName("a.place_id")))
                .bind("id", agreementId)
                .map(RecordRows.of(Parties.class))
                .findOne());
    }

    static AgreementView view(Database database, long agreementId, Side mySide, LocalDate today) {
        Head head =
                database.query(handle -> handle.createQuery(String.format(Locale.ROOT, """
                        select g.id, a.id appointment_id, r.name_sv role_name,
                               concat(p.given_name, ' ', p.family_name) person_name, %s place_name,
                               g.text_sv text, g.text_hash, g.in_force_from,
                               case when g.in_force_from is not null then null
                                    when a.valid_through < :today then 'ENDED'
                                    when exists (select 1 from description_version e
                                                 where e.role_id = d.role_id and e.number > d.number
                                                   and e.transition_end < :today)
                                    then 'TOO_LATE' end closed,
                               exists (select 1 from agreement n where n.appointment_id = a.id and n.id > g.id) replaced
                        from agreement g
                        join appointment a on a.id = g.appointment_id
                        join person o on o.id = a.person_id
                        join person p on p.id = coalesce(o.merged_into, o.id)
                        join role r on r.id = a.role_id
                        join description_version d on d.id = g.description_version_id
                        where g.id = :id""", newestName("a.place_id")))
                        .bind("id", agreementId)
                        .bind("today", today)
                        .map(RecordRows.of(Head.class))
                        .one());
        List<AgreementView.Signed> signatures = database.query(handle -> handle.createQuery("""
                        select s.side, concat(p.given_name, ' ', p.family_name) name, s.signed_at
                        from agreement_signature s join person p on p.id = s.person_id
                        where s.agreement_id = :id order by s.signed_at, s.id""")
                .bind("id", agreementId)
                .map(RecordRows.of(AgreementView.Signed.class))
                .list());
        return new AgreementView(
                head.id,
                head.appointmentId,
                head.roleName,
                head.personName,
                head.placeName,
                head.text,
                head.textHash,
                head.inForceFrom,
                head.closed,
                head.replaced,
                mySide,
                signatures);
    }

    static List<WaitingAgreement> waiting(Database database, long reader, Scope managed, LocalDate today) {
        return database.query(handle -> {
            Query query = handle.createQuery(
                            String.format(Locale.ROOT, """
                            select g.id, case when p.id = :reader then 'APPOINTEE' else 'MANAGER' end side,
                                   concat(p.given_name, ' ', p.family_name) person_name, r.name_sv role_name,
                                   %s place_name, date(g.offered_at) offered_on
                            from agreement g
                            join appointment a on a.id = g.appointment_id
                            join person o on o.id = a.person_id
                            join person p on p.id = coalesce(o.merged_into, o.id)
                            join role r on r.id = a.role_id
                            where g.in_force_from is null and a.valid_through >= :today
                              and (p.id = :reader or %s)
                              and not exists (select 1 from agreement n where n.appointment_id = g.appointment_id
                                              and n.id > g.id)
                              and not exists (select 1 from description_version d
                                              join description_version e on e.role_id = d.role_id and e.number > d.number
                                              where d.id = g.description_version_id and e.transition_end < :today)
                              and not exists (select 1 from agreement_signature s where s.agreement_id = g.id
                                              and s.side = case when p.id = :reader then 'APPOINTEE' else 'MANAGER' end)
                            order by g.offered_at, g.id""", newestName("a.place_id"), managed.covers("a.place_id")))
                    .bind("reader", reader)
                    .bind("today", today);
            return managed.bind(query, today)
                    .map(RecordRows.of(WaitingAgreement.class))
                    .list();
        });
    }

    static Optional<AgreementLink> latest(Database database, long appointmentId) {
        return database.query(handle -> handle.createQuery(
                        "select id, in_force_from from agreement where appointment_id = :id order by id desc limit 1")
                .bind("id", appointmentId)
                .map(RecordRows.of(AgreementLink.class))
                .findOne());
    }

    private static String newestName(String placeColumn) {
        return "(select n.name from place_version n where n.place_id = " + placeColumn + " and n." + STILL
                + " order by n.valid_from desc limit 1)";
    }
}
