package se.metodporten.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.metodporten.access.AccessDenied;
import se.metodporten.access.Office;
import se.metodporten.appointment.Appointments;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.campaign.Audience;
import se.metodporten.campaign.CampaignChanges;
import se.metodporten.campaign.CampaignDraft;
import se.metodporten.campaign.Campaigns;
import se.metodporten.campaign.Task;
import se.metodporten.campaign.TrialCampaigns;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InPortal;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.Mailbox;
import se.metodporten.harness.Patience;
import se.metodporten.reminder.rules.Occasion;
import se.metodporten.reminder.rules.SendingDays;

/** What leaves on which day, for an instructor, the manager and the coordinator of a unit of the test's own. */
class RemindersIT extends InPortal {

    @Inject
    private ReminderRun run;

    @Inject
    private ReminderPlan plan;

    @Inject
    private ReminderRules rules;

    @Inject
    private Appointments appointments;

    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignChanges changes;

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    private long leader;
    private long organisation;
    private long unit;
    private long manager;
    private long nurse;
    private LocalDate today;

    /** Everything that other tests left behind was told long ago. */
    @BeforeEach
    void a_unit_of_its_own() {
        today = scenario.today();
        leader = scenario.official(Office.PROCESS_LEADER, scenario.county());
        String code = scenario.organisation("vastra");
        organisation = scenario.place(code);
        unit = scenario.unit(code);
        manager = scenario.manager(unit);
        nurse = scenario.employee(unit);
    }

    @AfterEach
    void no_day_has_been() {
        database.execute(handle -> {
            handle.execute("delete from reminder_digest");
            handle.execute("delete from reminder");
            handle.execute("delete from reminder_run");
            handle.execute("delete from mail where state = 'QUEUED' and subject like '%påminnelse%'");
        });
    }

    @Test
    void over_a_year_exactly_the_mails_that_were_shown_arrive_one_a_weekday_at_most() {
        instructorCertifiedOn(today.minusMonths(18).plusDays(10));
        onlyOurs();
        List<String> shown = new ArrayList<>();

        for (LocalDate day = today; day.isBefore(today.plusYears(1)); day = day.plusDays(1)) {
            if (SendingDays.isSendingDay(day)) {
                LocalDate sending = day;
                for (long recipient : List.of(nurse, manager)) {
                    Digest digest = asLeader(() -> Optional.ofNullable(plan.digest(sending, recipient)))
                            .orElse(null);
                    if (digest != null) {
                        shown.add(sending + " " + recipient + " " + digest.text());
                    }
                }
                send(day);
            }
        }

        List<String> written = database.query(handle -> handle.createQuery("""
                        select concat(d.day, ' ', d.person_id, ' ', m.body) from reminder_digest d
                        join mail m on m.message_id = d.message_id where d.person_id in (:nurse, :manager)""")
                .bind("nurse", nurse)
                .bind("manager", manager)
                .mapTo(String.class)
                .list());
        assertThat(written).containsExactlyInAnyOrderElementsOf(shown);
        List<String> bodies = shown.stream().map(RemindersIT::body).toList();
        assertThat(arrived(bodies.size(), nurse, manager))
                .extracting(Mailbox.Received::body)
                .extracting(RemindersIT::withoutSpaces)
                .containsExactlyInAnyOrderElementsOf(
                        bodies.stream().map(RemindersIT::withoutSpaces).toList());
        assertThat(days(nurse)).doesNotHaveDuplicates().allMatch(SendingDays::isSendingDay);
    }

    @Test
    void a_refresher_is_told_at_the_window_at_60_30_and_7_days_on_the_day_and_when_it_has_lapsed() {
        LocalDate certified = today.minusMonths(18).plusDays(10);
        instructorCertifiedOn(certified);
        onlyOurs();
        sendAll(today, today.plusYears(1));
        LocalDate due = certified.plusMonths(24);

        assertThat(days(nurse))
                .containsExactly(
                        after(due.minusMonths(6)),
                        before(due.minusDays(60)),
                        before(due.minusDays(30)),
                        before(due.minusDays(7)),
                        before(due),
                        after(due.plusDays(1)));
        assertThat(days(manager))
                .containsExactly(before(due.minusDays(30)), before(due.minusDays(7)), after(due.plusDays(1)));
    }

    @Test
    void who_takes_the_refresher_hears_no_more_of_the_old_day() {
        LocalDate certified = today.minusMonths(23);
        instructorCertifiedOn(certified);
        onlyOurs();
        transaction.run(
                () -> facts.append(List.of(NewFact.sessionAttended(nurse, "instructor-refresher", 1, null, today))));

        sendAll(today, today.plusMonths(3));

        assertThat(days(nurse)).isEmpty();
    }

