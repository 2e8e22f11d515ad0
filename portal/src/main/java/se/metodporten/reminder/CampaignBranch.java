package se.metodporten.reminder;

import java.util.Locale;
import se.metodporten.campaign.Reach;
import se.metodporten.reminder.rules.Occasion;

/** What a rule about campaigns wants told: whom they reach who have not done what they ask, and whoever answers for those. */
final class CampaignBranch {

    private static final String DAY = ":reminderDay";

    private static final String OWN = """
            select distinct r.person_id recipient_id, r.campaign_id, null people, :rule# rule_id, %3$s event_day
            from (%1$s) r where not %2$s""";

    private static final String OF_MANAGERS = """
            select f.person_id recipient_id, r.campaign_id, count(distinct r.person_id) people, :rule# rule_id, %3$s event_day
            from (%1$s) r
            join office_in_place f on f.office = 'MANAGER' and f.place_id = r.place_id
              and :reminderDay between f.valid_from and f.valid_through
            where not %2$s group by f.person_id, r.campaign_id, %3$s""";

    /** Without people whose identity is protected, whom a coordinator does not see on the page either. */
    private static final String OF_COORDINATORS = """
            select f.person_id recipient_id, r.campaign_id, count(distinct r.person_id) people, :rule# rule_id, %3$s event_day
            from (%1$s) r
            join person told on told.id = r.person_id and not told.protected
            join place_ancestor above on above.place_id = r.place_id and above.known_until = '9999-12-31 23:59:59'
              and :reminderDay between above.valid_from and above.valid_through
            join office_in_place f on f.office = 'COORDINATOR' and f.place_id = above.ancestor_id
              and :reminderDay between f.valid_from and f.valid_through
            where not %2$s group by f.person_id, r.campaign_id, %3$s""";

    private CampaignBranch() {}

    /** @param number of the rule among those that are gathered, which its parameters end with */
    static String of(ReminderRule rule, int number) {
        Reach reach = Reach.ofStored("not v.closed and " + wanted(rule.occasion()), DAY);
        String branch = switch (rule.recipient()) {
            case APPOINTEE -> OWN;
            case MANAGER -> OF_MANAGERS;
            case COORDINATOR -> OF_COORDINATORS;
        };
        String eventDay = rule.occasion() == Occasion.CAMPAIGN_BEGUN ? "r.begins_on" : "r.last_day";
        return String.format(Locale.ROOT, branch, reach.people("true"), reach.done(), eventDay)
                .replace("#", Integer.toString(number));
    }

    private static String wanted(Occasion occasion) {
        return switch (occasion) {
            case CAMPAIGN_BEGUN -> "c.begins_on between :from# and :through# and v.last_day >= " + DAY;
            case CAMPAIGN_DUE -> "v.last_day between :from# and :through# and v.last_day >= " + DAY;
            case CAMPAIGN_MISSED -> "v.last_day + interval 1 day between :from# and :through#";
            case WINDOW_OPENED, DUE, LAPSED, STEPS_LEFT, AGREEMENT_WAITING ->
                throw new IllegalArgumentException(occasion.name());
        };
    }
}
