package se.metodporten.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactKind;

/** Who is appointed where, and what has happened since: every standing and every reason, district by district. */
final class DemoCareers {

    static final String SUPERVISOR = "method-supervisor";
    private static final String IT_SUPPORT = "it-stod";
    static final String INSTRUCTOR = "instructor";

    private final Rows rows;
    private final Draw draw;
    private final DemoPeople people;
    private final DemoTrainings trainings;
    private final LocalDate today;
    private int instructors;
    private int unfinished;
    private int interrupted;

    DemoCareers(Rows rows, Draw draw, DemoPeople people, DemoTrainings trainings, LocalDate today) {
        this.rows = rows;
        this.draw = draw;
        this.people = people;
        this.trainings = trainings;
        this.today = today;
    }

    void make() {
        for (Rows.UnitRow unit : rows.units) {
            supervisorOf(unit);
            if (needsInstructor(unit)) {
                instructorOf(unit);
            }
        }
    }

    static boolean needsInstructor(Rows.UnitRow unit) {
        return !unit.organisation().startsWith("region")
                && !unit.organisation().equals(DemoPlaces.PROVIDER)
                && List.of("home-health-care", "nursing-home", "short-stay", "rehabilitation")
                        .contains(unit.kind());
    }

    /** Of a hundred units in each district so many are covered. */
    private static int coveredIn(@Nullable String district) {
        return switch (district == null ? "county-wide" : district) {
            case "norra" -> 84;
            case "vastra" -> 75;
            case "orebro" -> 69;
            case "sodra" -> 58;
            default -> 64;
        };
    }

    private void supervisorOf(Rows.UnitRow unit) {
        List<Rows.EmploymentRow> staff = people.staffOf(unit.id());
        if (staff.isEmpty()) {
            return;
        }
        Rows.EmploymentRow employee = staff.get(0);
        if (draw.chance(coveredIn(unit.district()))) {
            Rows.AppointmentRow former = draw.chance(15) && staff.size() > 1 && longEmployed(staff.get(1))
                    ? former(unit, staff.get(1))
                    : null;
            LocalDate start = former == null
                    ? started(employee, 90, 900)
                    : former.through().plusDays(14);
            certifiedSupervisor(unit, employee, Draw.workday(start));
        } else if (draw.chance(70)) {
            unfinishedSupervisor(unit, employee);
        } else if (draw.chance(25) && longEmployed(employee)) {
            former(unit, employee);
        }
    }

    private boolean longEmployed(Rows.EmploymentRow employee) {
        return employee.from().isBefore(today.minusDays(720));
    }

    private Rows.AppointmentRow former(Rows.UnitRow unit, Rows.EmploymentRow employee) {
        LocalDate start = started(employee, 500, 700);
        LocalDate end = draw.before(today, 30, 300);
        Rows.AppointmentRow appointment = appoint(SUPERVISOR, unit, employee, start, end);
        attested(appointment, start);
        completedBoth(employee.person(), start.plusDays(10));
        trainings.introduced(employee.person(), start.plusDays(20));
        agreed(appointment, start, start.plusDays(25));
        fact(FactKind.APPOINTMENT_ENDED, appointment, end, end.minusDays(10));
        return appointment;
    }

    private void certifiedSupervisor(Rows.UnitRow unit, Rows.EmploymentRow employee, LocalDate start) {
        Rows.AppointmentRow appointment = appoint(SUPERVISOR, unit, employee, start, CountyTime.END_OF_DAYS);
        attested(appointment, start);
        completedBoth(employee.person(), earliest(start.plusDays(draw.between(5, 40))));
        trainings.introduced(employee.person(), earliest(start.plusDays(draw.between(10, 60))));
        agreed(appointment, start, earliest(start.plusDays(draw.between(3, 70))));
    }