    @Test
    void a_sender_that_dies_between_batches_sends_nothing_twice_and_nothing_less() {
        LocalDate day = dueFrom(today.plusDays(1));
        instructorCertifiedOn(day.minusMonths(24));
        onlyOurs();
        transaction.run(() -> run.gather(day));
        transaction.run(() -> run.gather(day));
        transaction.rollBack(() -> run.next(day));
        assertThat(days(nurse)).isEmpty();

        transaction.run(() -> run.next(day));
        transaction.run(() -> run.next(day));
        send(day);

        assertThat(days(nurse)).containsExactly(day);
        assertThat(arrived(1, nurse)).hasSize(1);
    }

    @Test
    void a_day_without_the_portal_is_made_good_on_the_next() {
        LocalDate due = dueFrom(today.plusDays(40));
        LocalDate missed = before(due.minusDays(30));
        LocalDate first = SendingDays.weekdayBefore(missed);
        LocalDate next = SendingDays.weekdayAfter(missed);
        instructorCertifiedOn(due.minusMonths(24));
        onlyOurs();

        send(first);
        send(next);

        assertThat(days(nurse)).containsExactly(next);
    }

    @Test
    void an_unsigned_agreement_reminds_the_side_that_has_not_signed() {
        as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        scenario.unique("form"),
                        nurse,
                        role("method-supervisor"),
                        unit,
                        Set.of(),
                        today,
                        Set.of(),
                        Set.of())));
        onlyOurs();

        sendAll(today, today.plusDays(12));

        LocalDate seventh = after(today.plusDays(7));
        assertThat(days(nurse)).containsExactly(seventh);
        assertThat(days(manager)).containsExactly(seventh);
        assertThat(text(nurse)).contains("väntar på din underskrift").contains("/agreement/agreement.xhtml?id=");
    }

    @Test
    void an_agreement_that_a_newer_one_replaces_reminds_nobody() {
        long appointment = as.person(
                manager,
                () -> appointments.appoint(new NewAppointment(
                        scenario.unique("form"),
                        nurse,
                        role("method-supervisor"),
                        unit,
                        Set.of(),
                        today,
                        Set.of(),
                        Set.of())));
        database.execute(
                handle -> handle.createUpdate("""
                        insert into agreement (appointment_id, description_version_id, text_sv, text_hash, valid_from,
                                               offered_at)
                        select appointment_id, description_version_id, text_sv, text_hash, valid_from,
                               offered_at + interval 20 day
                        from agreement where appointment_id = :id""").bind("id", appointment).execute());
        onlyOurs();

        sendAll(today, today.plusDays(12));

        assertThat(days(nurse)).isEmpty();
        assertThat(days(manager)).isEmpty();
    }

    @Test
    void a_coordinator_is_told_of_the_own_places_only_and_not_who_is_protected() {
        long coordinator = scenario.official(Office.COORDINATOR, organisation);
        long neighbour = scenario.official(Office.COORDINATOR, scenario.place("sodra"));
        nurse = scenario.protectedEmployee(unit);
        LocalDate due = dueFrom(today.plusDays(1));
        instructorCertifiedOn(due.minusMonths(24));
        onlyOurs(coordinator, neighbour);

        sendAll(today, due.plusDays(25));

        assertThat(days(coordinator)).hasSize(1);
        assertThat(text(coordinator)).contains("en person: uppdraget");
        assertThat(days(neighbour)).isEmpty();
        assertThat(text(manager)).doesNotContain("en person");
    }

    @Test
    void a_campaign_is_told_when_it_has_begun_before_its_last_day_and_after_it_to_the_person_first() {
        LocalDate last = dueFrom(today.plusDays(70));
        long coordinator = scenario.official(Office.COORDINATOR, organisation);
        campaignUntil(last, coordinator);
        onlyOurs(coordinator);

        sendAll(SendingDays.weekdayAfter(today), last.plusDays(30));

        assertThat(days(nurse))
                .containsExactly(
                        after(today.plusDays(1)),
                        before(last.minusDays(60)),
                        before(last.minusDays(30)),
                        before(last.minusDays(7)),
                        before(last),
                        after(last.plusDays(1)));
        assertThat(days(manager)).containsExactlyElementsOf(days(nurse));
        assertThat(text(manager)).contains("2 personer på dina enheter har det kvar");
        assertThat(text(nurse)).contains("/campaign/campaign.xhtml?id=").doesNotContain("på dina enheter");
        assertThat(days(coordinator)).containsExactly(after(last.plusDays(15)));
    }

    @Test
    void the_mails_about_a_campaign_are_those_that_were_shown() {
        LocalDate last = dueFrom(today.plusDays(40));
        campaignUntil(last, scenario.official(Office.COORDINATOR, organisation));
        onlyOurs();
        List<String> shown = new ArrayList<>();

        for (LocalDate day = SendingDays.weekdayAfter(today);
                day.isBefore(last.plusDays(5));
                day = SendingDays.weekdayAfter(day)) {
            LocalDate sending = day;
            for (long recipient : List.of(nurse, manager)) {
                asLeader(() -> Optional.ofNullable(plan.digest(sending, recipient)))
                        .ifPresent(digest -> shown.add(sending + " " + recipient + " " + digest.text()));
            }
            send(day);
        }

        List<String> written = database.query(handle -> handle.createQuery("""
                        select concat(d.day, ' ', d.person_id, ' ', m.body) from reminder_digest d
                        join mail m on m.message_id = d.message_id where d.person_id in (:nurse, :manager)""")
                .bind("nurse", nurse)
                .bind("manager", manager)
                .mapTo(String.class)
                .list());
        assertThat(shown).hasSizeGreaterThan(5);
        assertThat(written).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void who_has_done_what_a_campaign_asks_hears_no_more_of_it_nor_does_anybody_of_one_that_is_closed() {
        LocalDate last = dueFrom(today.plusDays(20));
        long coordinator = scenario.official(Office.COORDINATOR, organisation);
        long campaign = campaignUntil(last, coordinator);
        transaction.run(
                () -> facts.append(List.of(NewFact.courseCompleted(nurse, TrialCampaigns.COURSE, 1, null, today))));
        onlyOurs();

        send(before(last.minusDays(7)));
        as.person(
                coordinator,
                () -> changes.close(
                        campaign, "Klart", campaigns.campaign(campaign).version()));
        sendAll(SendingDays.weekdayAfter(before(last.minusDays(7))), last.plusDays(30));

        assertThat(days(nurse)).isEmpty();
        assertThat(days(manager)).containsExactly(before(last.minusDays(7)));
        assertThat(text(manager)).contains("gör det som återstår").contains("en person på dina enheter har det kvar");
    }

    /** For whoever works in the unit. */
    private long campaignUntil(LocalDate last, long coordinator) {
        return as.person(
                coordinator,
                () -> changes.make(new CampaignDraft(
                        "Byte av IT-stöd",
                        "Systemet byts ut.",
                        Task.COURSE,
                        TrialCampaigns.COURSE,
                        null,
                        last,
                        new Audience(organisation, true, List.of(), List.of(), List.of()))));
    }

    @Test
    void only_who_shapes_the_rules_sees_them_and_the_week() {
        for (long other : List.of(manager, nurse, scenario.official(Office.COORDINATOR, scenario.place("vastra")))) {
            as.person(other, () -> {
                assertThatThrownBy(() -> plan.week()).isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> plan.on(today, 1)).isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> plan.digest(today, nurse)).isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> rules.all()).isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> rules.add(Occasion.DUE, 3, Recipient.MANAGER, false))
                        .isInstanceOf(AccessDenied.class);
                assertThatThrownBy(() -> rules.end(1)).isInstanceOf(AccessDenied.class);
            });
            assertThatThrownBy(() -> as.person(other, () -> run.gather(today))).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void a_rule_is_added_once_holds_from_then_on_and_can_be_ended() {
        LocalDate due = dueFrom(today.plusDays(16));
        LocalDate day = before(due.minusDays(11));
        instructorCertifiedOn(due.minusMonths(24));
        asLeader(() -> {
            rules.add(Occasion.DUE, 11, Recipient.APPOINTEE, true);
            return true;
        });
        assertThatThrownBy(() -> asLeader(() -> {
                    rules.add(Occasion.DUE, 11, Recipient.APPOINTEE, true);
                    return true;
                }))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.key()).isEqualTo("reminder.refused.there"));
        assertThat(asLeader(() -> Optional.ofNullable(plan.digest(day, nurse)))).isPresent();

        asLeader(() -> {
            rules.all().stream().filter(rule -> rule.days() == 11).forEach(rule -> rules.end(rule.id()));
            return true;
        });

        assertThat(asLeader(() -> Optional.ofNullable(plan.digest(day, nurse)))).isEmpty();
    }

    @Test
    void days_out_of_range_are_refused_beside_the_field() {
        for (int days : List.of(-1, 1001)) {
            assertThatThrownBy(() -> asLeader(() -> {
                        rules.add(Occasion.DUE, days, Recipient.MANAGER, false);
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refused -> assertThat(refused.field()).isEqualTo("days"));
        }
    }

    private <T> T asLeader(Callable<T> question) {
        return as.person(leader, question);
    }

    private void instructorCertifiedOn(LocalDate day) {
        long appointment = database.query(handle -> handle.createUpdate("""
                        insert into appointment (person_id, role_id, place_id, valid_from, appointed_at)
                        values (:person, :role, :unit, :from, :from)""")
                .bind("person", nurse)
                .bind("role", role("instructor"))
                .bind("unit", unit)
                .bind("from", day)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
        transaction.run(() -> facts.append(List.of(
                NewFact.appointed(nurse, appointment, day),
                NewFact.licenceGiven(nurse, "nurse", day),
                NewFact.sessionAttended(nurse, "instructor-training", 1, null, day),
                NewFact.sessionAttended(nurse, "instructor-training", 2, null, day),
                NewFact.agreementInForce(nurse, appointment, appointment, 1, day, null))));
        database.execute(handle ->
                handle.execute("update agreement set in_force_from = ? where appointment_id = ?", day, appointment));
    }

    private long role(String code) {
        return database.query(handle -> handle.createQuery("select id from role where code = :code")
                .bind("code", code)
                .mapTo(long.class)
                .one());
    }

    /** What concerns others was told before, so that a year passes without their mails. */
    private void onlyOurs(long... more) {
        List<Long> ours = new ArrayList<>(List.of(nurse, manager));
        for (long one : more) {
            ours.add(one);
        }
        database.execute(handle -> {
            List<ReminderRule> all = ReminderSql.rules(handle);
            for (LocalDate day = today; day.isBefore(today.plusMonths(13)); day = day.plusDays(1)) {
                if (SendingDays.isSendingDay(day)) {
                    Gathering gathering = new Gathering(all, day, null);
                    gathering
                            .bind(handle.createUpdate(
                                    "insert ignore into reminder (recipient_id, appointment_id, campaign_id, people, rule_id, event_day, day, told)"
                                            + " select g.recipient_id, g.appointment_id, g.campaign_id, g.people, g.rule_id, g.event_day, '2000-01-03', true from ("
                                            + gathering.sql() + ") g where g.recipient_id not in (<ours>)"))
                            .bindList("ours", ours)
                            .execute();
                }
            }
        });
    }

    private void sendAll(LocalDate from, LocalDate until) {
        from.datesUntil(until).filter(SendingDays::isSendingDay).forEach(this::send);
    }

    private void send(LocalDate day) {
        guard.asSystem("reminders", () -> {
            run.gather(day);
            boolean more = run.next(day);
            while (more) {
                more = run.next(day);
            }
            return true;
        });
    }

    private List<LocalDate> days(long person) {
        return database.query(
                handle -> handle.createQuery("select day from reminder_digest where person_id = :person order by day")
                        .bind("person", person)
                        .mapTo(LocalDate.class)
                        .list());
    }

    private String text(long person) {
        List<String> bodies = database.query(handle -> handle.createQuery("""
                        select m.body from reminder_digest d join mail m on m.message_id = d.message_id
                        where d.person_id = :person order by d.day""")
                .bind("person", person)
                .mapTo(String.class)
                .list());
        return String.join("\n", bodies);
    }

    /** The reminders in both mailboxes, when so many have come; other mails stand beside them. */
    private List<Mailbox.Received> arrived(int number, long... persons) {
        List<Mailbox.Received> reminders = new ArrayList<>();
        Patience.until(Duration.ofMinutes(2), () -> {
            reminders.clear();
            for (long person : persons) {
                Mailbox.of(address(person)).read().stream()
                        .filter(mail -> mail.subject().contains("påminnelse"))
                        .forEach(reminders::add);
            }
            return reminders.size() >= number;
        });
        return reminders;
    }

    private String address(long person) {
        return database.query(handle -> handle.createQuery("select email from person where id = :person")
                .bind("person", person)
                .mapTo(String.class)
                .one());
    }

    /** A weekday that can be a due day: two years after a day that is in the calendar. */
    private static LocalDate dueFrom(LocalDate earliest) {
        LocalDate due = earliest;
        while (!SendingDays.isSendingDay(due)
                || !due.minusMonths(24).plusMonths(24).equals(due)) {
            due = due.plusDays(1);
        }
        return due;
    }

    private static LocalDate before(LocalDate day) {
        return SendingDays.isSendingDay(day) ? day : SendingDays.weekdayBefore(day);
    }

    private static LocalDate after(LocalDate day) {
        return SendingDays.isSendingDay(day) ? day : SendingDays.weekdayAfter(day);
    }

    private static String body(String shown) {
        return shown.substring(shown.indexOf("Hej"));
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
