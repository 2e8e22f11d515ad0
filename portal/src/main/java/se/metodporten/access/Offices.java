package se.metodporten.access;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;

/** Gives offices in places, and takes them back. */
@Service
public class Offices {

    private static final int MONTHS_OF_DEPUTY = 12;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * @param through the last day; null: until taken back
     * @throws DomainException for one that the person has already on one of the days
     */
    public void grant(long personId, Office office, long placeId, LocalDate from, @Nullable LocalDate through) {
        guard.require(Action.ADMINISTER, placeId);
        lock(personId);
        LocalDate last = through == null ? CountyTime.END_OF_DAYS : through;
        OfficeGrant grant = new OfficeGrant(
                personId,
                office,
                placeId,
                from,
                last,
                clock.instant(),
                guard.reader().actor());
        if (overlaps(personId, office, placeId, from, last)) {
            throw DomainException.at("office", "access.refused.officeHeldAlready");
        }
        entities.persist(grant);
        audit.done(
                guard.reader().actor(),
                "GRANT_OFFICE",
                "person:" + personId,
                placeId,
                office + " " + from + "/" + (through == null ? "" : through));
    }

    /** Takes an office back from today on; what was done in it until yesterday stays done. */
    public void revoke(long grantId) {
        OfficeGrant grant = entities.find(OfficeGrant.class, grantId);
        if (grant == null) {
            throw guard.refusal(Action.ADMINISTER.name(), "office_grant:" + grantId);
        }
        guard.require(Action.ADMINISTER, grant.placeId());
        Long reader = guard.reader().personId();
        if (reader != null && reader == grant.personId() && grant.office() == Office.SYSTEM_ADMINISTRATOR) {
            throw new DomainException("access.refused.ownOffice");
        }
        end(grant, "REVOKE_OFFICE");
    }

    private void end(OfficeGrant grant, String action) {
        LocalDate today = CountyTime.today(clock);
        if (grant.beginsOnOrAfter(today)) {
            entities.remove(grant);
        } else {
            grant.endBefore(today);
        }
        audit.done(
                guard.reader().actor(),
                action,
                "person:" + grant.personId(),
                grant.placeId(),
                grant.office().name());
    }

    /**
     * A manager names a deputy for a while, someone who works where the manager appoints. A deputy names nobody.
     *
     * @throws DomainException beside the field that is wrong
     */
    public void nameDeputy(long personId, long placeId, LocalDate from, LocalDate through) {
        guard.require(Action.APPOINT, placeId);
        long manager = guard.requireSignedIn();
        if (!managesInOwnName(manager, placeId)) {
            throw new DomainException("access.refused.deputyOfDeputy");
        }
        if (personId == manager) {
            throw DomainException.at("person", "access.refused.ownDeputy");
        }
        LocalDate today = CountyTime.today(clock);
        if (from.isBefore(today) || from.isAfter(today.plusMonths(MONTHS_OF_DEPUTY))) {
            throw DomainException.at("from", "access.refused.deputyDay", today, MONTHS_OF_DEPUTY);
        }
        if (through.isAfter(from.plusMonths(MONTHS_OF_DEPUTY))) {
            throw DomainException.at("through", "access.refused.deputyLong", MONTHS_OF_DEPUTY);
        }
        lock(personId);
        OfficeGrant grant = new OfficeGrant(
                        personId,
                        Office.MANAGER,
                        placeId,
                        from,
                        through,
                        clock.instant(),
                        guard.reader().actor())
                .asDeputyFor(manager);
        if (!worksWhereReaderAppoints(personId)) {
            throw DomainException.at("person", "access.refused.deputyElsewhere");
        }
        if (overlaps(personId, Office.MANAGER, placeId, from, through)) {
            throw DomainException.at("person", "access.refused.officeHeldAlready");
        }
        entities.persist(grant);
        audit.done(guard.reader().actor(), "NAME_DEPUTY", "person:" + personId, placeId, from + "/" + through);
    }

    /** Whoever named a deputy ends it, from today on. */
    public void endDeputy(long grantId) {
        long manager = guard.requireSignedIn();
        OfficeGrant grant = entities.find(OfficeGrant.class, grantId);
        if (grant == null || !grant.isDeputyFor(manager)) {
            throw guard.refusal("END_DEPUTY", "office_grant:" + grantId);
        }
        end(grant, "END_DEPUTY");
    }

    private boolean managesInOwnName(long manager, long placeId) {
        return database.query(handle -> handle.createQuery("""
                                select count(*) from office_grant g
                                join place_ancestor pa on pa.ancestor_id = g.place_id and pa.place_id = :place
                                  and pa.known_until = '9999-12-31 23:59:59'
                                  and :today between pa.valid_from and pa.valid_through
                                where g.person_id = :manager and g.office = 'MANAGER' and g.deputy_for is null
                                  and :today between g.valid_from and g.valid_through""")
                        .bind("place", placeId)
                        .bind("manager", manager)
                        .bind("today", CountyTime.today(clock))
                        .mapTo(int.class)
                        .one()
                > 0);
    }

    private boolean worksWhereReaderAppoints(long personId) {
        Scope scope = guard.scope(Action.APPOINT);
        return database.query(handle ->
                scope.bind(handle.createQuery("""
                                        select count(*) from office_in_place e
                                        where e.person_id = :person and e.office = 'EMPLOYEE'
                                          and :scopeDay between e.valid_from and e.valid_through and """ + " " + scope.covers("e.place_id")), CountyTime.today(clock))
                                .bind("person", personId)
                                .mapTo(int.class)
                                .one()
                        > 0);
    }

    /** A double click meets the first one's row. */
    private void lock(long personId) {
        database.query(handle -> handle.createQuery("select id from person where id = :person for update")
                .bind("person", personId)
                .mapTo(Long.class)
                .one());
    }

    private boolean overlaps(long personId, Office office, long placeId, LocalDate from, LocalDate through) {
        return database.query(handle -> handle.createQuery("""
                                select count(*) from office_grant
                                where person_id = :person and office = :office and place_id = :place
                                and valid_from <= :through and valid_through >= :from""")
                        .bind("person", personId)
                        .bind("office", office.name())
                        .bind("place", placeId)
                        .bind("from", from)
                        .bind("through", through)
                        .mapTo(int.class)
                        .one()
                > 0);
    }
}
