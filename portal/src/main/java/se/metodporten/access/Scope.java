package se.metodporten.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The places below which a reader may do something, to be joined in SQL so that the database never returns a row the
 * reader may not see.
 */
public record Scope(Set<Long> roots) {

    private static final long NOWHERE = 0L;

    public boolean isEmpty() {
        return roots.isEmpty();
    }

    /**
     * A predicate on a column that holds a place's id, by the placement of today (domain.md "The places": who may see
     * follows the place today). Needs {@link #bind}.
     */
    public String covers(String placeColumn) {
        return covers(placeColumn, ":scopeDay");
    }

    /** As {@link #covers(String)} by the placement of another day: of a closed unit its last, which is all it has. */
    public String covers(String placeColumn, String dayExpression) {
        return "exists (select 1 from place_ancestor scope_pa where scope_pa.place_id = " + placeColumn
                + " and scope_pa.ancestor_id in (<scope>) and scope_pa.known_until = '9999-12-31 23:59:59'"
                + " and " + dayExpression + " between scope_pa.valid_from and scope_pa.valid_through)";
    }

    /** The places of either scope, for what one of two actions is enough for. */
    public Scope or(Scope other) {
        Set<Long> both = new TreeSet<>(roots);
        both.addAll(other.roots);
        return new Scope(both);
    }

    /** Binds what {@link #covers} needs. */
    public <S extends SqlStatement<S>> S bind(S statement, java.time.LocalDate today) {
        return bind(statement).bind("scopeDay", today);
    }

    /** Binds what {@link #covers(String, String)} needs. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        return statement.bindList("scope", roots.isEmpty() ? List.of(NOWHERE) : List.copyOf(roots));
    }
}
