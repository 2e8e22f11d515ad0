package se.metodporten.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.metodporten.access.Office;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactKind;

/** 4,000 employees with fictional names: managers of one to three units, nurses and others in each. */
final class DemoPeople {

    private static final int PEOPLE = 4_000;

    private static final List<String> GIVEN = List.of(
            "Anna", "Maria", "Eva", "Karin", "Sara", "Lena", "Emma", "Kerstin", "Malin", "Jenny", "Hanna", "Linda",
            "Susanne", "Elin", "Monica", "Amira", "Fatima", "Leyla", "Ingrid", "Sofia", "Johan", "Lars", "Anders",
            "Mikael", "Erik", "Per", "Karl", "Peter", "Jan", "Thomas", "Omar", "Ali", "Yusuf", "Fredrik", "Magnus",
            "Oskar", "Viktor", "Gustav", "Nils", "Axel");

    private static final List<String> FAMILY_FIRST = List.of(
            "Berg", "Lind", "Ny", "Ek", "Sjö", "Sand", "Hall", "Ström", "Dal", "Holm", "Gran", "Alm", "Björk", "Ask",
            "Häg", "Kvarn", "Ny", "Söder", "Öster", "Väster");
    private static final List<String> FAMILY_LAST =
            List.of("ström", "qvist", "gren", "dahl", "man", "lund", "berg", "stedt", "mark", "vik", "fors", "backe");

    private final Rows rows;
    private final Draw draw;
    private final LocalDate today;
    private final Set<String> names = new HashSet<>();
    private final Map<Long, List<Rows.EmploymentRow>> nurses = new HashMap<>();
    private final Map<Long, List<Rows.EmploymentRow>> others = new HashMap<>();
    private final Map<Long, Long> managers = new HashMap<>();

    DemoPeople(Rows rows, Draw draw, LocalDate today) {
        this.rows = rows;
        this.draw = draw;
        this.today = today;
    }

    void make() {
        managers();
        int position = 0;
        while (rows.people.size() < PEOPLE) {
            Rows.UnitRow unit = rows.units.get(position++ % rows.units.size());
            boolean nurse = nurseIn(unit, position / rows.units.size());
            Rows.EmploymentRow employment = employ(unit.id(), nurse ? "Sjuksköterska" : titleIn(unit.kind()));
            (nurse ? nurses : others)
                    .computeIfAbsent(unit.id(), id -> new ArrayList<>())
                    .add(employment);
            if (nurse && draw.chance(97)) {
                LocalDate given = draw.before(employment.from(), 30, 6_000);
                rows.facts.add(new Rows.FactRow(
                        FactKind.LICENCE_GIVEN,
                        employment.person(),
                        null,
                        null,
                        "nurse",
                        null,
                        null,
                        given,
                        null,
                        employment.from(),
                        null));
            }
        }
        secondEmployments();
    }

    long managerOf(long unit) {
        return managers.getOrDefault(unit, 0L);
    }

    /** The nurses of a unit with a licence or without; longest employed first is not promised. */
    List<Rows.EmploymentRow> nursesOf(long unit) {
        return nurses.getOrDefault(unit, List.of());
    }

    List<Rows.EmploymentRow> staffOf(long unit) {
        List<Rows.EmploymentRow> staff = new ArrayList<>(others.getOrDefault(unit, List.of()));
        staff.addAll(nursesOf(unit));
        return staff;
    }

    long official(String title) {
        return employ(rows.units.get(draw.between(0, rows.units.size() - 1)).id(), title)
                .person();
    }

    /** Someone more in that unit. */
    Rows.EmploymentRow employedIn(long unit, String title) {
        return employ(unit, title);
    }

    private void managers() {
        String organisation = "";
        long manager = 0;
        int left = 0;
        for (Rows.UnitRow unit : rows.units) {
            if (left == 0 || !organisation.equals(unit.organisation())) {
                manager = employ(unit.id(), "Enhetschef").person();
                organisation = unit.organisation();
                left = draw.between(1, 3);
            }
            managers.put(unit.id(), manager);
            rows.offices.add(new Rows.OfficeRow(manager, Office.MANAGER, unit.id(), null, null));
            left--;
        }
    }

    private Rows.EmploymentRow employ(long unit, String title) {
        long person = rows.people.size() + 1L;
        String given = draw.of(GIVEN);
        String family = draw.of(FAMILY_FIRST) + draw.of(FAMILY_LAST);
        rows.people.add(
                new Rows.PersonRow(person, given, family, address(given, family), draw.chance(1) && draw.chance(30)));
        return employment(person, unit, title, draw.before(today, 40, 4_000));
    }

    private Rows.EmploymentRow employment(long person, long unit, String title, LocalDate from) {
        long id = rows.employments.size() + 1L;
        Rows.EmploymentRow employment = new Rows.EmploymentRow(
                id,
                person,
                unit,
                String.format(Locale.ROOT, "SE2321000164-E%05d", id),
                title,
                from,
                CountyTime.END_OF_DAYS);
        rows.employments.add(employment);
        return employment;
    }

    /** One in a hundred works in two units of the same organisation. */
    private void secondEmployments() {
        for (int i = 0; i < rows.people.size() / 100; i++) {
            Rows.EmploymentRow first = rows.employments.get(draw.between(500, PEOPLE - 1));
            Rows.UnitRow unit = rows.units.get((int) first.unit() - 1);
            rows.units.stream()
                    .filter(other ->
                            other.id() != unit.id() && other.organisation().equals(unit.organisation()))
                    .findFirst()
                    .ifPresent(other -> employment(
                            first.person(),
                            other.id(),
                            first.title(),
                            first.from().plusDays(20)));
        }
    }

    private String address(String given, String family) {
        String name = (given + "." + family)
                .toLowerCase(Locale.ROOT)
                .replace('å', 'a')
                .replace('ä', 'a')
                .replace('ö', 'o');
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + i;
        }
        return unique + "@example.org";
    }

    private static boolean nurseIn(Rows.UnitRow unit, int round) {
        return switch (unit.kind()) {
            case "home-health-care", "hospital-ward", "psychiatric-ward", "emergency" -> round % 3 != 0;
            case "nursing-home", "short-stay", "health-centre", "psychiatric-clinic", "rehabilitation" ->
                round % 3 == 0;
            default -> round % 9 == 8;
        };
    }

    private static String titleIn(String kind) {
        return switch (kind) {
            case "assessment" -> "Biståndshandläggare";
            case "rehabilitation" -> "Arbetsterapeut";
            case "disability-support" -> "Stödassistent";
            default -> "Undersköterska";
        };
    }
}
