package se.metodporten.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Database;
import se.metodporten.harness.Scenario;

/** What tests of campaigns begin with. */
@ApplicationScoped
public class TrialCampaigns {

    public static final String COURSE = "it-stod";
    public static final String TRAINING = "system-change";

    @Inject
    private Scenario scenario;

    @Inject
    private Database database;

    /** To take the course, whoever works in the organisation. */
    public CampaignDraft forStaff(String organisation) {
        return draft(Task.COURSE, COURSE, null, audience(organisation, true, List.of()));
    }

    /** To take the course, whoever is a method supervisor in the organisation. */
    public CampaignDraft forSupervisors(String organisation) {
        return draft(Task.COURSE, COURSE, null, audience(organisation, false, List.of(role("method-supervisor"))));
    }

    public CampaignDraft draft(Task task, String code, @Nullable LocalDate countsFrom, Audience audience) {
        return new CampaignDraft(
                scenario.unique("Byte"),
                "Systemet byts ut.",
                task,
                code,
                countsFrom,
                scenario.today().plusDays(30),
                audience);
    }

    /** The district's own, in one organisation. */
    public Audience audience(String organisation, boolean allStaff, List<Long> roles) {
        return new Audience(
                scenario.place("vastra"), allStaff, roles, List.of(), List.of(scenario.place(organisation)));
    }

    public long role(String code) {
        return number("select id from role where code = '" + code + "'");
    }

    /** A training of one session that these were at. */
    public long held(String kind, long unit, LocalDate day, long leader, Set<Long> present) {
        return database.query(handle -> {
            long id = handle.createUpdate("""
                            insert into training (kind, place_id, title, venue, seats, created_at)
                            values (:kind, :unit, 'Byte', 'Rum 1', 12, utc_timestamp(6))""")
                    .bind("kind", kind)
                    .bind("unit", unit)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "insert into training_session (training_id, part, day, starts, ends) values (?, 1, ?, '09:00', '10:00')",
                    id,
                    day);
            handle.execute("insert into training_leader (training_id, person_id) values (?, ?)", id, leader);
            for (long person : present) {
                handle.execute("""
                        insert into attendance (session_id, person_id, present, marked_at)
                        select id, ?, true, utc_timestamp(6) from training_session where training_id = ?""", person, id);
            }
            return id;
        });
    }

    private long number(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
