package se.metodporten.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.reminder.rules.Occasion;
import se.metodporten.reminder.rules.SendingDays;

/**
 * What the rules say is to be told on one weekday: one branch a rule, so that each is served by an index. The same
 * expression shows the week ahead and is gathered into the digests, so that they cannot differ.
 *
 * @param lastDone the weekday up to which everything was told; null when this is the first run
 */
record Gathering(
        List<ReminderRule> rules, LocalDate day, @Nullable LocalDate lastDone) implements Due {

    private static final String STILL = "known_until = '9999-12-31 23:59:59'";

    private static final String NOTHING =
            "select null recipient_id, null appointment_id, null campaign_id, null people,"
                    + " null rule_id, null event_day from person where false";

    Gathering {
        rules = List.copyOf(rules);
    }

    @Override
    public String sql() {
        List<String> ofAppointments = new ArrayList<>();
        List<String> ofCampaigns = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).occasion().ofCampaign()) {
                ofCampaigns.add(CampaignBranch.of(rules.get(i), i));
            } else {
                ofAppointments.add(branch(rules.get(i), i));
            }
        }
        List<String> halves = new ArrayList<>();
        if (!ofAppointments.isEmpty()) {
            halves.add(String.format(Locale.ROOT, """
                    select distinct w.recipient_id, w.appointment_id, null campaign_id, null people, w.rule_id, w.event_day
                    from (%s) w
                    join appointment a on a.id = w.appointment_id and a.valid_through >= :reminderDay
                    join person p on p.id = w.recipient_id and p.merged_into is null
                    where not exists (select 1 from reminder r where r.recipient_id = w.recipient_id
                                      and r.appointment_id = w.appointment_id and r.rule_id = w.rule_id
                                      and r.event_day = w.event_day and r.told)""", either(ofAppointments)));
        }
        if (!ofCampaigns.isEmpty()) {
            halves.add(String.format(Locale.ROOT, """
                    select w.recipient_id, null appointment_id, w.campaign_id, w.people, w.rule_id, w.event_day
                    from (%s) w
                    join person p on p.id = w.recipient_id and p.merged_into is null
                    where not exists (select 1 from reminder r where r.recipient_id = w.recipient_id
                                      and r.campaign_id = w.campaign_id and r.rule_id = w.rule_id
                                      and r.event_day = w.event_day and r.told)""", either(ofCampaigns)));
        }
        return halves.isEmpty() ? NOTHING : either(halves);
    }

    private static String either(List<String> selects) {
        return String.join("\nunion all\n", selects);
    }

    @Override
    public <S extends SqlStatement<S>> S bind(S statement) {
        S bound = rules.isEmpty() ? statement : statement.bind("reminderDay", day);
        for (int i = 0; i < rules.size(); i++) {
            ReminderRule rule = rules.get(i);
            SendingDays.Span wanted =
                    SendingDays.wantedFor(day, lastDone, rule.occasion().beforehand());
            LocalDate one = rule.occasion().eventDay(wanted.from(), rule.days());
            LocalDate other = rule.occasion().eventDay(wanted.through(), rule.days());
            bound = bound.bind("rule" + i, rule.id());
            if (rule.occasion() == Occasion.AGREEMENT_WAITING) {
                bound = bound.bind("from" + i, one.atStartOfDay(CountyTime.ZONE).toInstant())
                        .bind(
                                "before" + i,
                                other.plusDays(1).atStartOfDay(CountyTime.ZONE).toInstant());
            } else {
                bound = bound.bind("from" + i, one).bind("through" + i, other);
            }
            if (rule.occasion() == Occasion.DUE) {
                bound = bound.bind("days" + i, rule.days());
            }
        }
        return bound;
    }

    private static String branch(ReminderRule rule, int number) {
        String occasion = switch (rule.occasion()) {
            case WINDOW_OPENED -> begins("REFRESHER_DUE");
            case LAPSED -> begins("LAPSED");
            case STEPS_LEFT -> begins("NOMINATED");
            case DUE -> DUE;
            case AGREEMENT_WAITING -> unsigned(rule.recipient());
            case CAMPAIGN_BEGUN, CAMPAIGN_DUE, CAMPAIGN_MISSED -> throw new IllegalArgumentException(rule.toString());
        };
        String branch = switch (rule.recipient()) {
            case APPOINTEE -> selecting("o.person_id", "", occasion);
            case MANAGER -> selecting("f.person_id", """
                        join office_in_place f on f.office = 'MANAGER' and f.place_id = o.place_id
                             and :reminderDay between f.valid_from and f.valid_through""", occasion);
            case COORDINATOR -> selecting("f.person_id", String.format(Locale.ROOT, """
                        join place_ancestor above on above.place_id = o.place_id and above.%s
                             and :reminderDay between above.valid_from and above.valid_through
                        join office_in_place f on f.office = 'COORDINATOR' and f.place_id = above.ancestor_id
                             and :reminderDay between f.valid_from and f.valid_through""", STILL), occasion);
        };
        return branch.replace("#", Integer.toString(number));
    }

    private static String selecting(String recipient, String offices, String occasion) {
        return "select " + recipient + " recipient_id, o.id appointment_id, :rule# rule_id, e.event_day from ("
                + occasion + ") e join appointment o on o.id = e.appointment_id " + offices;
    }

    /** A standing that begins, and still is on the day. */
    private static String begins(String standing) {
        return String.format(Locale.ROOT, """
                select s.appointment_id, s.valid_from event_day from standing_period s
                join standing_period n on n.appointment_id = s.appointment_id and n.%1$s and n.standing = '%2$s'
                     and :reminderDay between n.valid_from and n.valid_through
                where s.%1$s and s.standing = '%2$s' and s.valid_from between :from# and :through#
                  and not exists (select 1 from standing_period b where b.appointment_id = s.appointment_id and b.%1$s
                                  and b.standing = '%2$s' and b.valid_through = s.valid_from - interval 1 day)""", STILL, standing);
    }

    private static final String DUE = """
            select s.appointment_id, s.due_day event_day from standing_period s
            where s.known_until = '9999-12-31 23:59:59' and s.standing = 'REFRESHER_DUE'
              and s.due_day between :from# and :through# and s.due_day >= :reminderDay
              and s.due_day - interval :days# day between s.valid_from and s.valid_through""";

    private static String unsigned(Recipient recipient) {
        String side = recipient == Recipient.COORDINATOR
                ? ""
                : " and not exists (select 1 from agreement_signature s where s.agreement_id = g.id and s.side = '"
                        + recipient + "')";
        return "select g.appointment_id, cast(g.offered_at as date) event_day from agreement g"
                + " where g.offered_at >= :from# and g.offered_at < :before#"
                + " and g.in_force_from is null and g.ended_on is null"
                + " and not exists (select 1 from agreement n where n.appointment_id = g.appointment_id and n.id > g.id)"
                + side;
    }
}
