package se.metodporten.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import se.metodporten.access.Guard;
import se.metodporten.access.Office;
import se.metodporten.access.TrialAccounts;
import se.metodporten.common.CountyTime;
import se.metodporten.coverage.CoveredCounty;
import se.metodporten.fact.Facts;
import se.metodporten.fact.NewFact;
import se.metodporten.harness.InTransaction;
import se.metodporten.harness.Scenario;

/** Makes crowds: places, people and appointments here, what is only listed in {@link CrowdRows}. */
@ApplicationScoped
class Crowds {

    static final String PASSWORD = "gräs lampa torsdag";

    private static final String SUPERVISOR = "method-supervisor";
    private static final String INSTRUCTOR = "instructor";
    private static final LocalDate START = LocalDate.of(2023, 3, 1);

    @Inject
    private Scenario scenario;

    @Inject
    private CoveredCounty county;

    @Inject
    private CrowdRows rows;

    @Inject
    private Facts facts;

    @Inject
    private InTransaction transaction;

    @Inject
    private TrialAccounts accounts;

    @Inject
    private Guard guard;

    /** @param number of each thing that is listed somewhere */
    Crowd of(int number) {
        String name = scenario.unique("Skara");
        List<String> organisations = IntStream.range(0, number)
                .mapToObj(i -> scenario.organisation("vastra"))
                .toList();
        String organisation = organisations.get(0);
        long unit = scenario.unit(organisation);
        long[] units = LongStream.range(0, number)
                .map(i -> scenario.unit(organisation))
                .toArray();
        organisations.stream().skip(1).forEach(scenario::unit);
        List<Long> nurses = nurses(name, 2 * number, unit);
        Map<String, Long> readers = readers(name, unit, units, organisations);
        readers.put("nurse", nurses.get(0));
        Map<String, Long> ids = new LinkedHashMap<>();
        ids.put("unit", unit);
        ids.put("emptyUnit", units[0]);
        ids.put("organisation", scenario.place(organisation));
        ids.put("coordinator", readers.get("coordinator"));
        nurses.subList(0, number).forEach(nurse -> county.certified(nurse, SUPERVISOR, unit, START, START));
        appointSupervisor(readers.get("supervisor"), units);
        ids.put("appointment", appointInstructor(readers.get("instructor"), unit, units));
        aboutToBeLost(organisation, readers.get("trainer"));
        ids.put("pause", rows.pauseOf(ids.get("appointment")));
        ids.put("correction", rows.corrections(nurses.get(0), unit, number));
        rows.movesOf(unit, number);
        rows.workOf(nurses.get(0), units);
        rows.managersOf(unit, name, number);
        rows.mails(name, number);
        rows.audit(name, number);
        ids.put("mail", rows.lastMail());
        ids.put("agreement", rows.agreementOf(nurses.get(0)));
        ids.put("run", rows.importRun(name, number, unit, nurses));
        ids.put("register", rows.registerRun(name, number, unit, nurses));
        ids.putAll(rows.trainings(unit, readers, nurses, number));
        openAccounts(name, readers, nurses.subList(1, number));
        rows.mailsAreSent();
        return new Crowd(name, readers, nurses, LongStream.of(units).boxed().toList(), ids);
    }

    private List<Long> nurses(String name, int number, long unit) {
        List<Long> nurses = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            long nurse = scenario.person("Anna", name, false);
            scenario.employment(nurse, unit, Scenario.FIRST_DAY, CountyTime.END_OF_DAYS);
            nurses.add(nurse);
        }
        return nurses;
    }

    private Map<String, Long> readers(String name, long unit, long[] units, List<String> organisations) {
        Map<String, Long> readers = new LinkedHashMap<>();
        for (String reader : List.of("manager", "supervisor", "instructor", "coordinator")) {
            readers.put(reader, scenario.person("Berit", name + "-" + reader, false));
        }
        for (String employee : List.of("supervisor", "instructor", "manager")) {
            scenario.employment(readers.get(employee), unit, Scenario.FIRST_DAY, CountyTime.END_OF_DAYS);
        }
        scenario.grant(readers.get("manager"), Office.MANAGER, unit);
        LongStream.of(units).forEach(one -> scenario.grant(readers.get("manager"), Office.MANAGER, one));
        organisations.forEach(
                one -> scenario.grant(readers.get("coordinator"), Office.COORDINATOR, scenario.place(one)));
        readers.put("processLeader", scenario.official(Office.PROCESS_LEADER, scenario.county()));
        readers.put("administrator", scenario.official(Office.SYSTEM_ADMINISTRATOR, scenario.county()));
        readers.put("trainer", scenario.official(Office.TRAINING_ADMINISTRATOR, scenario.county()));
        return readers;
    }

    /** As many appointments as there are units, nothing done in any. */
    private void appointSupervisor(long person, long[] units) {
        LongStream.of(units).forEach(unit -> county.appointed(person, SUPERVISOR, unit, START));
    }

    /** One appointment that serves all units, with as many pauses behind it. */
    private long appointInstructor(long person, long unit, long[] units) {
        long appointment = county.certified(person, INSTRUCTOR, unit, START, START);
        for (int i = 0; i < units.length; i++) {
            county.serves(appointment, units[i], START);
            LocalDate day = START.plusDays(7L * i);
            transaction.run(() -> facts.append(NewFact.pause(person, appointment, day, day.plusDays(2), "Paus")));
        }
        return appointment;
    }

    /**
     * For each role a unit that will soon lose whom it has, and a seat for somebody in the role: what is then asked about
     * planned trainings is asked however many there are.
     */
    private void aboutToBeLost(String organisation, long trainer) {
        LocalDate last = scenario.today().plusDays(30);
        long unit = scenario.unit(organisation);
        long instructor = scenario.employee(unit);
        county.certified(instructor, INSTRUCTOR, unit, START, last.minusMonths(24));
        rows.seat("instructor-refresher", last.plusDays(1), trainer, instructor);
        long supervisor = scenario.employee(unit);
        long appointment = county.certified(supervisor, SUPERVISOR, unit, START, START);
        transaction.run(() -> facts.append(NewFact.appointmentEnded(supervisor, appointment, last)));
    }

    private void openAccounts(String name, Map<String, Long> readers, List<Long> others) {
        Map<Long, String> usernames = new LinkedHashMap<>();
        readers.forEach((reader, person) -> usernames.put(person, Crowd.usernameOf(name, reader)));
        others.forEach(person -> usernames.put(person, Crowd.usernameOf(name, "p" + person)));
        guard.asSystem("test", () -> {
            accounts.open(usernames, PASSWORD);
            return true;
        });
    }
}
