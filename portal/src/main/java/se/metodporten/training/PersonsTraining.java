package se.metodporten.training;

import java.time.LocalDate;
import se.metodporten.common.Bilingual;

/**
 * A training that someone is or was signed up for.
 *
 * @param sessions how many it has
 * @param attended how many of them the person was marked present at
 * @param marked whether anything was marked of the person
 */
public record PersonsTraining(
        long id,
        String kindSv,
        String kindEn,
        String title,
        LocalDate firstDay,
        LocalDate lastDay,
        SignUpState state,
        boolean calledOff,
        int sessions,
        int attended,
        boolean marked) {

    public Bilingual kind() {
        return new Bilingual(kindSv, kindEn);
    }
}
