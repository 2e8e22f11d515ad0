package se.metodporten.desk;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.common.Database;
import se.metodporten.fact.Basis;
import se.metodporten.fact.FactRecord;

/** All that the portal keeps about the reader, to take along: the person's page and what is behind it, as JSON. */
@Service
public class MyData {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String SAME = "(select p.id from person p where p.id = :person or p.merged_into = :person)";

    @Inject
    private Guard guard;

    @Inject
    private PersonPages pages;

    @Inject
    private Database database;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Keeps in the audit that the reader took the own data along, in whatever form. */
    public void noteTakenAlong() {
        long person = guard.requireSignedIn();
        audit.done(guard.reader().actor(), "DOWNLOAD_OWN_DATA", "person:" + person, null, null);
    }

    public JsonObject json() {
        long person = guard.requireSignedIn();
        PersonPage page = pages.mine();
        noteTakenAlong();
        return JSON.createObjectBuilder()
                .add("madeAt", clock.instant().toString())
                .add("person", rows(person, """
                        select given_name, family_name, email, protected protected_identity, created_at, merged_into
                        from person where id in """ + SAME))
                .add("employments", rows(person, """
                        select e.hsa_id, e.title, u.code unit_code, v.name unit, e.valid_from, e.valid_through
                        from employment e join place u on u.id = e.unit_id
                        left join place_version v on v.place_id = u.id and v.known_until = '9999-12-31 23:59:59'
                          and e.valid_from between v.valid_from and v.valid_through
                        where e.person_id in """ + SAME + " order by e.valid_from"))
                .add("account", rows(person, """
                        select username, language, closed, last_sign_in, created_at from account where person_id in """ + SAME))
                .add("offices", rows(person, """
                        select g.office, u.code place, g.valid_from, g.valid_through, g.granted_at from office_grant g
                        join place u on u.id = g.place_id where g.person_id in """ + SAME))
                .add("appointments", appointments(page))
                .add("facts", facts(page))
                .add("courseAttempts", rows(person, """
                        select c.code course, v.number version, t.status, t.score, t.total_seconds, t.started_at, t.completed_at
                        from attempt t join course_version v on v.id = t.course_version_id
                        join course c on c.id = v.course_id where t.person_id in """ + SAME))
                .add("trainings", rows(person, """
                        select t.title, t.kind, s.day, u.state, a.present from sign_up u
                        join training t on t.id = u.training_id
                        join training_session s on s.training_id = t.id
                        left join attendance a on a.session_id = s.id and a.person_id = u.person_id
                        where u.person_id in """ + SAME + " order by s.day"))
                .add("agreements", agreements(page))
                .add("mails", rows(person, """
                        select subject, address, state, queued_at, sent_at from mail where person_id in """ + SAME))
                .add("correctionsAsked", rows(person, """
                        select text, asked_at, handled_at, answer from correction_request where person_id in """ + SAME))
                .build();
    }

    private static JsonArrayBuilder appointments(PersonPage page) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (PersonPage.Held held : page.appointments()) {
            JsonArrayBuilder periods = JSON.createArrayBuilder();
            for (StandingPeriod period : held.standing().timeline().periods()) {
                JsonObjectBuilder one = JSON.createObjectBuilder()
                        .add("from", period.from().toString())
                        .add("through", period.through().toString())
                        .add("standing", period.standing().name());
                add(one, "dueDay", period.dueDay());
                periods.add(one);
            }
            JsonArrayBuilder units = JSON.createArrayBuilder();
            held.card().units().forEach(unit -> units.add(unit.name()));
            all.add(JSON.createObjectBuilder()
                    .add("id", held.card().id())
                    .add("role", held.card().role().in(Locale.forLanguageTag("sv")))
                    .add("place", held.card().place())
                    .add("from", held.card().validFrom().toString())
                    .add("through", held.card().validThrough().toString())
                    .add("unitsServed", units)
                    .add("periods", periods));
        }
        return all;
    }

    private static JsonArrayBuilder facts(PersonPage page) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (PersonPage.Noted noted : page.facts()) {
            FactRecord fact = noted.fact();
            JsonObjectBuilder one = JSON.createObjectBuilder()
                    .add("id", fact.id())
                    .add("kind", fact.kind().name())
                    .add("from", fact.validFrom().toString())
                    .add("holds", noted.valid())
                    .add("recordedAt", fact.recordedAt().toString());
            add(one, "through", fact.validThrough());
            add(one, "about", fact.code());
            add(one, "number", fact.number());
            add(one, "appointment", fact.appointmentId());
            add(one, "corrects", fact.supersedes());
            add(one, "reason", fact.reason());
            add(one, "recordedBy", noted.recordedBy());
            Basis basis = noted.basis();
            if (basis != null) {
                add(one, "decidedBy", basis.decidedBy());
                add(one, "file", basis.documentName());
            }
            all.add(one);
        }
        return all;
    }

    private static JsonArrayBuilder agreements(PersonPage page) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        page.agreements().forEach(agreement -> {
            JsonObjectBuilder one = JSON.createObjectBuilder()
                    .add("appointment", agreement.appointmentId())
                    .add("offeredOn", agreement.offeredOn().toString())
                    .add("signedByAppointee", agreement.signedByAppointee())
                    .add("signedByManager", agreement.signedByManager())
                    .add("through", agreement.validThrough().toString());
            add(one, "inForceFrom", agreement.inForceFrom());
            add(one, "endedOn", agreement.endedOn());
            all.add(one);
        });
        return all;
    }

    /** Rows as they stand, each column by its name; what is not there is left out. */
    private JsonArrayBuilder rows(long person, String sql) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        database.execute(handle -> handle.createQuery(sql)
                .bind("person", person)
                .map((row, context) -> object(row))
                .forEach(all::add));
        return all;
    }

    private static JsonObjectBuilder object(ResultSet row) throws SQLException {
        JsonObjectBuilder one = JSON.createObjectBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            add(one, row.getMetaData().getColumnLabel(i), row.getObject(i));
        }
        return one;
    }

    private static void add(JsonObjectBuilder to, String name, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            to.add(name, flag);
        } else if (value instanceof Integer number) {
            to.add(name, number);
        } else if (value instanceof Long number) {
            to.add(name, number);
        } else if (value instanceof Timestamp moment) {
            to.add(name, moment.toLocalDateTime().toInstant(ZoneOffset.UTC).toString());
        } else if (value != null) {
            to.add(name, value.toString());
        }
    }
}
