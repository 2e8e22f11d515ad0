package se.metodporten.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import se.metodporten.acceptance.harness.Visitor;

/** A manager changes an appointment: first what comes of it is shown, then it is done, and it can be undone. */
class AppointmentChangesIT {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));

    @Test
    void a_manager_pauses_an_appointment_and_records_the_return() {
        try (Visitor manager = Visitor.atDesk().signedInAs("Chef")) {
            opensAppointment(manager);
            manager.follows("Pausa uppdraget");
            manager.presses("Visa vad som händer");
            manager.sees("Fyll i det här fältet.");
            manager.fills("Första dag", today.toString());
            manager.fills("Varför", "Annat uppdrag");
            manager.presses("Visa vad som händer");
            manager.sees("Inget är sparat än.");
            manager.findsThePageAccessible();
            manager.presses("Pausa uppdraget");
            manager.isTold("Pausen är registrerad.");
            assertThat(manager.standing().innerText()).isEqualTo("Vilande");

            manager.follows("Registrera återgång");
            manager.fills("Första dag tillbaka", today.toString());
            manager.presses("Visa vad som händer");
            manager.presses("Registrera återgången");
            manager.isTold("Återgången är registrerad.");
            assertThat(manager.standing().innerText()).startsWith("Utsedd");
        }
    }

    @Test
    void the_forms_can_be_used_on_a_phone() {
        try (Visitor manager = Visitor.onPhone().signedInAs("Chef")) {
            for (String form : new String[] {
                "Registrera ledighet",
                "Flytta uppdraget",
                "Avsluta uppdraget",
                "Registrera ett undantag",
                "Tillgodoräkna tidigare utbildning"
            }) {
                opensAppointment(manager);
                manager.follows(form);
                manager.isAt(form);
                manager.findsThePageAccessible();
            }
        }
    }

    @Test
    void who_is_not_signed_in_signs_in_first_also_for_a_file() {
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.opens("/person/metodporten.json");
            visitor.isAt("Logga in");
        }
    }

    /** Of someone on the way to become one: the demo's manager has at least one. */
    private static void opensAppointment(Visitor manager) {
        manager.opens("/certification/appointments.xhtml?standing=NOMINATED");
        manager.follows("Metodhandledare");
    }
}
