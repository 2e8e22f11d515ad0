package se.metodporten.coverage;

import java.util.Locale;
import se.metodporten.common.Bilingual;
import se.metodporten.role.Role;

/**
 * A role that places need.
 *
 * @param heldAt the kind of place that needs it
 */
public record NeededRole(long id, String code, String nameSv, String nameEn, Role.HeldAt heldAt) {

    public String name(Locale locale) {
        return new Bilingual(nameSv, nameEn).in(locale);
    }
}