    /** Nominated with one step or several left, paused, or lapsed since the attestation was withdrawn. */
    private void unfinishedSupervisor(Rows.UnitRow unit, Rows.EmploymentRow employee) {
        LocalDate start = started(employee, 20, 150);
        Rows.AppointmentRow appointment = appoint(SUPERVISOR, unit, employee, start, CountyTime.END_OF_DAYS);
        attested(appointment, start);
        switch (unfinished++ % 7) {
            case 0 -> {
                offered(appointment, start);
                if (unfinished % 2 == 1) {
                    rows.attempts.add(new Rows.AttemptRow(
                            employee.person(), "visam-grunderna", earliest(start.plusDays(4)), today.minusDays(1)));
                }
            }
            case 1 -> {
                completed(employee.person(), earliest(start.plusDays(12)));
                offered(appointment, start);
            }
            case 2 -> {
                completedBoth(employee.person(), earliest(start.plusDays(9)));
                trainings.introduced(employee.person(), earliest(start.plusDays(15)));
                signedByOne(appointment, start, true);
            }
            case 3 -> {
                trainings.introduced(employee.person(), earliest(start.plusDays(15)));
                signedByOne(appointment, start, false);
            }
            case 4 -> pausedSupervisor(employee, appointment, start);
            case 5 -> {
                completedBoth(employee.person(), earliest(start.plusDays(6)));
                agreed(appointment, start, earliest(start.plusDays(8)));
                trainings.wanted("introduction-meeting", employee.person(), today.plusMonths(3));
            }
            default -> {
                completedBoth(employee.person(), earliest(start.plusDays(5)));
                trainings.introduced(employee.person(), earliest(start.plusDays(10)));
                agreed(appointment, start, earliest(start.plusDays(8)));
                LocalDate withdrawn = earliest(start.plusDays(19));
                rows.facts.add(new Rows.FactRow(
                        FactKind.ATTESTATION_WITHDRAWN,
                        appointment.person(),
                        null,
                        appointment.id(),
                        "routines-and-time",
                        null,
                        null,
                        withdrawn,
                        null,
                        withdrawn,
                        null));
            }
        }
    }

    private void pausedSupervisor(Rows.EmploymentRow employee, Rows.AppointmentRow appointment, LocalDate start) {
        completedBoth(employee.person(), earliest(start.plusDays(5)));
        trainings.introduced(employee.person(), earliest(start.plusDays(10)));
        agreed(appointment, start, earliest(start.plusDays(8)));
        LocalDate from = earliest(start.plusDays(19));
        if (draw.chance(50)) {
            rows.facts.add(new Rows.FactRow(
                    FactKind.PAUSE,
                    appointment.person(),
                    null,
                    appointment.id(),
                    null,
                    null,
                    null,
                    from,
                    today.plusDays(60),
                    from,
                    null));
        } else {
            rows.facts.add(new Rows.FactRow(
                    FactKind.LEAVE,
                    employee.person(),
                    employee.id(),
                    null,
                    null,
                    null,
                    null,
                    from,
                    today.plusDays(120),
                    from,
                    null));
        }
    }

    private void instructorOf(Rows.UnitRow unit) {
        List<Rows.EmploymentRow> nurses = people.nursesOf(unit.id());
        if (nurses.isEmpty()) {
            return;
        }
        Rows.EmploymentRow nurse = nurses.stream()
                .min(Comparator.comparing(Rows.EmploymentRow::from))
                .orElseThrow();
        if (draw.chance(coveredIn(unit.district()))) {
            activeInstructor(unit, nurse);
        } else if (draw.chance(75)) {
            interruptedInstructor(unit, nurse);
        }
    }

    /** The next due days spread over the coming two years, so that some fall due in each of the coming twelve months. */
    private void activeInstructor(Rows.UnitRow unit, Rows.EmploymentRow nurse) {
        int monthsLeft = instructors++ % 24;
        LocalDate taken = Draw.workday(
                today.plusMonths(monthsLeft).plusDays(draw.between(3, 25)).minusMonths(24));
        boolean refreshed = draw.chance(40);
        LocalDate trained = refreshed ? Draw.workday(taken.minusMonths(draw.between(20, 24))) : taken;
        LocalDate start = Draw.workday(trained.minusDays(20));
        Rows.AppointmentRow appointment = appoint(INSTRUCTOR, unit, nurse, start, CountyTime.END_OF_DAYS);
        trainings.trained(nurse.person(), trained, true);
        agreed(appointment, start, earliest(trained.plusDays(5)));
        if (refreshed) {
            trainings.refreshed(nurse.person(), taken);
        }
        if (instructors % 3 != 0) {
            trainings.wanted("instructor-refresher", nurse.person(), monthsLeft > 7 ? today : taken.plusMonths(24));
        }
    }

