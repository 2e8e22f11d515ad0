package se.metodporten.reminder;

import java.time.LocalDate;
import org.jdbi.v3.core.statement.SqlStatement;

/** What was gathered for a weekday when its run began. */
record Gathered(LocalDate day) implements Due {

    @Override
    public String sql() {
        return "select recipient_id, appointment_id, campaign_id, people, rule_id, event_day from reminder"
                + " where day = :reminderDay";
    }

    @Override
    public <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bind("reminderDay", day);
    }
}
