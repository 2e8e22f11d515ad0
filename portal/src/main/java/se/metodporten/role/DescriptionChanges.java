package se.metodporten.role;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;

/** Records new versions of assignment descriptions. Versions are only added; each applies from a later day than the last. */
@Service
public class DescriptionChanges {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_BODY = 200;

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

    /** The newest version, to be changed; it would apply from tomorrow on. */
    public DescriptionDraft begin(String roleCode) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        Role role = book.known(roleCode);
        Description newest = newest(role.id());
        LocalDate tomorrow = CountyTime.today(clock).plusDays(1);
        return new DescriptionDraft(
                role.id(),
                newest == null ? 0 : newest.number(),
                newest == null ? "" : newest.text(),
                newest == null ? "" : newest.decidedBy(),
                CountyTime.today(clock),
                newest == null || newest.appliesFrom().isBefore(tomorrow)
                        ? tomorrow
                        : newest.appliesFrom().plusDays(1),
                null);
    }

    /** All versions of a role, the newest first. */
    public List<Description> versions(long roleId) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return book.allDescriptions().stream()
                .filter(description -> description.roleId() == roleId)
                .sorted((a, b) -> Integer.compare(b.number(), a.number()))
                .toList();
    }

    /**
     * The draft as the version it would be.
     *
     * @throws DomainException at the field that is wrong, or because somebody else has recorded one meanwhile
     */
    public Description check(DescriptionDraft draft) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        Description newest = newest(draft.roleId());
        if ((newest == null ? 0 : newest.number()) != draft.basedOn()) {
            throw new DomainException("role.refused.describedMeanwhile");
        }
        LocalDate today = CountyTime.today(clock);
        String text = draft.text().strip();
        if (text.isEmpty()) {
            throw DomainException.at("text", "common.text.EMPTY");
        }
        if (text.length() > LONGEST_TEXT) {
            throw DomainException.at("text", "common.text.TOO_LONG", LONGEST_TEXT);
        }
        PlainText.faultInLines(text).ifPresent(fault -> {
            throw DomainException.at("text", fault.key(), LONGEST_TEXT);
        });
        String by = PlainText.require("decidedBy", draft.decidedBy(), LONGEST_BODY);
        LocalDate on = DraftCheck.day("decidedOn", draft.decidedOn());
        if (on.isAfter(today)) {
            throw DomainException.at("decidedOn", "role.refused.decidedAhead", today);
        }
        LocalDate from = DraftCheck.day("appliesFrom", draft.appliesFrom());
        if (from.isBefore(today)) {
            throw DomainException.at("appliesFrom", "role.refused.past", today);
        }
        if (newest != null && !from.isAfter(newest.appliesFrom())) {
            throw DomainException.at("appliesFrom", "role.refused.beforeNewest", newest.appliesFrom());
        }
        LocalDate end = draft.transitionEnd();
        if (end != null && DraftCheck.day("transitionEnd", end).isBefore(from)) {
            throw DomainException.at("transitionEnd", "role.refused.transitionEnd", from);
        }
        return new Description(0, draft.roleId(), draft.basedOn() + 1, text, by, on, from, end, clock.instant());
    }

    /** @throws DomainException at the field that is wrong, or because somebody else has recorded one meanwhile */
    public RoleDecided decide(DescriptionDraft draft) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return database.query(handle -> {
            handle.createQuery("select id from role where id = :role for update")
                    .bind("role", draft.roleId())
                    .mapTo(long.class)
                    .one();
            Description version = check(draft);
            long id = handle.createUpdate("""
                            insert into description_version (role_id, number, text_sv, decided_by, decided_on,
                                                             applies_from, transition_end, recorded_at, recorded_by)
                            values (:role, :number, :text, :by, :on, :from, :end, :now, :actor)""")
                    .bind("role", version.roleId())
                    .bind("number", version.number())
                    .bind("text", version.text())
                    .bind("by", version.decidedBy())
                    .bind("on", version.decidedOn())
                    .bind("from", version.appliesFrom())
                    .bind("end", version.transitionEnd())
                    .bind("now", version.recordedAt())
                    .bind("actor", guard.reader().actor())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one();
            RoleDecided event = RoleDecided.description(draft.roleId(), id);
            decided.fire(event);
            audit.done(guard.reader().actor(), "DECIDE_DESCRIPTION", "description_version:" + id, null, null);
            return event;
        });
    }

    private @Nullable Description newest(long roleId) {
        return book.allDescriptions().stream()
                .filter(description -> description.roleId() == roleId)
                .reduce((one, other) -> one.number() > other.number() ? one : other)
                .orElse(null);
    }
}
