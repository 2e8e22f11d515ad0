package se.metodporten.coverage;

import java.util.Locale;
import se.metodporten.common.Bilingual;

/** A role that places need. */
public record NeededRole(String code, String nameSv, String nameEn) {

    public String name(Locale locale) {
        return new Bilingual(nameSv, nameEn).in(locale);
    }
}
