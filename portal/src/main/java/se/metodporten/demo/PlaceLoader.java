package se.metodporten.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;

/** Private providers, units with the history of those that moved, and where they lie. */
final class PlaceLoader {

    private PlaceLoader() {}

    /** Before any ids are counted: they take those of the database. */
    static void organisations(Handle handle, Rows rows, LocalDate today) {
        for (Rows.OrganisationRow one : rows.organisations) {
            handle.createUpdate("insert into place (kind, code) values ('ORGANISATION', :code)")
                    .bind("code", one.code())
                    .execute();
            handle.createUpdate("""
                            insert into place_version (place_id, name, organisation_kind, district_id, valid_from, known_from,
                                                       recorded_by)
                            select o.id, :name, 'PRIVATE', d.id, :from, :at, :actor
                            from place o join place d on d.code = :district where o.code = :code""")
                    .bind("name", one.name())
                    .bind("code", one.code())
                    .bind("district", one.district())
                    .bind("from", today.minusYears(6))
                    .bind("at", Rows.evening(today.minusYears(6)))
                    .bind("actor", Bulk.ACTOR)
                    .execute();
            handle.createUpdate("""
                            insert into place_ancestor (place_id, ancestor_id, valid_from, known_from)
                            select o.id, a.id, :from, :at from place o
                            join place a on a.id = o.id or a.code = :district or a.kind = 'COUNTY'
                            where o.code = :code""")
                    .bind("code", one.code())
                    .bind("district", one.district())
                    .bind("from", today.minusYears(6))
                    .bind("at", Rows.evening(today.minusYears(6)))
                    .execute();
        }
    }

    static void units(Handle handle, Rows rows, Ids ids, LocalDate today) {
        Bulk.insert(
                handle,
                "insert into place (id, kind, code) values (:id, 'UNIT', :code)",
                rows.units,
                (batch, unit) -> batch.bind("id", unit.id() + ids.place()).bind("code", unit.code()));
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
                        where v.place_id > :before""").bind("before", ids.place()).execute();
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
                .bind("id", unit.id() + ids.place())
                .bind("name", unit.name())
                .bind("kind", unit.kind())
                .bind("organisation", unit.organisation())
                .bind("district", district)
                .bind("from", from)
                .bind("through", through)
                .bind("knownFrom", knownFrom)
                .bind("knownUntil", knownUntil)
                .bind("actor", Bulk.ACTOR)
                .execute();
    }
}
