package se.metodporten.administration;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.metodporten.access.Accounts;
import se.metodporten.access.Guard;
import se.metodporten.access.Office;
import se.metodporten.access.Offices;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.person.PersonName;
import se.metodporten.person.Register;

/**
 * Who lets everybody else in. Whoever runs the portal names the person; that works only while no system administrator
 * can sign in, so it is no way around those who can. Who was named before and never came is not one any more.
 */
@Service
public class FirstAdministrator {

    /** How it stands; worded by the launcher. */
    public enum State {
        /** Somebody can sign in as system administrator. */
        THERE,
        /** Nobody can, and nobody was named. */
        MISSING,
        /** Whoever was named has an invitation in the mail. */
        MAILED,
        /** As mailed, but no mail server is configured: the mail is caught. */
        CAUGHT
    }

    /** @param mail the caught invitation with its link; else empty */
    public record Outcome(State state, String mail) {

        @Override
        public String toString() {
            return state.name();
        }
    }

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Accounts accounts;

    @Inject
    private Offices offices;

    @Inject
    private Register register;

    @Inject
    private Clock clock;

    /** Whether there is one; changes nothing. */
    public Outcome look() {
        guard.requireSystem();
        return new Outcome(canSignIn() ? State.THERE : State.MISSING, "");
    }

    /** Makes the person system administrator of the county and invites them, unless somebody can sign in as one. */
    public Outcome invite(PersonName name, String address) {
        guard.requireSystem();
        long county = lockCounty();
        if (canSignIn()) {
            return new Outcome(State.THERE, "");
        }
        String email = address.strip().toLowerCase(Locale.ROOT);
        forgetOthers(email);
        long person = register.withEmail(email)
                .orElseGet(() -> register.add(name, email, guard.reader().actor()));
        accountOf(person).ifPresent(accounts::reopen);
        if (grantsOf(person).isEmpty()) {
            offices.grant(person, Office.SYSTEM_ADMINISTRATOR, county, today(), null);
        }
        accounts.invite(person);
        return invitation(person);
    }

    /** Two nodes that start at once invite one after the other. */
    private long lockCounty() {
        return database.query(
                handle -> handle.createQuery("select id from place where kind = 'COUNTY' order by id for update")
                        .mapTo(Long.class)
                        .first());
    }

    private boolean canSignIn() {
        return database.query(handle ->
                handle.createQuery("""
                                select count(*) from office_grant g join account a on a.person_id = g.person_id
                                where g.office = 'SYSTEM_ADMINISTRATOR' and g.valid_through >= :today
                                  and not a.closed and a.password_hash is not null""").bind("today", today()).mapTo(int.class).one() > 0);
    }

    private void forgetOthers(String email) {
        database.query(handle -> handle.createQuery("""
                                select g.person_id from office_grant g join account a on a.person_id = g.person_id
                                where g.office = 'SYSTEM_ADMINISTRATOR' and g.granted_by = :us and a.username <> :email
                                  and g.valid_through >= :today""")
                        .bind("us", guard.reader().actor())
                        .bind("email", email)
                        .bind("today", today())
                        .mapTo(Long.class)
                        .list())
                .forEach(other -> {
                    grantsOf(other).forEach(offices::revoke);
                    accountOf(other).ifPresent(accounts::close);
                });
    }

    private List<Long> grantsOf(long person) {
        return database.query(handle -> handle.createQuery("select id from office_grant where person_id = :person"
                        + " and office = 'SYSTEM_ADMINISTRATOR' and valid_through >= :today")
                .bind("person", person)
                .bind("today", today())
                .mapTo(Long.class)
                .list());
    }

    private Optional<Long> accountOf(long person) {
        return database.query(handle -> handle.createQuery("select id from account where person_id = :person")
                .bind("person", person)
                .mapTo(Long.class)
                .findOne());
    }

    private Outcome invitation(long person) {
        return database.query(handle -> handle.createQuery(
                        "select state, body from mail where person_id = :person order by id desc limit 1")
                .bind("person", person)
                .map((row, context) -> row.getString("state").equals("CAUGHT")
                        ? new Outcome(State.CAUGHT, row.getString("body"))
                        : new Outcome(State.MAILED, ""))
                .one());
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}
