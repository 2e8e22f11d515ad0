package se.metodporten.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Words;
import se.metodporten.directory.Fault;
import se.metodporten.directory.Outcome;
import se.metodporten.directory.Problem;
import se.metodporten.fact.NewFact;
import se.metodporten.register.Known.Held;
import se.metodporten.register.RegisterRows.Kept;
import se.metodporten.role.Description;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;

/**
 * Tells what each row of a file would do: add something, nothing since it is there already, or why it cannot be used. What
 * the rows say is compared with what the portal knows and with each other; nothing that is known is changed.
 */
final class Matching {

    private static final int MONTHS_AHEAD = 12;

    private final String fileName;
    private final LocalDate today;
    private final PeopleInFile people;
    private final Known known;
    private final Asked asked;
    private final Said said;

    private final Map<Integer, Outcome> outcomes = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Plan.Begun> begun = new ArrayList<>();
    private final List<Plan.Paper> papers = new ArrayList<>();
    private final List<NewFact> facts = new ArrayList<>();
    private final Map<Long, List<Held>> held = new TreeMap<>();
    private final Map<String, Held> heldByRow = new HashMap<>();
    private final Set<Long> persons = new TreeSet<>();

    /** @param said of the people, after merges */
    Matching(String fileName, LocalDate today, PeopleInFile people, Known known, Asked asked, Said said) {
        this.fileName = fileName;
        this.today = today;
        this.people = people;
        this.known = known;
        this.asked = asked;
        this.said = said;
        refuseMergesThatOverlap();
    }

    Plan plan(List<Kept> rows) {
        List<RegisterLine> usable = rows.stream()
                .filter(row -> !row.faulty())
                .map(Kept::line)
                .filter(this::isAboutSomebody)
                .toList();
        of(usable, Set.of(LineType.APPOINTMENT)).forEach(this::appointment);
        of(usable, Set.of(LineType.AGREEMENT)).forEach(this::agreement);
        of(usable, Set.of(LineType.LICENCE, LineType.LICENCE_WITHDRAWN)).stream()
                .sorted(Comparator.comparing(RegisterLine::firstDay).thenComparing(RegisterLine::kind))
                .forEach(this::licence);
        of(usable, Set.of(LineType.TRAINING, LineType.REFRESHER)).forEach(this::evidence);
        return new Plan(
                rows.stream().map(this::told).toList(), problems, people.became(), begun, papers, facts, persons);
    }

    private static List<RegisterLine> of(List<RegisterLine> lines, Set<LineType> types) {
        return lines.stream().filter(line -> types.contains(line.kind())).toList();
    }

    private Told told(Kept row) {
        RegisterLine line = row.line();
        if (row.faulty()) {
            return new Told(line.line(), null, null, null, null, false, null);
        }
        PeopleInFile.Somebody who = people.who(line);
        boolean leads = who.leads() == line.line();
        return new Told(
                line.line(),
                people.person(line),
                leads ? who.likePerson() : null,
                leads ? who.likeLine() : null,
                leads ? who.same() : null,
                leads && who.merges(),
                outcomes.get(line.line()));
    }

    /** Two who have appointments that would overlap once they are one must be put in order by hand first. */
    private void refuseMergesThatOverlap() {
        List.copyOf(people.became().entrySet()).forEach(merge -> {
            boolean overlap = known.held(merge.getKey()).stream()
                    .anyMatch(one -> known.held(merge.getValue()).stream()
                            .anyMatch(other -> other.isOf(other.personId(), one.roleId(), one.placeId())
                                    && other.overlaps(one.from(), one.through())));
            if (overlap) {
                people.keepApart(merge.getKey());
            }
        });
    }

    private boolean isAboutSomebody(RegisterLine line) {
        PeopleInFile.Somebody who = people.who(line);
        Long person = people.person(line);
        if (person == null) {
            return refuse(line, "hsaId", Fault.PERSON, line.hsaId() == null ? name(line) : line.hsaId());
        }
        if (who.known() != null && who.known().isCalledOtherwise(line)) {
            return refuse(line, "efternamn", Fault.OTHER_NAME, name(line));
        }
        if (Boolean.TRUE.equals(who.same()) && who.merges() && !people.became().containsKey(who.personId())) {
            return refuse(line, "hsaId", Fault.MERGE, Objects.requireNonNullElse(line.hsaId(), name(line)));
        }
        persons.add(person);
        return true;
    }

