package se.metodporten.organisation;

/** A kind of unit, reference data. */
public record UnitKind(long id, String code, String nameSv, String nameEn) {

    /** @param language {@code sv} or {@code en} */
    public String name(String language) {
        return "en".equals(language) ? nameEn : nameSv;
    }
}
