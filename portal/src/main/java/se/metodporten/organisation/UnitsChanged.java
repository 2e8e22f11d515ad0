package se.metodporten.organisation;

import java.util.List;

/** An event, in the transaction of the change: units are of another kind, moved, renamed, opened or closed. */
public record UnitsChanged(List<Long> unitIds) {

    public UnitsChanged {
        unitIds = List.copyOf(unitIds);
    }
}
