package se.metodporten.demo;

import org.jdbi.v3.core.Handle;

/** Trainings, who has signed up, and who was there. */
final class TrainingLoader {

    private TrainingLoader() {}

    static void trainings(Handle handle, Rows rows, Ids ids) {
        Bulk.insert(
                handle,
                """
                        insert into training (id, kind, place_id, title, venue, seats, created_at, created_by)
                        values (:id, :kind, coalesce(:unit, (select min(id) from place where kind = 'COUNTY')), :title, :venue,
                                :seats, :at, :leader)""",
                rows.trainings,
                (batch, one) -> batch.bind("id", one.id() + ids.training())
                        .bind("kind", one.kind())
                        .bind("unit", Bulk.shifted(one.unit(), ids.place()))
                        .bind("title", one.title())
                        .bind("venue", one.venue())
                        .bind("seats", one.seats())
                        .bind("at", Rows.evening(one.sessions().get(0).day().minusDays(60)))
                        .bind("leader", one.leader() + ids.person()));
        Bulk.insert(
                handle,
                "insert into training_leader (training_id, person_id) values (:id, :leader)",
                rows.trainings,
                (batch, one) ->
                        batch.bind("id", one.id() + ids.training()).bind("leader", one.leader() + ids.person()));
        for (Rows.TrainingRow training : rows.trainings) {
            Bulk.insert(
                    handle,
                    """
                            insert into training_session (id, training_id, part, day, starts, ends)
                            values (:id, :training, :part, :day, :starts, :ends)""",
                    training.sessions(),
                    (batch, one) -> batch.bind("id", one.id() + ids.session())
                            .bind("training", training.id() + ids.training())
                            .bind("part", one.part())
                            .bind("day", one.day())
                            .bind("starts", one.starts())
                            .bind("ends", one.ends()));
        }
        Bulk.insert(
                handle,
                """
                        insert into sign_up (training_id, person_id, state, signed_up_at)
                        select :training, :person, :state, t.created_at from training t where t.id = :training""",
                rows.signUps,
                (batch, one) -> batch.bind("training", one.training() + ids.training())
                        .bind("person", one.person() + ids.person())
                        .bind("state", one.waiting() ? "WAITING" : "SIGNED_UP"));
    }

    static void attendance(Handle handle, Ids ids) {
        handle.createUpdate("""
                        insert into attendance (session_id, person_id, present, fact_id, marked_at)
                        select s.id, f.person_id, true, f.id, f.recorded_at
                        from fact f join training_session s on s.training_id = f.origin and s.part = f.number
                        where f.kind = 'SESSION_ATTENDED' and f.id > :before""").bind("before", ids.fact()).execute();
    }
}
