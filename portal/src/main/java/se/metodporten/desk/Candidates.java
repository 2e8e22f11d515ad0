package se.metodporten.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.appointment.AppointmentCard;
import se.metodporten.appointment.AppointmentCards;
import se.metodporten.appointment.Beginning;
import se.metodporten.appointment.NewAppointment;
import se.metodporten.certification.Projections;
import se.metodporten.certification.Projections.Outlook;
import se.metodporten.certification.StandingCard;
import se.metodporten.certification.StandingNow;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Bilingual;
import se.metodporten.common.Containing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.RecordRows;
import se.metodporten.fact.FactRecord;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleBook;

/**
 * Help in choosing whom to appoint: the reader's people with the standing that an appointment from the chosen day would
 * have, by the rules that standings follow, nearest to certified first. The database finds the people, those with most of
 * what the role asks on record first, so that the {@value #MOST} who are judged are the likeliest where there are more.
 */
@Service
public class Candidates {

    /** So many are judged; where there are more, one seeks by name. */
    public static final int MOST = 500;

    private static final int MOST_WORDS = 5;

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Inject
    private RoleBook roles;

    @Inject
    private Projections projections;

    @Inject
    private AppointmentCards appointments;

    @Inject
    private Clock clock;

    /**
     * @param placeId where the appointment would be held
     * @param from its first day
     * @param everywhere among all of the reader's people, not only those who work at the place
     * @param text words of the name; blank: everyone
     */
    public record Question(long roleId, long placeId, LocalDate from, boolean everywhere, String text) {}

    /**
     * @param work title and unit of the employment that the appointment would rest on
     * @param outlook how the appointment would stand on its first day, or today, with the facts that count for it
     * @param serving what the person has already, as far as the reader may see it
     * @param elsewhere how many more that is
     * @param heldSince the role is held at this place already, or will be; null: it is not
     */
    public record Candidate(
            long personId,
            String name,
            Work work,
            StandingCard outlook,
            List<AppointmentCard> serving,
            int elsewhere,
            @Nullable LocalDate heldSince) {}

    public record Work(String title, String unit) {}

    /** @param more there are more people than were judged */
    public record Found(Page<Candidate> page, boolean more) {}

    private record Row(long personId, String name, long employmentId, String title, String unit) {}

    /** In as many statements for many people as for one. */
    public Found find(Question asked, Paging paging) {
        guard.require(Action.APPOINT, asked.placeId());
        List<Row> people = people(asked);
        boolean more = people.size() > MOST;
        List<Row> judged = more ? people.subList(0, MOST) : people;
        Map<Long, StandingCard> outlooks = outlooks(asked, judged);
        List<Row> sorted = judged.stream()
                .sorted(Comparator.comparing(row -> nearness(outlooks.get(row.personId))))
                .toList();
        Page<Row> page = paging.of(sorted);
        return new Found(page.map(candidates(asked, page.rows(), outlooks)::get), more);
    }

    /** Certified first, then by the steps that are left; who is on leave last. Equals stay in the database's order. */
    private static int nearness(@Nullable StandingCard outlook) {
        if (outlook == null) {
            return Integer.MAX_VALUE;
        }
        Standing standing = outlook.now().standing();
        return switch (standing) {
            case CERTIFIED, REFRESHER_DUE -> 0;
            case NOMINATED, LAPSED -> Math.max(1, outlook.now().stepsLeft());
            case PAUSED, ENDED -> Integer.MAX_VALUE;
        };
    }

    private Map<Row, Candidate> candidates(Question asked, List<Row> rows, Map<Long, StandingCard> outlooks) {
        List<Long> persons = rows.stream().map(Row::personId).toList();
        Map<Long, AppointmentCards.OfPerson> held = appointments.current(persons);
        Map<Row, Candidate> candidates = new HashMap<>();
        for (Row row : rows) {
            AppointmentCards.OfPerson has =
                    held.getOrDefault(row.personId, new AppointmentCards.OfPerson(List.of(), 0));
            candidates.put(
                    row,
                    new Candidate(
                            row.personId,
                            row.name,
                            new Work(row.title, row.unit),
                            Objects.requireNonNull(outlooks.get(row.personId)),
                            has.seen(),
                            has.others(),
                            has.seen().stream()
                                    .filter(card ->
                                            card.roleId() == asked.roleId() && card.placeId() == asked.placeId())
                                    .filter(card -> !card.validThrough().isBefore(asked.from()))
                                    .map(AppointmentCard::validFrom)
                                    .findFirst()
                                    .orElse(null)));
        }
        return candidates;
    }