    private void appointment(RegisterLine line) {
        Role role = asked.role(line.role()).orElse(null);
        if (role == null) {
            refuse(line, "roll", Fault.ROLE, line.role());
            return;
        }
        Known.Place place = placeHeld(line, role).orElse(null);
        if (place == null || !fits(line, place)) {
            return;
        }
        long person = person(line);
        String token = UUID.nameUUIDFromBytes(
                        ("register:" + person + ":" + role.id() + ":" + place.id() + ":" + line.from())
                                .getBytes(StandardCharsets.UTF_8))
                .toString();
        for (Held other : held(person)) {
            boolean same = other.isOf(person, role.id(), place.id());
            if (token.equals(other.token())
                    || (same
                            && other.from().equals(line.from())
                            && other.through().equals(line.through()))) {
                heldByRow.put(rowKey(line), other);
                outcomes.put(line.line(), Outcome.UNCHANGED);
                return;
            }
            if (same && other.overlaps(line.firstDay(), line.lastDay())) {
                refuse(line, "från", Fault.OVERLAP, line.firstDay() + " / " + other.from());
                return;
            }
        }
        Held now = new Held(-line.line(), person, role.id(), place.id(), line.firstDay(), line.lastDay(), token);
        held(person).add(now);
        heldByRow.put(rowKey(line), now);
        outcomes.put(line.line(), Outcome.ADDED);
        begun.add(begun(line, now, role, place));
    }

    private Plan.Begun begun(RegisterLine line, Held now, Role role, Known.Place place) {
        Set<Long> units = new TreeSet<>();
        line.units().forEach(unit -> known.unit(unit).ifPresent(found -> units.add(found.id())));
        if (role.heldAt() == Role.HeldAt.UNIT) {
            units.add(place.id());
        }
        return new Plan.Begun(
                now.id(),
                Objects.requireNonNull(now.token()),
                now.personId(),
                known.employment(sameAs(now.personId()), line.hsaId(), place.id(), comparedOn(line)),
                role.id(),
                place.id(),
                units,
                now.from(),
                now.through(),
                line.vouchedBy().isEmpty() ? Set.of() : asked.attestations(role.id(), now.from()),
                line.vouchedBy(),
                source(line));
    }

    private Optional<Known.Place> placeHeld(RegisterLine line, Role role) {
        boolean unit = role.heldAt() == Role.HeldAt.UNIT;
        Optional<Known.Place> place = unit ? known.unit(line.place()) : known.organisation(line.place());
        if (place.isEmpty()) {
            refuse(line, "plats", unit ? Fault.UNIT : Fault.ORGANISATION, line.place());
        }
        return place;
    }

    /** The place is there, the units served are of its organisation, the first day is not far ahead. */
    private boolean fits(RegisterLine line, Known.Place place) {
        if (line.firstDay().isAfter(today.plusMonths(MONTHS_AHEAD))) {
            return refuse(line, "från", Fault.FAR, line.firstDay());
        }
        LocalDate day = comparedOn(line);
        Known.Stay stay = place.on(day).orElse(null);
        if (stay == null) {
            return refuse(line, "plats", Fault.UNIT_CLOSED, line.place());
        }
        Long organisation = stay.organisation() == null ? Long.valueOf(place.id()) : stay.organisation();
        for (String code : line.units()) {
            Known.Place unit = known.unit(code).orElse(null);
            if (unit == null) {
                return refuse(line, "enheter", Fault.UNIT, code);
            }
            Known.Stay there = unit.on(day).orElse(null);
            if (there == null) {
                return refuse(line, "enheter", Fault.UNIT_CLOSED, code);
            }
            if (!organisation.equals(there.organisation())) {
                return refuse(line, "enheter", Fault.OTHER_ORGANISATION, code);
            }
        }
        return true;
    }

    /** The day on which a row is compared with what is known of places, as a row of staff is. */
    private LocalDate comparedOn(RegisterLine line) {
        LocalDate day = line.firstDay().isAfter(today) ? line.firstDay() : today;
        return day.isAfter(line.lastDay()) ? line.lastDay() : day;
    }

    private void agreement(RegisterLine line) {
        Role role = asked.role(line.role()).orElse(null);
        if (role == null) {
            refuse(line, "roll", Fault.ROLE, line.role());
            return;
        }
        Known.Place place = placeHeld(line, role).orElse(null);
        if (place == null) {
            return;
        }
        if (!asked.everAsks(role.id(), Requirement.Kind.AGREEMENT)) {
            refuse(line, "roll", Fault.NOT_ASKED, line.role());
            return;
        }
        Held of = heldOn(line, role, place).orElse(null);
        if (of == null) {
            refuse(line, "från", Fault.NO_APPOINTMENT, line.firstDay());
            return;
        }
        if (isWrongInTime(line, of)) {
            return;
        }
        Description description = asked.description(role.id(), line.signed()).orElse(null);
        if (description == null) {
            refuse(line, "roll", Fault.NO_DESCRIPTION, line.role());
            return;
        }
        boolean there = known.agreements(of.id()).contains(line.firstDay()) || !said.agree(of.id(), line.firstDay());
        outcomes.put(line.line(), there ? Outcome.UNCHANGED : Outcome.ADDED);
        if (!there) {
            papers.add(paper(line, of, description));
        }
    }

    private Plan.Paper paper(RegisterLine line, Held of, Description description) {
        return new Plan.Paper(
                -line.line(),
                of.personId(),
                of.id(),
                description.id(),
                description.number(),
                line.signed(),
                line.firstDay(),
                line.lastDay().isAfter(of.through()) ? of.through() : line.lastDay(),
                line.vouchedBy(),
                source(line));
    }

