package se.metodporten.person;

/** A name as people write it. */
public record PersonName(String given, String family) {

    @Override
    public String toString() {
        return given + " " + family;
    }
}
