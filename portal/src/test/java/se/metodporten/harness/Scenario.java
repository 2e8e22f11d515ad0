package se.metodporten.harness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.access.Office;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.organisation.Places;
import se.metodporten.organisation.UnitDetails;

/**
 * Places and people of a test's own, in the reference county; names are unique, nothing is shared between tests.
 *
 * <pre>{@code
 * long unit = scenario.unit("hallefors");
 * long manager = scenario.manager(unit);
 * long nurse = scenario.employee(unit);
 * as.person(manager, () -> …);
 * }</pre>
 */
@ApplicationScoped
public class Scenario {

    /** First day of everything made here. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private static final AtomicInteger NUMBER = new AtomicInteger(100_000);

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Places places;

    @Inject
    private Clock clock;

    /** A county, district or organisation of the reference data by its code ({@code hallefors}, {@code norra}). */
    public long place(String code) {
        return database.query(handle -> handle.createQuery("select id from place where code = :code")
                .bind("code", code)
                .mapTo(long.class)
                .one());
    }

    public long county() {
        return place("orebro-lan");
    }

    /** A private provider in that district: for tests that change whole organisations. @return its code */
    public String organisation(String district) {
        String code = unique("bolag");
        database.execute(handle -> {
            long id = handle.createUpdate("insert into place (kind, code) values ('ORGANISATION', :code)")
                    .bind("code", code)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one();
            handle.createUpdate("""
                            insert into place_version (place_id, name, organisation_kind, district_id, valid_from, known_from, recorded_by)
                            values (:id, :name, 'PRIVATE', :district, :from, :now, 'system:test')""")
                    .bind("id", id)
                    .bind("name", "Vård " + code)
                    .bind("district", place(district))
                    .bind("from", FIRST_DAY)
                    .bind("now", clock.instant())
                    .execute();
            handle.createUpdate("""
                            insert into place_ancestor (place_id, ancestor_id, valid_from, known_from)
                            select :id, a.id, :from, :now from place a
                            where a.id in (:id, :district) or a.kind = 'COUNTY'""")
                    .bind("id", id)
                    .bind("district", place(district))
                    .bind("from", FIRST_DAY)
                    .bind("now", clock.instant())
                    .execute();
        });
        return code;
    }

    /** A home health care unit of that organisation, since {@link #FIRST_DAY}. */
    public long unit(String organisation) {
        return unit(organisation, "home-health-care");
    }

    public long unit(String organisation, String kind) {
        return unit(organisation, kind, null);
    }

    /** @param district code; null: the organisation's, or county-wide where it has none */
    public long unit(String organisation, String kind, @Nullable String district) {
        long kindId = database.query(handle -> handle.createQuery("select id from unit_kind where code = :code")
                .bind("code", kind)
                .mapTo(long.class)
                .one());
        UnitDetails details = new UnitDetails(
                unique("Enhet"), kindId, place(organisation), district == null ? null : place(district));
        return guard.asSystem("test", () -> places.open(hsaId(), details, FIRST_DAY));
    }

    /** A nurse who works in the unit since {@link #FIRST_DAY}. */
    public long employee(long unit) {
        long person = person();
        employment(person, unit, FIRST_DAY, CountyTime.END_OF_DAYS);
        return person;
    }

    /** Someone who works nowhere. */
    public long person() {
        return person(unique("Förnamn"), unique("Efternamn"), false);
    }

    /** A nurse with protected identity who works in the unit. */
    public long protectedEmployee(long unit) {
        long person = person(unique("Förnamn"), unique("Efternamn"), true);
        employment(person, unit, FIRST_DAY, CountyTime.END_OF_DAYS);
        return person;
    }

    public long person(String givenName, String familyName, boolean protectedIdentity) {
        return database.query(handle -> handle.createUpdate("""
                        insert into person (given_name, family_name, email, protected, created_at, created_by)
                        values (:given, :family, :email, :protected, :now, 'system:test')""")
                .bind("given", givenName)
                .bind("family", familyName)
                .bind("email", unique("person").toLowerCase(Locale.ROOT) + "@example.se")
                .bind("protected", protectedIdentity)
                .bind("now", clock.instant())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }

    /** @return the employment's id; its HSA-id is a new one */
    public long employment(long person, long unit, LocalDate from, LocalDate through) {
        return database.query(handle -> handle.createUpdate("""
                        insert into employment (person_id, unit_id, hsa_id, title, valid_from, valid_through, created_at, created_by)
                        values (:person, :unit, :hsaId, 'Sjuksköterska', :from, :through, :now, 'system:test')""")
                .bind("person", person)
                .bind("unit", unit)
                .bind("hsaId", hsaId())
                .bind("from", from)
                .bind("through", through)
                .bind("now", clock.instant())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
    }

    /** The manager of the unit, employed there. */
    public long manager(long unit) {
        long person = employee(unit);
        grant(person, Office.MANAGER, unit);
        return person;
    }

    /** Someone with that office in a place, employed nowhere: {@code official(Office.COORDINATOR, place("norra"))}. */
    public long official(Office office, long place) {
        long person = person();
        grant(person, office, place);
        return person;
    }

    public void grant(long person, Office office, long place) {
        database.execute(handle -> handle.createUpdate("""
                        insert into office_grant (person_id, office, place_id, valid_from, granted_at, granted_by)
                        values (:person, :office, :place, :from, :now, 'system:test')""")
                .bind("person", person)
                .bind("office", office.name())
                .bind("place", place)
                .bind("from", FIRST_DAY)
                .bind("now", clock.instant())
                .execute());
    }

    /** An HSA-id that nobody has. */
    public String hsaId() {
        return "SE2321000164-T" + Integer.toString(NUMBER.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
    }

    public String hsaIdOf(long unit) {
        return database.query(handle -> handle.createQuery("select code from place where id = :unit")
                .bind("unit", unit)
                .mapTo(String.class)
                .one());
    }

    /** The word and a number of six digits: what is made later also sorts later, whatever ran before. */
    public String unique(String word) {
        return word + NUMBER.incrementAndGet();
    }

    public LocalDate today() {
        return CountyTime.today(clock);
    }
}
