package se.metodporten.demo;

import java.time.LocalDate;
import java.util.List;
import se.metodporten.access.Office;
import se.metodporten.common.CountyTime;
import se.metodporten.fact.FactKind;

/** A head of care in each municipality, and in most of them a local process leader, each at another point of the way. */
final class DemoLeaders {

    private static final String LEADER = "local-process-leader";

    private final Rows rows;
    private final DemoPeople people;
    private final DemoCareers careers;
    private final LocalDate today;

    DemoLeaders(Rows rows, DemoPeople people, DemoCareers careers, LocalDate today) {
        this.rows = rows;
        this.people = people;
        this.careers = careers;
        this.today = today;
    }

    void make() {
        int position = 0;
        for (String municipality : DemoPlaces.municipalities().keySet()) {
            Rows.UnitRow unit = rows.units.stream()
                    .filter(one -> one.organisation().equals(municipality))
                    .findFirst()
                    .orElseThrow();
            long head = people.employedIn(unit.id(), "Vård- och omsorgschef").person();
            rows.offices.add(new Rows.OfficeRow(head, Office.MANAGER, null, municipality, null));
            leader(position++, municipality, unit, head);
        }
    }

    /** Of twelve municipalities eight are covered; one leader has the course left, one is paused, two places are vacant. */
    private void leader(int position, String municipality, Rows.UnitRow unit, long head) {
        if (position % 6 == 5) {
            return;
        }
        LocalDate start = today.minusDays(400L - 20L * position);
        Rows.EmploymentRow employee = people.employedIn(unit.id(), "Utvecklingsledare");
        LocalDate begins = start.isBefore(employee.from()) ? employee.from().plusDays(1) : start;
        Rows.AppointmentRow appointment = new Rows.AppointmentRow(
                rows.appointments.size() + 1L,
                employee.person(),
                LEADER,
                municipality,
                unit.id(),
                employee.id(),
                begins,
                position == 3 ? today.plusMonths(5) : CountyTime.END_OF_DAYS,
                head,
                List.of());
        rows.appointments.add(appointment);
        careers.fact(FactKind.APPOINTED, appointment, begins, begins.minusDays(3));
        careers.attested(appointment, begins);
        if (position == 2) {
            careers.offered(appointment, begins);
            return;
        }
        LocalDate done = begins.plusDays(12).isBefore(today) ? begins.plusDays(12) : today.minusDays(1);
        careers.completed(employee.person(), done);
        careers.agreed(appointment, begins, done);
        if (position == 3) {
            careers.fact(FactKind.APPOINTMENT_ENDED, appointment, today.plusMonths(5), today.minusDays(9));
        }
        if (position == 8) {
            rows.facts.add(new Rows.FactRow(
                    FactKind.PAUSE,
                    appointment.person(),
                    null,
                    appointment.id(),
                    null,
                    null,
                    null,
                    today.minusDays(15),
                    today.plusDays(45),
                    today.minusDays(16),
                    null));
        }
    }
}
