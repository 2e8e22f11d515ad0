package se.metodporten.demo;

import org.jdbi.v3.core.Handle;

/** Campaigns of the county's. */
final class CampaignLoader {

    private CampaignLoader() {}

    static void campaigns(Handle handle, Rows rows) {
        for (Rows.CampaignRow one : rows.campaigns) {
            long id = handle.createUpdate(
                            "insert into campaign (place_id, begins_on) select min(id), :begins from place where kind = 'COUNTY'")
                    .bind("begins", one.begins())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            long version = handle.createUpdate("""
                            insert into campaign_version (campaign_id, title, why, task, code, counts_from, last_day,
                                                          all_staff, known_from, recorded_by)
                            values (:id, :title, :why, 'COURSE', :course, :countsFrom, :lastDay, :allStaff, :at, :actor)""")
                    .bind("id", id)
                    .bind("title", one.title())
                    .bind("why", one.why())
                    .bind("course", one.course())
                    .bind("countsFrom", one.countsFrom())
                    .bind("lastDay", one.lastDay())
                    .bind("allStaff", one.roles().isEmpty())
                    .bind("at", Rows.evening(one.begins()))
                    .bind("actor", Bulk.ACTOR)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            Bulk.insert(
                    handle,
                    "insert into campaign_role (version_id, role_id) select :version, id from role where code = :code",
                    one.roles(),
                    (batch, code) -> batch.bind("version", version).bind("code", code));
            Bulk.insert(
                    handle,
                    "insert into campaign_unit_kind (version_id, unit_kind_id) select :version, id from unit_kind where code = :code",
                    one.unitKinds(),
                    (batch, code) -> batch.bind("version", version).bind("code", code));
        }
    }
}
