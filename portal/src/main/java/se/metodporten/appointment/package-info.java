/**
 * Appointments: who holds which role where, serving which units, from when and until when. What a manager does with one
 * (appoint, attest, record a licence, change the units served, end) ends as facts.
 *
 * <p>Knows nothing of standing, which follows the facts. Start with {@link se.metodporten.appointment.Appointments};
 * who may see an appointment stands in {@link se.metodporten.appointment.AppointmentAccess}.
 */
@NullMarked
package se.metodporten.appointment;

import org.jspecify.annotations.NullMarked;
