package se.metodporten.demo;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.access.TrialAccounts;
import se.metodporten.agreement.Drafts;
import se.metodporten.common.Database;

/** Writes the rows of the demo county in bulk, all in one transaction, so that a killed start leaves nothing half. */
@Service
public class DemoLoader {

    static final String PASSWORD = "prova-metodporten";

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Drafts drafts;

    @Inject
    private TrialAccounts accounts;

    /** Only for the job at the start. */
    public void load(Rows rows, LocalDate today) {
        guard.requireAnywhere(Action.ADMINISTER);
        database.executePatiently(handle -> {
            PlaceLoader.organisations(handle, rows, today);
            Ids ids = Ids.after(handle);
            PlaceLoader.units(handle, rows, ids, today);
            PeopleLoader.people(handle, rows, ids);
            AppointmentLoader.appointments(handle, rows, ids);
            TrainingLoader.trainings(handle, rows, ids);
            Map<Integer, Long> factIds = FactLoader.facts(handle, rows, ids);
            AppointmentLoader.agreements(handle, rows, ids, factIds, drafts);
            TrainingLoader.attendance(handle, ids);
            CourseLoader.attempts(handle, rows, ids);
            CampaignLoader.campaigns(handle, rows);
            accounts(handle, rows, ids);
            handle.createUpdate(
                            "insert into demo_progress (step, done, total, finished_at) values ('rows', 1, 1, :now)")
                    .bind("now", Rows.evening(today))
                    .execute();
        });
    }

    private void accounts(Handle handle, Rows rows, Ids ids) {
        Map<Long, String> usernames = new LinkedHashMap<>();
        for (Rows.AccountRow account : rows.accounts) {
            String username = rows.people.get((int) account.person() - 1).email();
            usernames.put(account.person() + ids.person(), username);
            handle.createUpdate(
                            "insert into demo_account (position, who, username) values (:position, :who, :username)")
                    .bind("position", usernames.size())
                    .bind("who", account.who())
                    .bind("username", username)
                    .execute();
        }
        accounts.open(usernames, PASSWORD);
    }
}
