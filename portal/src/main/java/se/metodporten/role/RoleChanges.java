package se.metodporten.role;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.Bilingual;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;

/** Decides what a role requires from now on. Versions are only added. */
@Service
public class RoleChanges {

    private static final long NOTHING_DECIDED = 0;
    private static final int USUAL_WINDOW = 6;

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private RoleBook book;

    @Inject
    private Audit audit;

    @Inject
    private Event<RoleDecided> decided;

    @Inject
    private Clock clock;

    /** Something that can be required. @param name of the course or kind of training; null where the kind says it all */
    public record Offer(
            Requirement.Kind kind, String code, @Nullable Bilingual name) {}

    /** @throws DomainException when there is no such role */
    public Role role(String code) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return book.known(code);
    }

    public Role role(long id) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return book.role(id);
    }

    /** All that a role can require, in the order a reader would look for it. */
    public List<Offer> offers() {
        guard.requireAnywhere(Action.EDIT_ROLES);
        List<Offer> offers = new ArrayList<>();
        DraftCheck.LICENCES.forEach(code -> offers.add(new Offer(Requirement.Kind.LICENCE, code, null)));
        offers.add(new Offer(Requirement.Kind.ATTESTATION, "", null));
        book.offeredCourses()
                .forEach(course -> offers.add(new Offer(Requirement.Kind.COURSE, course.code(), course.name())));
        book.trainingKinds()
                .forEach(kind -> offers.add(new Offer(Requirement.Kind.TRAINING, kind.code(), kind.name())));
        offers.add(new Offer(Requirement.Kind.AGREEMENT, DraftCheck.AGREEMENT, null));
        book.trainingKinds()
                .forEach(kind -> offers.add(new Offer(Requirement.Kind.REFRESHER, kind.code(), kind.name())));
        book.trainingKinds()
                .forEach(kind -> offers.add(new Offer(Requirement.Kind.RECURRING, kind.code(), kind.name())));
        return offers;
    }

    /** What the role requires as decided last, as a draft to change; it would apply from tomorrow on. */
    public RoleDraft begin(String code) {
        long roleId = role(code).id();
        LocalDate tomorrow = CountyTime.today(clock).plusDays(1);
        Optional<RoleVersion> decidedLast = newest(roleId);
        if (decidedLast.isEmpty()) {
            LocalDate today = CountyTime.today(clock);
            return new RoleDraft(roleId, NOTHING_DECIDED, today, today, USUAL_WINDOW, List.of());
        }
        RoleVersion newest = decidedLast.get();
        return new RoleDraft(
                roleId,
                newest.id(),
                tomorrow,
                tomorrow,
                newest.windowMonths(),
                newest.requirements().stream().map(RoleChanges::asked).toList());
    }

    /**
     * The draft as the version it would be, checked.
     *
     * @throws DomainException at the field that is wrong
     */
    public RoleVersion check(RoleDraft draft) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return checked(draft, clock.instant());
    }

    /** What would be new, changed, as before and gone, in the draft's order with what is gone last. */
    public List<RequirementChange> changes(RoleDraft draft) {
        RoleVersion after = check(draft);
        List<Requirement> before =
                newest(draft.roleId()).map(RoleVersion::requirements).orElse(List.of());
        return RequirementChange.between(before, after.requirements());
    }

    /**
     * @throws DomainException at the field that is wrong, or because somebody else has changed the role meanwhile
     */
    public RoleDecided decide(RoleDraft draft) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return database.query(handle -> {
            handle.createQuery("select id from role where id = :role for update")
                    .bind("role", draft.roleId())
                    .mapTo(long.class)
                    .one();
            RoleVersion version = checked(draft, clock.instant());
            long id = insert(handle, version);
            RoleDecided event = RoleDecided.requirements(draft.roleId(), id);
            decided.fire(event);
            audit.done(guard.reader().actor(), "DECIDE_ROLE", "role_version:" + id, null, null);
            return event;
        });
    }

    private RoleVersion checked(RoleDraft draft, Instant now) {
        if (newest(draft.roleId()).map(RoleVersion::id).orElse(NOTHING_DECIDED) != draft.basedOn()) {
            throw new DomainException("role.refused.changedMeanwhile");
        }
        return new DraftCheck(draft, CountyTime.today(clock), book.offered()).version(now);
    }

    private Optional<RoleVersion> newest(long roleId) {
        return book.versions().stream()
                .filter(version -> version.roleId() == roleId)
                .reduce((earlier, later) -> later);
    }

    private long insert(Handle handle, RoleVersion version) {
        long id = handle.createUpdate("""
                        insert into role_version (role_id, valid_from, transition, known_from, window_months, recorded_by)
                        values (:role, :from, :transition, :now, :window, :by)""")
                .bind("role", version.roleId())
                .bind("from", version.validFrom())
                .bind("transition", version.transition())
                .bind("now", version.knownFrom())
                .bind("window", version.windowMonths())
                .bind("by", guard.reader().actor())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one();
        RequirementRows.insert(handle, id, version.requirements());
        return id;
    }

    private static RoleDraft.Asked asked(Requirement requirement) {
        return new RoleDraft.Asked(
                requirement.kind(),
                requirement.code(),
                requirement.text().sv(),
                requirement.text().en(),
                requirement.terms(),
                List.copyOf(requirement.onlyAt()));
    }
}
