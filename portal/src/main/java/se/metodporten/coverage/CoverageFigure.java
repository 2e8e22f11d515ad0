package se.metodporten.coverage;

import org.jspecify.annotations.Nullable;
import se.metodporten.organisation.OrganisationKind;

/**
 * The figures of one group of places in need; they add up: {@code inNeed} is the sum of the other four.
 *
 * @param groupId the place or the kind of unit; null for the county-wide units when grouped by district, and for
 *     organisations when grouped by kind
 * @param name null together with {@code groupId}; of a kind of unit in Swedish
 * @param ownKind of organisations grouped by kind
 * @param beside about county-wide units outside the reader's places, shown beside the own ones and in no sum of them
 */
public record CoverageFigure(
        @Nullable Long groupId,
        @Nullable String name,
        @Nullable OrganisationKind ownKind,
        boolean beside,
        int inNeed,
        int covered,
        int partly,
        int notCovered,
        int vacant) {

    /** Units in need that lack someone. */
    public int lacking() {
        return inNeed - covered;
    }

    /** Share covered, in whole per cent, rounded down so that 100 means all. */
    public int percent() {
        return inNeed == 0 ? 0 : covered * 100 / inNeed;
    }

    public int count(CoverageState state) {
        return switch (state) {
            case COVERED -> covered;
            case PARTLY -> partly;
            case NOT_COVERED -> notCovered;
            case VACANT -> vacant;
        };
    }

    /** Of the units inside the reader's places. */
    public static CoverageFigure sum(Iterable<CoverageFigure> figures) {
        int inNeed = 0;
        int covered = 0;
        int partly = 0;
        int notCovered = 0;
        int vacant = 0;
        for (CoverageFigure figure : figures) {
            if (figure.beside) {
                continue;
            }
            inNeed += figure.inNeed;
            covered += figure.covered;
            partly += figure.partly;
            notCovered += figure.notCovered;
            vacant += figure.vacant;
        }
        return new CoverageFigure(null, null, null, false, inNeed, covered, partly, notCovered, vacant);
    }
}
