package se.metodporten.directory;

import java.util.Locale;

/**
 * Rows of staff against the employments that are known (docs/anvandare/import.md tells the same in Swedish). Rows match by HSA-id;
 * an employment that goes on in another unit keeps its past there. Who is missing in the file, in the organisations it
 * covers, no longer works there.
 */
final class StaffComparison {

    private StaffComparison() {}

    static void run(Comparison compare) {
        compare.update("""
                update import_staff r join place p on p.code = r.unit_hsa_id and p.kind = 'UNIT'
                set r.unit_id = p.id where r.run_id = :run""");
        compare.problem(
                "unitHsaId",
                Fault.UNIT,
                "r.unit_hsa_id",
                "where r.run_id = :run and r.unit_hsa_id <> '' and r.unit_id is null");
        compare.problem("unitHsaId", Fault.UNIT_CLOSED, "r.unit_hsa_id", """
                where r.run_id = :run and r.unit_id is not null and r.valid_from is not null and r.valid_through is not null
                  and not exists (select 1 from place_version v
                                  where v.place_id = r.unit_id and v.known_until = :stillKnown
                                    and least(greatest(r.valid_from, :today), r.valid_through)
                                        between v.valid_from and v.valid_through)""");
        compare.markFaulty();
        matchEmployments(compare);
        propose(compare);
        compareKnown(compare);
        closeMissing(compare);
    }

    private static void matchEmployments(Comparison compare) {
        compare.update("""
                update import_staff r
                join employment e on e.hsa_id = r.hsa_id
                left join employment later on later.hsa_id = e.hsa_id and later.valid_from > e.valid_from
                set r.employment_id = e.id, r.person_id = e.person_id
                where r.run_id = :run and not r.faulty and later.id is null""");
        compare.update("""
                update import_staff r
                join (select person_id, min(line) first_line, max(protected) protected from import_staff
                      where run_id = :run and person_id is not null group by person_id) same on same.person_id = r.person_id
                set r.leads = r.line = same.first_line, r.protected = same.protected
                where r.run_id = :run""");
    }

    /** Same name and e-mail, or same name where somebody was added to the unit on the spot: a person decides. */
    private static void propose(Comparison compare) {
        propose(compare, "like_person", """
                select r.line, min(p.id) candidate
                from import_staff r
                join person p on p.email = r.email and p.family_name = r.family_name and p.given_name = r.given_name
                  and p.merged_into is null
                where r.run_id = :run and not r.faulty and r.employment_id is null
                group by r.line
                union
                select r.line, min(p.id)
                from import_staff r
                join employment e on e.unit_id = r.unit_id and e.hsa_id is null and e.valid_through >= r.valid_from
                join person p on p.id = e.person_id and p.family_name = r.family_name and p.given_name = r.given_name
                where r.run_id = :run and not r.faulty and r.employment_id is null
                group by r.line""");
        propose(compare, "like_line", """
                select r.line, min(f.line) candidate
                from import_staff r
                join import_staff f on f.run_id = r.run_id and f.email = r.email and f.family_name = r.family_name
                  and f.given_name = r.given_name and f.line < r.line and not f.faulty
                where r.run_id = :run and not r.faulty and r.employment_id is null and r.like_person is null
                group by r.line""");
        compare.update("""
                update import_staff set same_person = null
                where run_id = :run and like_person is null and like_line is null""");
    }

    /** A decision holds only for what it was made about. */
    private static void propose(Comparison compare, String column, String candidates) {
        compare.update(String.format(Locale.ROOT, """
                update import_staff r
                left join (select line, min(candidate) candidate from (%2$s) each_way group by line) found
                  on found.line = r.line
                set r.same_person = null, r.%1$s = found.candidate
                where r.run_id = :run and not (r.%1$s <=> found.candidate)""", column, candidates));
    }

    private static void compareKnown(Comparison compare) {
        compare.update("""
                update import_staff r set r.outcome = 'ADDED'
                where r.run_id = :run and not r.faulty and r.employment_id is null""");
        compare.update("""
                update import_staff r join employment e on e.id = r.employment_id
                set r.move_on = case
                      when r.valid_from > e.valid_through then r.valid_from
                      when r.unit_id <> e.unit_id and r.valid_through >= :today
                        then if(r.valid_from > e.valid_from, r.valid_from, greatest(:today, e.valid_from)) end
                where r.run_id = :run and not r.faulty""");
        compare.update("""
                update import_staff r
                join employment e on e.id = r.employment_id
                join person p on p.id = r.person_id
                set r.outcome = case
                      when r.move_on is not null then 'CHANGED'
                      when greatest(r.valid_through, e.valid_from) < e.valid_through then 'CLOSED'
                      when r.valid_through > e.valid_through or binary r.title <> binary e.title
                        or (r.leads and (binary r.given_name <> binary p.given_name
                                         or binary r.family_name <> binary p.family_name
                                         or binary r.email <> binary p.email
                                         or (r.email is not null and p.email is null)
                                         or r.protected <> p.protected)) then 'CHANGED'
                      else 'UNCHANGED' end
                where r.run_id = :run and not r.faulty""");
    }

    /** Below line zero. Someone whose row is faulty is in the file all the same. */
    private static void closeMissing(Comparison compare) {
        compare.update("""
                insert into import_staff (run_id, line, hsa_id, given_name, family_name, email, unit_hsa_id, title,
                                          valid_from, valid_through, unit_id, employment_id, person_id, outcome)
                select :run, -row_number() over (order by e.id), e.hsa_id, p.given_name, p.family_name, p.email, u.code,
                       e.title, e.valid_from, greatest(e.valid_from, :today - interval 1 day), e.unit_id, e.id, p.id, 'CLOSED'
                from employment e
                join person p on p.id = e.person_id
                join place u on u.id = e.unit_id
                join place_version v on v.place_id = e.unit_id and v.known_until = :stillKnown
                  and :today between v.valid_from and v.valid_through
                left join import_staff present on present.run_id = :run and present.hsa_id = e.hsa_id
                where e.hsa_id is not null and e.valid_from <= :today
                  and e.valid_through > greatest(e.valid_from, :today - interval 1 day)
                  and present.line is null
                  and v.organisation_id in (
                    select distinct c.organisation_id
                    from import_staff r
                    join place_version c on c.place_id = r.unit_id and c.known_until = :stillKnown
                      and :today between c.valid_from and c.valid_through
                    where r.run_id = :run and not r.faulty)""");
    }
}
