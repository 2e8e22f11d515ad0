package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.certification.RoleChangeSteps;
import se.metodporten.certification.RolePreviews;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.elearning.CourseEditing;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;
import se.metodporten.role.RoleChanges;
import se.metodporten.role.RoleDecided;
import se.metodporten.role.RoleDraft;
import se.metodporten.role.RoleVersion;

/**
 * A new version of a course is required of those who hold some roles, by a day (domain.md "Standing", rule 8): for each
 * role a change of what it asks, previewed and decided as any other, and all of them together.
 */
@Service
public class NewCompletions {

    private static final int MOST_ROLES = 10;

    @Inject
    private Guard guard;

    @Inject
    private RoleBook book;

    @Inject
    private RoleChanges changes;

    @Inject
    private RolePreviews previews;

    @Inject
    private RoleChangeSteps steps;

    @Inject
    private CourseEditing courses;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /**
     * A role that asks the course.
     *
     * @param windowMonths M: so long before the day the standing says that a new completion is due
     * @param now the version asked for as it is decided; null where all versions count
     * @param appointed to the role today or later
     * @param settled whether what is decided last holds for all; else that must be seen to first
     */
    public record Asking(
            Role role, int windowMonths, Requirement.@Nullable NewVersion now, int appointed, boolean settled) {}

    /**
     * @param version the least that counts after the day
     * @param lastDayOfOld through this day older versions count as well
     * @param roles codes
     */
    public record Order(
            String course, int version, @Nullable LocalDate lastDayOfOld, List<String> roles) {}

    /** @param progress null until it is decided */
    public record Shown(
            String token, Role role, RolePreviews.State state, RoleChangeSteps.@Nullable Progress progress) {}

    /** The roles that ask the course, as they are decided, in their order. */
    public List<Asking> roles(String course) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        LocalDate today = CountyTime.today(clock);
        Map<Long, RoleVersion> newest = new HashMap<>();
        book.versions().forEach(version -> newest.put(version.roleId(), version));
        Map<Long, Integer> appointed = appointed(today);
        List<Asking> asking = new ArrayList<>();
        for (Role role : book.roles()) {
            RoleVersion version = newest.get(role.id());
            if (version == null) {
                continue;
            }
            required(version, course)
                    .ifPresent(requirement -> asking.add(new Asking(
                            role,
                            version.windowMonths(),
                            requirement.terms().newVersion(),
                            appointed.getOrDefault(role.id(), 0),
                            !version.validFrom().isAfter(today)
                                    && !version.transition().isAfter(today))));
        }
        return asking;
    }

    /** The versions that can be asked for: those published after the first, the newest first. */
    public List<Integer> versions(String course) {
        return courses.versions(course).stream()
                .map(CourseEditing.Version::number)
                .filter(number -> number > 1)
                .toList();
    }

    /**
     * Begins to compute whose standing would change.
     *
     * @return for each role what names its preview
     * @throws DomainException at the field that is wrong
     */
    public List<String> start(Order order) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        LocalDate today = CountyTime.today(clock);
        if (!versions(order.course()).contains(order.version())) {
            throw DomainException.at("version", "desk.refused.courseVersion");
        }
        LocalDate lastDay = order.lastDayOfOld();
        if (lastDay == null || lastDay.isBefore(today)) {
            throw DomainException.at("lastDay", "role.refused.past", today);
        }
        List<Asking> chosen = roles(order.course()).stream()
                .filter(one -> order.roles().contains(one.role().code()))
                .limit(MOST_ROLES)
                .toList();
        if (chosen.isEmpty()) {
            throw DomainException.at("roles", "desk.refused.noRole");
        }
        if (!chosen.stream().allMatch(Asking::settled)) {
            throw DomainException.at("roles", "desk.refused.roleNotSettled");
        }
        Requirement.NewVersion asked = new Requirement.NewVersion(order.version(), lastDay);
        return chosen.stream()
                .map(one -> previews.start(draft(one.role().code(), order.course(), asked)))
                .toList();
    }

    /** In the order given; those that are not kept any longer are left out. */
    public List<Shown> shown(List<String> tokens) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        List<Shown> shown = new ArrayList<>();
        for (String token : tokens.stream().limit(MOST_ROLES).toList()) {
            previews.preview(token).ifPresent(preview -> {
                RoleDecided decided = preview.decidedAs();
                shown.add(new Shown(
                        token,
                        preview.role(),
                        previews.state(token),
                        decided == null ? null : steps.progress(decided).orElse(null)));
            });
        }
        return shown;
    }

    /**
     * Decides all that was previewed, or none.
     *
     * @throws DomainException when somebody else has changed one of the roles meanwhile
     */
    public void decide(List<String> tokens) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        List<Shown> all = shown(tokens);
        if (all.size() != tokens.size()
                || all.stream().anyMatch(one -> one.state().phase() != RolePreviews.Phase.DONE)) {
            throw new DomainException("role.refused.previewGone");
        }
        all.stream().filter(one -> one.progress() == null).forEach(one -> previews.decide(one.token()));
    }

    private RoleDraft draft(String role, String course, Requirement.NewVersion asked) {
        RoleDraft begun = changes.begin(role);
        List<RoleDraft.Asked> requirements = begun.requirements().stream()
                .map(one -> one.kind() == Requirement.Kind.COURSE && one.code().equals(course)
                        ? new RoleDraft.Asked(
                                one.kind(),
                                one.code(),
                                one.textSv(),
                                one.textEn(),
                                Requirement.Terms.of(asked),
                                one.onlyAt())
                        : one)
                .toList();
        return new RoleDraft(
                begun.roleId(),
                begun.basedOn(),
                begun.validFrom(),
                begun.transition(),
                begun.windowMonths(),
                requirements);
    }

    private static Optional<Requirement> required(RoleVersion version, String course) {
        return version.ofKind(Requirement.Kind.COURSE).stream()
                .filter(requirement -> requirement.code().equals(course))
                .findFirst();
    }

    private Map<Long, Integer> appointed(LocalDate today) {
        Map<Long, Integer> appointed = new HashMap<>();
        database.execute(handle -> handle.createQuery(
                        "select role_id, count(*) appointed from appointment where valid_through >= :today group by role_id")
                .bind("today", today)
                .map((row, context) -> Map.entry(row.getLong("role_id"), row.getInt("appointed")))
                .forEach(one -> appointed.put(one.getKey(), one.getValue())));
        return appointed;
    }
}
