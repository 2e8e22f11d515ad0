package se.metodporten.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import se.metodporten.fact.Facts;
import se.metodporten.register.RegisterRows.Kept;
import se.metodporten.role.RoleBook;

/** Plans what the rows of a file would write, from what is known now. Not an entry point; asks no guard. */
@ApplicationScoped
class Plans {

    @Inject
    private RoleBook roles;

    @Inject
    private Facts facts;

    Plan of(Handle handle, long run, LocalDate today) {
        String fileName = handle.createQuery("select file_name from import_run where id = :run")
                .bind("run", run)
                .mapTo(String.class)
                .one();
        List<Kept> rows = RegisterRows.all(handle, run);
        List<Kept> usable = rows.stream().filter(row -> !row.faulty()).toList();
        PeopleInFile people = new PeopleInFile(handle, usable);
        Known known = new Known(handle, placesNamed(usable), people.everybody(), today);
        Said said = new Said();
        PeopleInFile.inSome(
                people.everybody(),
                some -> facts.standing(some).forEach((person, about) -> said.know(people.became(person), about)));
        return new Matching(fileName, today, people, known, new Asked(roles), said).plan(rows);
    }

    private static Set<String> placesNamed(List<Kept> rows) {
        Set<String> named = new TreeSet<>();
        rows.forEach(row -> {
            named.add(row.line().place());
            named.addAll(row.line().units());
        });
        named.remove("");
        return named;
    }
}
