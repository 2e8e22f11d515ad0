package se.metodporten.campaign;

import java.util.List;

/** Whom a campaign would concern today: all together, each once, and by organisation. */
public record Preview(Figure figure, List<PlaceFigure> organisations) {

    public Preview {
        organisations = List.copyOf(organisations);
    }
}