    /** The appointment of the file's own row, also when it has been moved since; else one of that place on that day. */
    private Optional<Held> heldOn(RegisterLine line, Role role, Known.Place place) {
        long person = person(line);
        Held ofFile = heldByRow.get(rowKey(line));
        if (ofFile != null && ofFile.overlaps(line.firstDay(), line.firstDay())) {
            return Optional.of(ofFile);
        }
        return held(person).stream()
                .filter(one -> one.isOf(person, role.id(), place.id()))
                .filter(one -> one.overlaps(line.firstDay(), line.firstDay()))
                .findFirst();
    }

    private boolean isWrongInTime(RegisterLine line, Held of) {
        if (line.signed().isAfter(today)) {
            return !refuse(line, "undertecknad", Fault.FUTURE, line.signed());
        }
        if (line.firstDay().isAfter(today.plusMonths(MONTHS_AHEAD))) {
            return !refuse(line, "från", Fault.FAR, line.firstDay());
        }
        boolean open = line.lastDay().equals(CountyTime.END_OF_DAYS);
        return !open
                && line.lastDay().isAfter(of.through())
                && !refuse(line, "till", Fault.OUTSIDE, line.lastDay() + " / " + of.through());
    }

    private void licence(RegisterLine line) {
        String code = code(line).orElse(null);
        if (code == null || isAhead(line, "från", line.firstDay())) {
            return;
        }
        long person = person(line);
        LocalDate day = line.firstDay();
        boolean given = line.kind() == LineType.LICENCE;
        boolean there = given ? said.holds(person, code, day) : said.isWithdrawnOn(person, code, day);
        if (!there && !given && !said.holds(person, code, day.minusDays(1))) {
            refuse(line, "från", Fault.NOT_HELD, day);
            return;
        }
        outcomes.put(line.line(), there ? Outcome.UNCHANGED : Outcome.ADDED);
        if (!there) {
            said.licence(person, code, day, given);
            NewFact fact =
                    given ? NewFact.licenceGiven(person, code, day) : NewFact.licenceWithdrawn(person, code, day);
            facts.add(fact.because(source(line)));
        }
    }

    private void evidence(RegisterLine line) {
        String code = code(line).orElse(null);
        if (code == null || isAhead(line, "från", line.firstDay()) || isAhead(line, "till", line.lastDay())) {
            return;
        }
        long person = person(line);
        boolean news = said.recognise(person, code, line.lastDay());
        outcomes.put(line.line(), news ? Outcome.ADDED : Outcome.UNCHANGED);
        if (news) {
            facts.add(NewFact.evidenceRecognised(person, code, line.lastDay(), source(line)));
        }
    }

    private Optional<String> code(RegisterLine line) {
        Optional<String> code = asked.code(line.kind().about(), line.what());
        if (code.isEmpty()) {
            refuse(line, "gäller", Fault.CODE, line.what());
        }
        return code;
    }

    private boolean isAhead(RegisterLine line, String column, LocalDate day) {
        return day.isAfter(today) && !refuse(line, column, Fault.FUTURE, day);
    }

    /** @return false, for the caller to go on with */
    private boolean refuse(RegisterLine line, String column, Fault fault, Object value) {
        problems.add(Problem.of(line.line(), column, fault, String.valueOf(value)));
        return false;
    }

    private List<Held> held(long person) {
        return held.computeIfAbsent(person, id -> {
            List<Held> all = new ArrayList<>();
            sameAs(id)
                    .forEach(same -> known.held(same)
                            .forEach(one -> all.add(new Held(
                                    one.id(),
                                    id,
                                    one.roleId(),
                                    one.placeId(),
                                    one.from(),
                                    one.through(),
                                    one.token()))));
            return all;
        });
    }

    /** The person and those who are merged into it by what was decided. */
    private Set<Long> sameAs(long person) {
        Set<Long> same = new TreeSet<>(Set.of(person));
        people.became().forEach((from, into) -> {
            if (into == person) {
                same.add(from);
            }
        });
        return same;
    }

    private long person(RegisterLine line) {
        return Objects.requireNonNull(people.person(line));
    }

    private String source(RegisterLine line) {
        LocalDate first = line.firstDay();
        return line.kind().about().isEmpty() || first.equals(line.lastDay())
                ? Words.in(Words.SWEDISH, "register.source", fileName, Integer.toString(line.line()))
                : Words.in(
                        Words.SWEDISH,
                        "register.sourceOfDays",
                        fileName,
                        Integer.toString(line.line()),
                        first,
                        line.lastDay());
    }

    private String rowKey(RegisterLine line) {
        return person(line) + "|" + line.role().toLowerCase(Locale.ROOT) + "|"
                + line.place().toLowerCase(Locale.ROOT);
    }

    private static String name(RegisterLine line) {
        return line.givenName() + " " + line.familyName();
    }
}
