package se.metodporten.role;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;
import se.metodporten.common.RecordRows;

/**
 * What each organisation adds to a role: a share of time, and words of its own. Agreements offered from that day on have it
 * in their text; those there are keep theirs. What was known earlier is closed, never changed.
 */
@Service
public class TermsOfOrganisations {

    private static final int LONGEST_ADDITIONS = 4000;
    private static final int WHOLE = 100;

    private record Known(long id, @Nullable Integer sharePercent, String additions, LocalDate validFrom) {}

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private RoleBook book;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Of every organisation there is today, the newest decided, by its name. */
    public List<OrganisationTerms> of(String role) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        long roleId = book.known(role).id();
        return database.query(handle -> handle.createQuery("""
                        select p.id organisation_id, v.name organisation, t.share_percent,
                               coalesce(t.additions, '') additions, t.valid_from
                        from place p
                        join place_version v on v.place_id = p.id and v.known_until = :stillKnown
                          and :today between v.valid_from and v.valid_through
                        left join organisation_terms t on t.id = (
                          select n.id from organisation_terms n
                          where n.role_id = :role and n.organisation_id = p.id and n.known_until = :stillKnown
                          order by n.valid_from desc limit 1)
                        where p.kind = 'ORGANISATION' order by v.name""")
                .bind("role", roleId)
                .bind("today", CountyTime.today(clock))
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(OrganisationTerms.class))
                .list());
    }

    /** Of the organisation that a place is of, or is, on a day; for whoever is signed in. */
    public OrganisationTerms at(long roleId, long placeId, LocalDate day) {
        guard.requireSignedIn();
        return database.query(handle -> handle.createQuery("""
                        select o.place_id organisation_id, o.name organisation, t.share_percent,
                               coalesce(t.additions, '') additions, t.valid_from
                        from place_version v
                        join place_version o on o.place_id = coalesce(v.organisation_id, v.place_id)
                          and o.known_until = :stillKnown and :day between o.valid_from and o.valid_through
                        left join organisation_terms t on t.id = (
                          select n.id from organisation_terms n
                          where n.role_id = :role and n.organisation_id = o.place_id and n.known_until = :stillKnown
                            and n.valid_from <= :day
                          order by n.valid_from desc limit 1)
                        where v.place_id = :place and v.known_until = :stillKnown
                          and :day between v.valid_from and v.valid_through""")
                .bind("role", roleId)
                .bind("place", placeId)
                .bind("day", day)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(OrganisationTerms.class))
                .findOne()
                .orElseGet(() -> new OrganisationTerms(placeId, "", null, "", null)));
    }

    /**
     * Decides them from a day on; what was decided of later days is undone.
     *
     * @param seen as they were when the form was opened
     * @throws DomainException at the field that is wrong, or because somebody else has decided meanwhile
     */
    public void decide(String role, OrganisationTerms asked, OrganisationTerms seen) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        LocalDate today = CountyTime.today(clock);
        LocalDate from = DraftCheck.day("from", asked.validFrom());
        if (from.isBefore(today)) {
            throw DomainException.at("from", "role.refused.past", today);
        }
        Integer share = asked.sharePercent();
        if (share != null && (share < 1 || share > WHOLE)) {
            throw DomainException.at("share", "role.refused.share");
        }
        String additions = asked.additions().strip();
        if (additions.length() > LONGEST_ADDITIONS) {
            throw DomainException.at("additions", "common.text.TOO_LONG", LONGEST_ADDITIONS);
        }
        PlainText.faultInLines(additions).ifPresent(fault -> {
            throw DomainException.at("additions", fault.key(), LONGEST_ADDITIONS);
        });
        if (of(role).stream().noneMatch(one -> one.organisationId() == asked.organisationId())) {
            throw new DomainException("role.refused.organisation");
        }
        long roleId = book.known(role).id();
        database.execute(handle -> {
            handle.createQuery("select id from role where id = :role for update")
                    .bind("role", roleId)
                    .mapTo(Long.class)
                    .one();
            Optional<Known> newest = newest(handle, roleId, asked.organisationId());
            requireSeen(newest, seen);
            write(handle, roleId, new OrganisationTerms(asked.organisationId(), "", share, additions, from));
            audit.done(guard.reader().actor(), "DECIDE_TERMS", "role:" + role, asked.organisationId(), from.toString());
        });
    }

    private static void requireSeen(Optional<Known> newest, OrganisationTerms seen) {
        boolean same = newest.map(known -> Objects.equals(known.sharePercent, seen.sharePercent())
                        && known.additions.equals(seen.additions())
                        && known.validFrom.equals(seen.validFrom()))
                .orElse(seen.validFrom() == null);
        if (!same) {
            throw new DomainException("common.refused.changedMeanwhile");
        }
    }

    private static Optional<Known> newest(Handle handle, long role, long organisation) {
        return handle.createQuery("""
                        select id, share_percent, additions, valid_from from organisation_terms
                        where role_id = :role and organisation_id = :organisation and known_until = :stillKnown
                        order by valid_from desc limit 1""")
                .bind("role", role)
                .bind("organisation", organisation)
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .map(RecordRows.of(Known.class))
                .findOne();
    }

    private void write(Handle handle, long role, OrganisationTerms terms) {
        Instant now = clock.instant();
        handle.createUpdate("""
                        update organisation_terms set known_until = :now
                        where role_id = :role and organisation_id = :organisation and known_until = :stillKnown
                          and valid_from >= :from""")
                .bind("now", now)
                .bind("role", role)
                .bind("organisation", terms.organisationId())
                .bind("stillKnown", CountyTime.STILL_KNOWN)
                .bind("from", terms.validFrom())
                .execute();
        handle.createUpdate("""
                        insert into organisation_terms (role_id, organisation_id, share_percent, additions, valid_from,
                                                        known_from, recorded_by)
                        values (:role, :organisation, :share, :additions, :from, :now, :actor)""")
                .bind("role", role)
                .bind("organisation", terms.organisationId())
                .bind("share", terms.sharePercent())
                .bind("additions", terms.additions())
                .bind("from", terms.validFrom())
                .bind("now", now)
                .bind("actor", guard.reader().actor())
                .execute();
    }
}
