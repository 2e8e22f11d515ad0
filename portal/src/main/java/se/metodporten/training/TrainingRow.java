package se.metodporten.training;

import java.time.LocalDate;
import java.time.LocalTime;

/** A training in a list. @param kind its code */
public record TrainingRow(
        long id,
        String kind,
        String kindSv,
        String kindEn,
        String title,
        String placeName,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalTime starts,
        LocalTime ends,
        int seats,
        int taken,
        boolean cancelled,
        boolean mine) {

    public boolean full() {
        return taken >= seats;
    }
}
