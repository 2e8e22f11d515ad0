package se.metodporten.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.metodporten.access.Office;
import se.metodporten.fact.FactKind;

/** The whole demo county for a day: the same rows for the same day, every time. */
final class DemoCounty {

    private final LocalDate today;
    private final Rows rows = new Rows();
    private final Draw draw = new Draw();
    private final Set<Long> appointed = new HashSet<>();
    private final DemoPeople people;
    private final DemoTrainings trainings;
    private final DemoCareers careers;

    private DemoCounty(LocalDate today) {
        this.today = today;
        this.people = new DemoPeople(rows, draw, today);
        this.trainings = new DemoTrainings(rows, today);
        this.careers = new DemoCareers(rows, draw, people, trainings, today);
    }

    static Rows on(LocalDate today) {
        return new DemoCounty(today).make();
    }

    private Rows make() {
        new DemoPlaces(rows).make();
        people.make();
        trainings.ledBy(
                official("Utbildningsledare", Office.TRAINING_ADMINISTRATOR, "orebro-lan", "Kursadministratör"));
        careers.make();
        trainings.plan();
        officials();
        employees();
        history();
        campaigns();
        new DemoLeaders(rows, people, careers, today).make();
        return rows;
    }

    private void officials() {
        official("Samverkansledare", Office.COORDINATOR, "norra", "Samverkansledare, Norra länsdelen");
        official("Samverkansledare", Office.COORDINATOR, "sodra", "Samverkansledare, Södra länsdelen");
        official("Samverkansledare", Office.COORDINATOR, "vastra", "Samverkansledare, Västra länsdelen");
        official("Samverkansledare", Office.COORDINATOR, "orebro", "Samverkansledare, Örebro länsdel");
        official("Processledare", Office.PROCESS_LEADER, "orebro-lan", "Processledare");
        official("Medicinskt ansvarig sjuksköterska", Office.MAS, "kumla", "MAS, Kumla");
        official("Systemförvaltare", Office.SYSTEM_ADMINISTRATOR, "orebro-lan", "Systemförvaltare");
    }

    private long official(String title, Office office, String place, String who) {
        long person = people.official(title);
        rows.offices.add(new Rows.OfficeRow(person, office, null, place, null));
        rows.accounts.add(new Rows.AccountRow(person, who));
        return person;
    }

    /** A manager with a unit to appoint for, a supervisor with steps left, an instructor at work, a nurse: each has something to do. */
    private void employees() {
        Rows.AppointmentRow waiting = rows.appointments.stream()
                .filter(one -> one.role().equals(DemoCareers.SUPERVISOR)
                        && rows.agreements.stream()
                                .anyMatch(a -> a.appointment() == one.id()
                                        && a.appointeeSigned() == null
                                        && a.managerSigned() == null)
                        && rows.facts.stream()
                                .noneMatch(f -> f.person() == one.person() && f.kind() == FactKind.COURSE_COMPLETED))
                .findFirst()
                .orElseThrow();
        rows.accounts.add(new Rows.AccountRow(waiting.person(), "Metodhandledare"));
        rows.accounts.add(new Rows.AccountRow(waiting.by(), "Chef"));
        Rows.AppointmentRow instructor = rows.appointments.stream()
                .filter(one -> one.role().equals(DemoCareers.INSTRUCTOR)
                        && people.nursesOf(one.unit()).size() > 4
                        && one.by() != waiting.by())
                .min(Comparator.comparing(Rows.AppointmentRow::from))
                .orElseThrow();
        rows.accounts.add(new Rows.AccountRow(instructor.person(), "Instruktör"));
        List<Long> nurses = people.nursesOf(instructor.unit()).stream()
                .map(Rows.EmploymentRow::person)
                .filter(person -> person != instructor.person())
                .toList();
        trainings.inUnit(
                instructor.unit(), instructor.person(), Draw.workday(today.plusDays(16)), nurses.subList(0, 3));
        rows.accounts.add(new Rows.AccountRow(nurses.get(0), "Sjuksköterska"));
        long deputy = people.official("Biträdande enhetschef");
        rows.offices.add(new Rows.OfficeRow(deputy, Office.MANAGER, waiting.unit(), null, waiting.by()));
    }

    /** What a county of some years has: colleagues who took the course, a unit that moved, a correction that came late. */
    private void history() {
        rows.appointments.forEach(appointment -> appointed.add(appointment.person()));
        for (Rows.EmploymentRow employment : List.copyOf(rows.employments)) {
            boolean done = draw.chance(42) && !isAccount(employment.person());
            if (done && !isAppointed(employment.person())) {
                LocalDate day = draw.before(today, 2, 700);
                LocalDate earliest = day.isBefore(employment.from()) ? employment.from() : day;
                rows.facts.add(new Rows.FactRow(
                        FactKind.COURSE_COMPLETED,
                        employment.person(),
                        null,
                        null,
                        "visam-grunderna",
                        1,
                        null,
                        earliest,
                        null,
                        earliest,
                        null));
            }
        }
        rows.units.stream()
                .filter(unit -> unit.organisation().startsWith("region") && "vastra".equals(unit.district()))
                .findFirst()
                .ifPresent(unit -> rows.moves.add(new Rows.MoveRow(unit.id(), "orebro", today.minusDays(200))));
        lateCorrection();
    }

    /** One that runs, for those who are there when a system changes, and one that has been, for everybody at some units. */
    private void campaigns() {
        rows.campaigns.add(new Rows.CampaignRow(
                "Byte av IT-stöd",
                "Det gemensamma IT-stödet byts ut. Ni som är metodhandledare och instruktörer behöver kunna det nya först, så att ni"
                        + " kan hjälpa era kollegor när det tas i bruk.",
                "it-stod",
                today.minusDays(500),
                today.minusDays(14),
                today.plusDays(40),
                List.of(DemoCareers.SUPERVISOR, DemoCareers.INSTRUCTOR),
                List.of()));
        rows.campaigns.add(new Rows.CampaignRow(
                "Nytt arbetssätt vid utskrivning",
                "Rutinen för in- och utskrivning har ändrats. Alla i hemsjukvården går igenom grunderna på nytt.",
                "visam-grunderna",
                null,
                today.minusDays(220),
                today.minusDays(120),
                List.of(),
                List.of("home-health-care")));
    }

    /** A completion that was entered with the wrong day and put right months later. */
    private void lateCorrection() {
        for (int i = 0; i < rows.facts.size(); i++) {
            Rows.FactRow fact = rows.facts.get(i);
            if (fact.kind() == FactKind.COURSE_COMPLETED
                    && fact.from().isBefore(today.minusDays(300))
                    && isAppointed(fact.person())) {
                rows.facts.add(new Rows.FactRow(
                        fact.kind(),
                        fact.person(),
                        null,
                        null,
                        fact.code(),
                        fact.number(),
                        null,
                        fact.from().plusDays(7),
                        null,
                        today.minusDays(100),
                        i));
                return;
            }
        }
    }

    private boolean isAccount(long person) {
        return rows.accounts.stream().anyMatch(account -> account.person() == person);
    }

    private boolean isAppointed(long person) {
        return appointed.contains(person);
    }
}
