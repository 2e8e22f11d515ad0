package se.metodporten.person;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import se.metodporten.access.Scope;

/**
 * Which names a reader may see, to be put into a query: {@code where … and names.visible("p")} leaves the others out of a
 * list of names; {@code names.name("p")} gives null where a single mention says {@code person.someone}.
 *
 * <pre>{@code
 * NameScope names = this.names.forReader();
 * names.bind(handle.createQuery("select " + names.name("p") + " name from person p …"))
 * }</pre>
 *
 * @param managed the places whose staff the reader manages
 */
public record NameScope(boolean all, long reader, Scope managed, LocalDate today) {

    private static final long NOWHERE = 0L;

    /** A predicate; the alias is of a row of {@code person}. Needs {@link #bind}. */
    public String visible(String person) {
        if (all) {
            return "true";
        }
        return "(not " + person + ".protected or " + person + ".id = :nameReader or exists ("
                + "select 1 from employment name_e join place_ancestor name_pa on name_pa.place_id = name_e.unit_id"
                + " and name_pa.ancestor_id in (<nameManaged>) and name_pa.known_until = '9999-12-31 23:59:59'"
                + " and :nameDay between name_pa.valid_from and name_pa.valid_through"
                + " where name_e.person_id = " + person + ".id"
                + " and :nameDay between name_e.valid_from and name_e.valid_through))";
    }

    /** The given and family name, or null where the reader may not know it. Needs {@link #bind}. */
    public String name(String person) {
        return only(person, "concat(" + person + ".given_name, ' ', " + person + ".family_name)");
    }

    /** Any column about the person (contact, unit), or null where the reader may not know it. Needs {@link #bind}. */
    public String only(String person, String expression) {
        return "case when " + visible(person) + " then " + expression + " end";
    }

    /** Binds what the other methods need, once a statement; call it only where one of them is used. */
    public <S extends SqlStatement<S>> S bind(S statement) {
        if (all) {
            return statement;
        }
        return statement
                .bind("nameReader", reader)
                .bind("nameDay", today)
                .bindList("nameManaged", managed.isEmpty() ? List.of(NOWHERE) : List.copyOf(managed.roots()));
    }
}
