package se.metodporten.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Paging;
import se.metodporten.organisation.OrganisationKind;

/**
 * Which places in need a list shows (units, or organisations where the role is held at those); null: no limit.
 *
 * @param lacking only units that are not covered, whatever the reason
 * @param lostBy only units that are covered on the date but no longer on this later day if nobody acts
 * @param beside the county-wide units that lie outside the reader's places, instead of those inside
 * @param organisationKind only organisations of that kind, no units
 */
public record UnitFilter(
        @Nullable CoverageState state,
        boolean lacking,
        @Nullable LocalDate lostBy,
        Within within,
        boolean beside,
        @Nullable OrganisationKind organisationKind,
        Sort sort,
        boolean descending,
        Paging paging) {

    /** Sortable columns. */
    public enum Sort {
        NAME("c.unit_name"),
        ORGANISATION("c.organisation_name"),
        KIND("coalesce(k.name_sv, c.own_kind)"),
        STATE("field(c.state, 'VACANT', 'NOT_COVERED', 'PARTLY', 'COVERED')");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** All units in need. */
    public static final UnitFilter ALL =
            new UnitFilter(null, false, null, Within.ALL, false, null, Sort.NAME, false, Paging.FIRST);

    public UnitFilter in(CoverageState only) {
        return new UnitFilter(only, lacking, lostBy, within, beside, organisationKind, sort, descending, paging);
    }

    /** Only units that are not covered; those where nobody is appointed first. */
    public UnitFilter lackingMostUrgentFirst() {
        return new UnitFilter(state, true, lostBy, within, beside, organisationKind, Sort.STATE, false, paging);
    }

    /** Only the first of them. */
    public UnitFilter first(int most) {
        Paging first = new Paging(1, most);
        return new UnitFilter(state, lacking, lostBy, within, beside, organisationKind, sort, descending, first);
    }

    /** Only that place. */
    public UnitFilter only(long place) {
        return in(within.only(place));
    }

    /** Only units that are lost by a day. */
    public UnitFilter lostBy(LocalDate day) {
        return new UnitFilter(state, lacking, day, within, beside, organisationKind, sort, descending, paging);
    }

    /** Only those that lie there. */
    public UnitFilter in(Within place) {
        return new UnitFilter(state, lacking, lostBy, place, beside, organisationKind, sort, descending, paging);
    }

    /** Limited to the group that a figure at a level is about. */
    public UnitFilter group(Level level, CoverageFigure figure) {
        return new UnitFilter(
                state,
                lacking,
                lostBy,
                within.group(level, figure.groupId()),
                figure.beside(),
                level == Level.KIND ? figure.ownKind() : organisationKind,
                sort,
                descending,
                paging);
    }
}
