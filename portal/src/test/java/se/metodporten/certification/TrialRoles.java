package se.metodporten.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.metodporten.common.Database;

/** Roles of a test's own, so that those of the county stay as they are. */
@ApplicationScoped
public class TrialRoles {

    @Inject
    private Database database;

    /** Held at units; asks the word {@code knows} everywhere, and the word {@code law} at one kind of unit alone. */
    public long askingTheLawAt(String code, String unitKind) {
        long role = insert(
                "insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)"
                        + " values (:a, 'Provroll', 'Trial role', 'Prov', 'Trial', 'UNIT')",
                code);
        long version = insert(
                "insert into role_version (role_id, valid_from, transition, known_from, window_months, recorded_by)"
                        + " values (:a, '2020-01-01', '2020-01-01', '2020-01-01', 6, 'system:test')",
                role);
        insert(
                "insert into requirement (role_version_id, position, kind, code, text_sv, text_en)"
                        + " values (:a, 1, 'ATTESTATION', 'knows', 'Kan det', 'Knows it')",
                version);
        long law = insert(
                "insert into requirement (role_version_id, position, kind, code, text_sv, text_en)"
                        + " values (:a, 2, 'ATTESTATION', 'law', 'Kan lagen', 'Knows the law')",
                version);
        database.execute(handle ->
                handle.createUpdate("""
                        insert into requirement_unit_kind (requirement_id, unit_kind_id)
                        select :law, id from unit_kind where code = :kind""").bind("law", law).bind("kind", unitKind).execute());
        return role;
    }

    /** Held at units; asks a signed agreement, on the one version there is of its description. */
    public long askingAnAgreement(String code) {
        long role = insert(
                "insert into role (code, name_sv, name_en, purpose_sv, purpose_en, held_at)"
                        + " values (:a, 'Provroll', 'Trial role', 'Prov', 'Trial', 'UNIT')",
                code);
        long version = insert(
                "insert into role_version (role_id, valid_from, transition, known_from, window_months, recorded_by)"
                        + " values (:a, '2020-01-01', '2020-01-01', '2020-01-01', 6, 'system:test')",
                role);
        insert(
                "insert into requirement (role_version_id, position, kind, code, text_sv, text_en)"
                        + " values (:a, 1, 'AGREEMENT', 'agreement', 'Överenskommelsen', 'The agreement')",
                version);
        insert(
                "insert into description_version (role_id, number, text_sv, decided_by, decided_on, applies_from,"
                        + " recorded_at, recorded_by) values (:a, 1, 'Den första texten.', 'Länsgruppen', '2020-01-01',"
                        + " '2020-01-01', '2020-01-01', 'system:test')",
                role);
        return role;
    }

    private long insert(String sql, Object value) {
        return database.query(handle -> handle.createUpdate(sql)
                .bind("a", value)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }
}
