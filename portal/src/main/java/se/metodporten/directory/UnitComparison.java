package se.metodporten.directory;

import java.util.Locale;

/**
 * Rows of units against what is known of the units (docs/anvandare/import.md tells the same in Swedish). A new unit begins on its
 * first day; of a known one, what differs holds from the day given when that is later than what is known began, else from
 * today, so that the same file does not rewrite the past.
 */
final class UnitComparison {

    /** The day on which a row is compared with what is known. */
    private static final String COMPARED_ON = "least(greatest(r.valid_from, :today), r.valid_through)";

    private static final String DIFFERS = """
            (binary v.name <> binary r.name or v.unit_kind_id <> r.unit_kind_id
             or v.organisation_id <> r.organisation_id or not (v.district_id <=> r.district_id))""";

    private UnitComparison() {}

    static void run(Comparison compare) {
        resolve(compare);
        compare.markFaulty();
        compare.update("""
                update import_unit r join place p on p.code = r.hsa_id and p.kind = 'UNIT'
                set r.place_id = p.id
                where r.run_id = :run and not r.faulty""");
        compare.update("""
                update import_unit r set r.outcome = 'ADDED', r.change_from = r.valid_from
                where r.run_id = :run and not r.faulty and r.place_id is null""");
        compareKnown(compare);
        compare.update("""
                update import_unit r left join directory_manager m on m.place_id = r.place_id
                set r.outcome = 'CHANGED'
                where r.run_id = :run and r.outcome = 'UNCHANGED' and not (m.hsa_id <=> r.manager_hsa_id)""");
    }

    private static void resolve(Comparison compare) {
        compare.update("""
                update import_unit r join unit_kind k on r.kind in (k.code, k.name_sv, k.name_en)
                set r.unit_kind_id = k.id where r.run_id = :run and r.kind <> ''""");
        compare.problem(
                "kind", Fault.KIND, "r.kind", "where r.run_id = :run and r.kind <> '' and r.unit_kind_id is null");
        compare.update(named("ORGANISATION", "organisation"));
        compare.problem(
                "organisation",
                Fault.ORGANISATION,
                "r.organisation",
                "where r.run_id = :run and r.organisation <> '' and r.organisation_id is null");
        compare.update(named("DISTRICT", "district"));
        compare.problem(
                "district",
                Fault.DISTRICT,
                "r.district",
                "where r.run_id = :run and r.district <> '' and r.district_id is null");
        String organisation = """
                join place_version o on o.place_id = r.organisation_id and o.known_until = :stillKnown
                  and :today between o.valid_from and o.valid_through and o.district_id is not null
                """;
        compare.problem(
                "district",
                Fault.OTHER_DISTRICT,
                "concat(r.district, ' / ', o.name)",
                organisation
                        + "where r.run_id = :run and r.district_id is not null and r.district_id <> o.district_id");
        compare.update("update import_unit r " + organisation
                + "set r.district_id = o.district_id where r.run_id = :run and r.district = ''");
    }

    /** By code, or by the name it has today. */
    private static String named(String kind, String column) {
        return String.format(Locale.ROOT, """
                update import_unit r
                join (select p.id, p.code, v.name from place p
                      join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                        and :today between v.valid_from and v.valid_through
                      where p.kind = '%1$s') known on r.%2$s in (known.code, known.name)
                set r.%2$s_id = known.id
                where r.run_id = :run and r.%2$s <> ''""", kind, column);
    }

    private static void compareKnown(Comparison compare) {
        String known = String.format(Locale.ROOT, """
                update import_unit r
                join (select place_id, max(valid_through) last_day from place_version
                      where known_until = :stillKnown group by place_id) life on life.place_id = r.place_id
                left join place_version v on v.place_id = r.place_id and v.known_until = :stillKnown
                  and %s between v.valid_from and v.valid_through
                """, COMPARED_ON);
        String unit = "r.run_id = :run and not r.faulty and r.place_id is not null";
        compare.update(known + String.format(Locale.ROOT, """
                set r.outcome = case
                      when v.id is null or (r.valid_through >= :today and %1$s) then 'CHANGED'
                      when r.valid_through < life.last_day then 'CLOSED'
                      when r.valid_through > life.last_day and r.valid_through >= :today then 'CHANGED'
                      else 'UNCHANGED' end,
                    r.change_from = case
                      when v.id is null then
                        case when %3$s < life.last_day then r.valid_from
                             else greatest(r.valid_from, life.last_day + interval 1 day,
                                           if(r.valid_through >= :today, :today, r.valid_from)) end
                      when r.valid_through >= :today and %1$s then
                        case when r.valid_from > :today or r.valid_from > v.valid_from then r.valid_from else :today end
                      when r.valid_through < life.last_day then r.valid_through + interval 1 day
                      when r.valid_through > life.last_day and r.valid_through >= :today
                        then life.last_day + interval 1 day
                      end
                where %2$s""", DIFFERS, unit, COMPARED_ON));
    }
}