    private Map<Long, StandingCard> outlooks(Question asked, List<Row> rows) {
        List<Beginning> beginnings = new ArrayList<>();
        for (Row row : rows) {
            NewAppointment one = new NewAppointment(
                    "", row.personId, asked.roleId(), asked.placeId(), Set.of(), asked.from(), Set.of(), Set.of());
            beginnings.add(new Beginning(-1L - beginnings.size(), row.personId, one, row.employmentId, List.of()));
        }
        LocalDate today = CountyTime.today(clock);
        LocalDate day = asked.from().isAfter(today) ? asked.from() : today;
        Map<String, Bilingual> offered = offered();
        Map<Long, StandingCard> cards = new HashMap<>();
        for (Outlook outlook : projections.outlooks(beginnings, day).values()) {
            cards.put(outlook.beginning().personId(), card(outlook, day, offered));
        }
        return cards;
    }

    private static StandingCard card(Outlook outlook, LocalDate day, Map<String, Bilingual> offered) {
        Map<String, Bilingual> named = new HashMap<>();
        outlook.requirements().forEach(one -> named.put(one.code(), one.text()));
        named.putAll(offered);
        Set<String> codes =
                outlook.requirements().stream().map(Requirement::code).collect(Collectors.toCollection(HashSet::new));
        outlook.requirements().stream()
                .map(one -> one.terms().renewal())
                .filter(Objects::nonNull)
                .forEach(renewal -> codes.add(renewal.startsWith()));
        List<FactRecord> facts = outlook.facts().stream()
                .filter(fact -> fact.id() > 0 && codes.contains(Objects.requireNonNullElse(fact.code(), "")))
                .filter(fact -> fact.appointmentId() == null)
                .toList();
        return new StandingCard(
                outlook.beginning().id(),
                outlook.timeline(),
                day,
                StandingNow.of(outlook.timeline(), day),
                outlook.requirements(),
                facts,
                named,
                List.of());
    }

    private Map<String, Bilingual> offered() {
        Map<String, Bilingual> offered = new HashMap<>();
        roles.courses().forEach(course -> offered.put(course.code(), course.name()));
        roles.trainingKinds().forEach(kind -> offered.put(kind.code(), kind.name()));
        return offered;
    }

    /** Never the reader, who appoints others; of people with protected identity those whom the reader may know. */
    private List<Row> people(Question asked) {
        Scope scope = guard.scope(Action.APPOINT);
        NameScope visible = names.forReader();
        LocalDate today = CountyTime.today(clock);
        List<String> words = words(asked.text());
        StringBuilder filters = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            filters.append(" and concat(p.given_name, ' ', p.family_name) like :word")
                    .append(at)
                    .append(" escape '|'");
        }
        Set<String> codes = roles.versions().stream()
                .filter(version -> version.roleId() == asked.roleId())
                .flatMap(version -> version.requirements().stream())
                .map(Requirement::code)
                .collect(Collectors.toSet());
        return database.query(handle -> {
            Query query = handle.createQuery("""
                            with work as (
                              select e.id, e.person_id, e.unit_id, e.title,
                                row_number() over (partition by e.person_id order by e.unit_id <> :place, e.id) nth
                              from employment e
                              where :day between e.valid_from and e.valid_through
                                and\s""" + (asked.everywhere() ? "" : "e.unit_id = :place and ")
                            + scope.covers("e.unit_id") + """
                            )
                            select p.id person_id, concat(p.given_name, ' ', p.family_name) name, w.id employment_id, w.title,
                              v.name unit
                            from work w
                            join person p on p.id = w.person_id
                            join place_version v on v.id = (
                              select n.id from place_version n
                              where n.place_id = w.unit_id and n.known_until = '9999-12-31 23:59:59'
                              order by :day between n.valid_from and n.valid_through desc, n.valid_from desc limit 1)
                            where w.nth = 1 and p.merged_into is null and p.id <> :reader and\s""" + visible.visible("p") + filters + """
                             order by (select count(distinct f.code) from fact f
                                       where f.person_id = p.id and f.code in (<codes>)) desc,
                              p.family_name, p.given_name, p.id limit :most""")
                    .bind("place", asked.placeId())
                    .bind("day", asked.from().isBefore(today) ? today : asked.from())
                    .bind("reader", Objects.requireNonNullElse(guard.reader().personId(), 0L))
                    .bindList("codes", codes.isEmpty() ? List.of("") : List.copyOf(codes))
                    .bind("most", MOST + 1);
            for (int at = 0; at < words.size(); at++) {
                query.bind("word" + at, Containing.pattern(words.get(at)));
            }
            return visible.bind(scope.bind(query, today))
                    .map(RecordRows.of(Row.class))
                    .list();
        });
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
