package se.metodporten.role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.RecordRows;

/**
 * Reads roles, the few rows there are of them. Not an entry point: what roles ask is no secret, and those who read it
 * here have asked the guard for their own reason; pages come through {@link Roles}.
 */
@ApplicationScoped
public class RoleBook {

    @Inject
    private Database database;

    /** Those of which it is decided what they require; one that is only begun is nobody's yet. */
    public List<Role> roles() {
        return roles("where exists (select 1 from role_version v where v.role_id = role.id)");
    }

    /** Those that are only begun. */
    List<Role> begun() {
        return roles("where not exists (select 1 from role_version v where v.role_id = role.id)");
    }

    private List<Role> roles(String which) {
        return database.query(handle -> handle.createQuery(
                        "select id, code, name_sv, name_en, purpose_sv, purpose_en, held_at, office from role " + which
                                + " order by id")
                .map((row, context) -> role(row))
                .list());
    }

    public Role role(long id) {
        return database.query(handle -> handle.createQuery("""
                        select id, code, name_sv, name_en, purpose_sv, purpose_en, held_at, office
                        from role where id = :id""")
                .bind("id", id)
                .map((row, context) -> role(row))
                .findOne()
                .orElseThrow(() -> new DomainException("role.refused.unknown")));
    }

    /** All versions of all roles, in the order they became known. */
    public List<RoleVersion> versions() {
        return database.query(handle -> new ArrayList<>(handle.createQuery("""
                        select v.id, v.role_id, v.valid_from, v.transition, v.known_from, v.window_months, q.kind, q.code, q.text_sv,
                          q.text_en, q.period_months, q.grace_months, q.after_grace, q.after_pause_months,
                          q.next_due_from, q.fixed_day, q.starts_with, q.occasions, q.course_version,
                          q.last_day_of_old, coalesce(k.sessions, 0) sessions,
                          (select group_concat(u.code) from requirement_unit_kind w
                           join unit_kind u on u.id = w.unit_kind_id where w.requirement_id = q.id) only_at
                        from role_version v
                        left join requirement q on q.role_version_id = v.id
                        left join training_kind k on q.kind in ('TRAINING', 'REFRESHER', 'RECURRING') and k.code = q.code
                        order by v.known_from, v.id, q.position""")
                .reduceRows(new LinkedHashMap<Long, RoleVersion>(), RoleBook::addTo)
                .values()));
    }

