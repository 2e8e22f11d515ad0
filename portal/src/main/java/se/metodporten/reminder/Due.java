package se.metodporten.reminder;

import org.jdbi.v3.core.statement.SqlStatement;

/** What is to be told, or was gathered, on one weekday, as a table expression. */
sealed interface Due permits Gathering, Gathered {

    /** A select statement with the columns recipient_id, appointment_id or campaign_id, people, rule_id, event_day. Needs {@link #bind}. */
    String sql();

    <S extends SqlStatement<S>> S bind(S statement);
}
