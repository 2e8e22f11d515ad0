package se.metodporten.campaign;

import java.util.Locale;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The one expression of whom campaigns reach on a day and who of them has done what is asked: for what is stored and for
 * what somebody is about to store, for pages and for reminders, so that they cannot differ.
 *
 * <p>Reached is, in the places of the campaign, who has one of its roles and is not paused there, and with
 * {@code all_staff} whoever works there and is not on leave. A role counts at the place that holds it.
 *
 * @param day parameter with the day, e.g. {@code :day}
 */
public record Reach(String versions, String roles, String unitKinds, String places, String day) {

    private static final String STILL = "known_until = '9999-12-31 23:59:59'";

    private static final String STORED = """
            (select v.campaign_id, v.id version_id, v.all_staff, v.task, v.code, v.counts_from, v.last_day, c.begins_on,
                    c.place_id owner_id
             from campaign_version v join campaign c on c.id = v.campaign_id
             where v.known_until = '9999-12-31 23:59:59' and %s)""";

    private static final String DRAFTED = """
            (select 0 campaign_id, 0 version_id, :draftStaff all_staff, :draftTask task, :draftCode code,
                    cast(:draftFrom as date) counts_from, cast(:draftLast as date) last_day, current_date begins_on,
                    :draftOwner owner_id)""";

    /** A fact that still stands, of the person or of somebody merged into them. */
    private static final String FACTS = """
            from person same join fact f on f.person_id = same.id
            where (same.id = r.person_id or same.merged_into = r.person_id) and f.code = r.code
              and f.valid_from between coalesce(r.counts_from, '1000-01-01') and %1$s
              and not f.withdrawn and not exists (select 1 from fact later where later.supersedes = f.id)""";

    private static final String DONE = """
            (exists (select 1 %2$s and (f.kind = 'EVIDENCE_RECOGNISED' or (r.task = 'COURSE' and f.kind = 'COURSE_COMPLETED')))
             or (r.task = 'TRAINING' and (
                 (select count(distinct f.number) %2$s and f.kind = 'SESSION_ATTENDED'
                    and f.number between 1 and (select k.sessions from training_kind k where k.code = r.code))
                 = (select k.sessions from training_kind k where k.code = r.code)
                 or exists (select 1 from person same
                     join training_leader l on l.person_id = same.id
                     join training t on t.id = l.training_id and t.kind = r.code and t.cancelled_at is null
                     where (same.id = r.person_id or same.merged_into = r.person_id)
                       and not exists (select 1 from training_session s where s.training_id = t.id
                                       and s.day not between coalesce(r.counts_from, '1000-01-01') and %1$s)
                       and exists (select 1 from training_session s join attendance h on h.session_id = s.id and h.present
                                   where s.training_id = t.id)))))""";

    /** @param which a condition on {@code campaign_version v} and {@code campaign c} */
    public static Reach ofStored(String which, String day) {
        return new Reach(
                String.format(Locale.ROOT, STORED, which),
                "campaign_role",
                "campaign_unit_kind",
                "campaign_place",
                day);
    }

    /** Needs {@link #bindDraft}. */
    static Reach ofDraft(String day) {
        return new Reach(
                DRAFTED,
                "(select 0 version_id, x.id role_id from role x where x.id in (<draftRoles>))",
                "(select 0 version_id, x.id unit_kind_id from unit_kind x where x.id in (<draftKinds>))",
                "(select 0 version_id, x.id place_id from place x where x.id in (<draftPlaces>))",
                day);
    }

    static <S extends SqlStatement<S>> S bindDraft(S statement, CampaignDraft draft) {
        return statement
                .bind("draftStaff", draft.audience().allStaff())
                .bind("draftTask", draft.task().name())
                .bind("draftCode", draft.code())
                .bind("draftFrom", draft.countsFrom())
                .bind("draftLast", draft.lastDay())
                .bind("draftOwner", draft.audience().ownerId())
                .bindList("draftRoles", CampaignSql.orNone(draft.audience().roles()))
                .bindList("draftKinds", CampaignSql.orNone(draft.audience().unitKinds()))
                .bindList("draftPlaces", CampaignSql.orNone(draft.audience().places()));
    }

    /** A predicate of a row {@code r} of {@link #people}. */
    public String done() {
        return String.format(Locale.ROOT, DONE, day, String.format(Locale.ROOT, FACTS, day));
    }

    /**
     * A select of who is reached where: campaign_id, task, code, counts_from, last_day, begins_on, place_id, person_id. A
     * person stands in it once for each place.
     *
     * @param within a predicate on {@code own.place_id}
     */
    public String people(String within) {
        String targets = targets(within);
        return String.format(Locale.ROOT, """
                select t.campaign_id, t.task, t.code, t.counts_from, t.last_day, t.begins_on, t.place_id,
                       coalesce(holder.merged_into, holder.id) person_id
                from (%1$s) t
                join %2$s cr on cr.version_id = t.version_id
                join appointment a on a.place_id = t.place_id and a.role_id = cr.role_id
                  and %3$s between a.valid_from and a.valid_through
                join standing_period s on s.appointment_id = a.id and %4$s and s.standing not in ('PAUSED', 'ENDED')
                join person holder on holder.id = a.person_id
                union
                select t.campaign_id, t.task, t.code, t.counts_from, t.last_day, t.begins_on, t.place_id,
                       coalesce(worker.merged_into, worker.id) person_id
                from (%1$s) t
                join employment e on e.unit_id = t.place_id and %3$s between e.valid_from and e.valid_through
                join person worker on worker.id = e.person_id
                where t.all_staff and not exists (
                  select 1 from fact f where f.employment_id = e.id and f.kind = 'LEAVE'
                    and %3$s between f.valid_from and coalesce(f.valid_through, '9999-12-31')
                    and not f.withdrawn and not exists (select 1 from fact later where later.supersedes = f.id))""", targets, roles, day, holds("s"));
    }

    /** A select of the places of each campaign: campaign_id, version_id, place_id and what the campaign says. */
    String targets(String within) {
        return String.format(
                Locale.ROOT, """
                select c.campaign_id, c.version_id, c.all_staff, c.task, c.code, c.counts_from, c.last_day, c.begins_on,
                       own.place_id
                from %1$s c
                join place_ancestor own on own.ancestor_id = c.owner_id and %2$s
                where %3$s
                  and (not exists (select 1 from %4$s cp where cp.version_id = c.version_id) or exists (
                    select 1 from %4$s cp
                    join place_ancestor up on up.place_id = own.place_id and up.ancestor_id = cp.place_id and %5$s
                    where cp.version_id = c.version_id))
                  and (not exists (select 1 from %6$s ck where ck.version_id = c.version_id) or exists (
                    select 1 from %6$s ck
                    join place_version pv on pv.place_id = own.place_id and pv.unit_kind_id = ck.unit_kind_id and %7$s
                    where ck.version_id = c.version_id))""", versions, holds("own"), within, places, holds("up"), unitKinds, holds("pv"));
    }

    /** That a row with both times is known now and holds on the day. */
    String holds(String alias) {
        return alias + "." + STILL + " and " + day + " between " + alias + ".valid_from and " + alias
                + ".valid_through";
    }
}
