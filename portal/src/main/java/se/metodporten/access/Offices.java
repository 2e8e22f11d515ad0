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
        LocalDate today = CountyTime.today(clock);
        if (grant.beginsOnOrAfter(today)) {
            entities.remove(grant);
        } else {
            grant.endBefore(today);
        }
        audit.done(
                guard.reader().actor(),
                "REVOKE_OFFICE",
                "person:" + grant.personId(),
                grant.placeId(),
                grant.office().name());
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
