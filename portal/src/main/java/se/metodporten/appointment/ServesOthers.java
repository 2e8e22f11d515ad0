package se.metodporten.appointment;

/** An event, in the transaction of the change: an appointment serves other units than before from some day on. */
public record ServesOthers(long appointmentId) {}