    /** The version that someone appointed on a day meets: the last decided of those that apply by then. */
    public RoleVersion on(long roleId, LocalDate appointed) {
        return versions().stream()
                .filter(version ->
                        version.roleId() == roleId && !version.validFrom().isAfter(appointed))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new DomainException("role.refused.unknown"));
    }

    /** Whether a version of the role, one that is to come included, has such a requirement. */
    public boolean everAsks(long roleId, Requirement.Kind kind, String code) {
        return versions().stream()
                .filter(version -> version.roleId() == roleId)
                .flatMap(version -> version.ofKind(kind).stream())
                .anyMatch(requirement -> requirement.code().equals(code));
    }

    /** The description that applies on a day; empty when none does yet. */
    public Optional<Description> description(long roleId, LocalDate day) {
        return Optional.ofNullable(descriptions(day).get(roleId));
    }

    /** For each role the description that applies on a day, by the role's id. */
    public Map<Long, Description> descriptions(LocalDate day) {
        Map<Long, Description> newest = new LinkedHashMap<>();
        for (Description description : allDescriptions()) {
            if (!description.appliesFrom().isAfter(day)) {
                newest.put(description.roleId(), description);
            }
        }
        return newest;
    }

    /** Of all roles, in the order of the days from which they apply. */
    public List<Description> allDescriptions() {
        return database.query(handle ->
                handle.createQuery("""
                        select id, role_id, number, text_sv text, decided_by, decided_on, applies_from, transition_end,
                               recorded_at
                        from description_version order by applies_from, number""").map(RecordRows.of(Description.class)).list());
    }

    /** When which version of a description puts an end to older ones (rule 9), in the order it became known. */
    public List<DescriptionEnd> descriptionEnds() {
        return database.query(handle ->
                handle.createQuery("""
                        select role_id, number, transition_end last_day_of_old, recorded_at known_from
                        from description_version where transition_end is not null order by recorded_at, id""").map(RecordRows.of(DescriptionEnd.class)).list());
    }

    /** @throws DomainException when there is no such role */
    Role known(String code) {
        return roles("").stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new DomainException("role.refused.unknown"));
    }

    public List<TrainingKind> trainingKinds() {
        return database.query(handle -> handle.createQuery("""
                        select code, name_sv, name_en, sessions, arranger, minimum_minutes
                        from training_kind order by arranger, name_sv""")
                .map((row, context) -> new TrainingKind(
                        row.getString("code"),
                        new Bilingual(row.getString("name_sv"), row.getString("name_en")),
                        row.getInt("sessions"),
                        TrainingKind.Arranger.valueOf(row.getString("arranger")),
                        row.getInt("minimum_minutes")))
                .list());
    }

    public Optional<TrainingKind> trainingKind(String code) {
        return trainingKinds().stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** All of them, those that are only begun among them. */
    public List<CourseRef> courses() {
        return courses("");
    }

    /** Those that have a version to take, so that a role can ask them. */
    List<CourseRef> offeredCourses() {
        return courses("where offered ");
    }

    private List<CourseRef> courses(String which) {
        return database.query(handle -> handle.createQuery(
                        "select code, name_sv, name_en from course_ref " + which + "order by name_sv")
                .map((row, context) -> new CourseRef(
                        row.getString("code"), new Bilingual(row.getString("name_sv"), row.getString("name_en"))))
                .list());
    }

    /** All that requirements can name. */
    DraftCheck.Offered offered() {
        List<String> kinds = database.query(handle -> handle.createQuery("select code from unit_kind")
                .mapTo(String.class)
                .list());
        return new DraftCheck.Offered(offeredCourses(), trainingKinds(), kinds);
    }

    private static Role role(ResultSet row) throws SQLException {
        return new Role(
                row.getLong("id"),
                row.getString("code"),
                new Bilingual(row.getString("name_sv"), row.getString("name_en")),
                new Bilingual(row.getString("purpose_sv"), row.getString("purpose_en")),
                Role.HeldAt.valueOf(row.getString("held_at")),
                row.getString("office"));
    }

    private static Map<Long, RoleVersion> addTo(Map<Long, RoleVersion> versions, RowView row) {
        long id = row.getColumn("id", Long.class);
        List<Requirement> requirements = new ArrayList<>();
        RoleVersion begun = versions.get(id);
        if (begun != null) {
            requirements.addAll(begun.requirements());
        }
        Requirement requirement = requirement(row);
        if (requirement != null) {
            requirements.add(requirement);
        }
        versions.put(
                id,
                new RoleVersion(
                        id,
                        row.getColumn("role_id", Long.class),
                        row.getColumn("valid_from", LocalDate.class),
                        row.getColumn("transition", LocalDate.class),
                        row.getColumn("known_from", Instant.class),
                        row.getColumn("window_months", Integer.class),
                        requirements));
        return versions;
    }

    private static @Nullable Requirement requirement(RowView row) {
        Requirement.Kind kind = row.getColumn("kind", Requirement.Kind.class);
        if (kind == null) {
            return null;
        }
        return new Requirement(
                kind,
                row.getColumn("code", String.class),
                new Bilingual(row.getColumn("text_sv", String.class), row.getColumn("text_en", String.class)),
                row.getColumn("sessions", Integer.class),
                RequirementRows.terms(kind, row),
                RequirementRows.kinds(row));
    }
}