    /** Lapsed a short or a long while ago, half trained, without licence, without agreement, or on leave over the due day. */
    private void interruptedInstructor(Rows.UnitRow unit, Rows.EmploymentRow nurse) {
        int which = interrupted++ % 6;
        LocalDate start = Draw.workday(which < 2 ? today.minusMonths(which == 0 ? 26 : 33) : today.minusMonths(3));
        Rows.AppointmentRow appointment = appoint(INSTRUCTOR, unit, nurse, start, CountyTime.END_OF_DAYS);
        switch (which) {
            case 0, 1 -> {
                trainings.trained(nurse.person(), start.plusDays(15), true);
                agreed(appointment, start, start.plusDays(10));
            }
            case 2 -> {
                trainings.trained(nurse.person(), start.plusDays(25), false);
                agreed(appointment, start, start.plusDays(10));
                trainings.wanted("instructor-training", nurse.person(), today.plusMonths(4));
            }
            case 3 -> {
                trainings.trained(nurse.person(), start.plusDays(25), true);
                signedByOne(appointment, start, true);
            }
            case 4 -> {
                trainings.trained(nurse.person(), start.plusDays(25), true);
                agreed(appointment, start, start.plusDays(10));
                LocalDate withdrawn = today.minusDays(12);
                rows.facts.add(new Rows.FactRow(
                        FactKind.LICENCE_WITHDRAWN,
                        nurse.person(),
                        null,
                        null,
                        "nurse",
                        null,
                        null,
                        withdrawn,
                        null,
                        withdrawn,
                        null));
            }
            default -> {
                agreed(appointment, start, start.plusDays(10));
                LocalDate from = today.minusDays(20);
                rows.facts.add(new Rows.FactRow(
                        FactKind.PAUSE,
                        nurse.person(),
                        null,
                        appointment.id(),
                        null,
                        null,
                        null,
                        from,
                        today.plusDays(90),
                        from,
                        null));
            }
        }
    }

    Rows.AppointmentRow appoint(
            String role, Rows.UnitRow unit, Rows.EmploymentRow employee, LocalDate from, LocalDate through) {
        List<Long> serves = new ArrayList<>(List.of(unit.id()));
        Rows.AppointmentRow appointment = new Rows.AppointmentRow(
                rows.appointments.size() + 1L,
                employee.person(),
                role,
                null,
                unit.id(),
                employee.id(),
                from,
                through,
                people.managerOf(unit.id()),
                serves);
        rows.appointments.add(appointment);
        fact(FactKind.APPOINTED, appointment, from, from.minusDays(3));
        return appointment;
    }

    void attested(Rows.AppointmentRow appointment, LocalDate day) {
        rows.facts.add(new Rows.FactRow(
                FactKind.ATTESTED,
                appointment.person(),
                null,
                appointment.id(),
                "routines-and-time",
                null,
                null,
                day,
                null,
                day.minusDays(3),
                null));
    }

    /** Both courses that the role asks for. */
    private void completedBoth(long person, LocalDate day) {
        completed(person, day);
        completed(person, IT_SUPPORT, day);
    }

    void completed(long person, LocalDate day) {
        completed(person, "visam-grunderna", day);
    }

    private void completed(long person, String course, LocalDate day) {
        rows.facts.add(
                new Rows.FactRow(FactKind.COURSE_COMPLETED, person, null, null, course, 1, null, day, null, day, null));
    }

    void agreed(Rows.AppointmentRow appointment, LocalDate offered, LocalDate signed) {
        LocalDate first = signed.minusDays(2);
        Rows.AgreementRow agreement = new Rows.AgreementRow(
                rows.agreements.size() + 1L, appointment.id(), offered.minusDays(3), first, signed);
        rows.agreements.add(agreement);
        LocalDate inForce = signed.isBefore(appointment.from()) ? appointment.from() : signed;
        rows.facts.add(new Rows.FactRow(
                FactKind.AGREEMENT_IN_FORCE,
                appointment.person(),
                null,
                appointment.id(),
                null,
                1,
                agreement.id(),
                inForce,
                null,
                signed,
                null));
    }

    void offered(Rows.AppointmentRow appointment, LocalDate day) {
        rows.agreements.add(
                new Rows.AgreementRow(rows.agreements.size() + 1L, appointment.id(), day.minusDays(3), null, null));
    }

    void signedByOne(Rows.AppointmentRow appointment, LocalDate day, boolean byAppointee) {
        LocalDate signed = earliest(day.plusDays(4));
        rows.agreements.add(new Rows.AgreementRow(
                rows.agreements.size() + 1L,
                appointment.id(),
                day.minusDays(3),
                byAppointee ? signed : null,
                byAppointee ? null : signed));
    }

    void fact(FactKind kind, Rows.AppointmentRow appointment, LocalDate from, LocalDate recorded) {
        rows.facts.add(new Rows.FactRow(
                kind, appointment.person(), null, appointment.id(), null, null, null, from, null, recorded, null));
    }

    /** A start so many days ago, but not before the employment. */
    private LocalDate started(Rows.EmploymentRow employee, int fromDays, int throughDays) {
        LocalDate day = draw.before(today, fromDays, throughDays);
        return day.isBefore(employee.from()) ? employee.from().plusDays(1) : day;
    }

    /** Nothing has happened in days to come. */
    private LocalDate earliest(LocalDate day) {
        return day.isBefore(today) ? day : today.minusDays(1);
    }
}
