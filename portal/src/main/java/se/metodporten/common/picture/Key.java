package se.metodporten.common.picture;

/**
 * A line of a picture's legend.
 *
 * @param svg the colour or mark, as a small decorative {@code svg} element
 */
public record Key(String svg, String label) {

    static Key of(Tone tone, String label) {
        return new Key(Svg.symbol().rect(1, 1, 14, 14, 3, tone.css()).end(), label);
    }
}
