package se.metodporten.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import se.metodporten.fact.FactKind;

/** Facts in the order they were recorded. */
final class FactLoader {

    private FactLoader() {}

    /** In the order recorded, as facts are. @return the id of each fact by its position in the rows */
    static Map<Integer, Long> facts(Handle handle, Rows rows, Ids ids) {
        List<Integer> order = IntStream.range(0, rows.facts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rows.facts.get(i).recorded()))
                .toList();
        Map<Integer, Long> idOf = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            idOf.put(order.get(i), ids.fact() + i + 1);
        }
        Bulk.insert(handle, """
                        insert into fact (id, person_id, employment_id, appointment_id, kind, code, number, origin, valid_from,
                                          valid_through, supersedes, recorded_at, recorded_by)
                        values (:id, :person, :employment, :appointment, :kind, :code, :number, :origin, :from, :through,
                                :supersedes, :at, :actor)""", order, (batch, position) -> {
            Rows.FactRow fact = rows.facts.get(position);
            batch.bind("id", idOf.get(position))
                    .bind("person", fact.person() + ids.person())
                    .bind("employment", Bulk.shifted(fact.employment(), ids.employment()))
                    .bind("appointment", Bulk.shifted(fact.appointment(), ids.appointment()))
                    .bind("kind", fact.kind())
                    .bind("code", fact.code())
                    .bind("number", fact.number())
                    .bind("origin", Bulk.shifted(fact.origin(), originShift(fact.kind(), ids)))
                    .bind("from", fact.from())
                    .bind("through", fact.through())
                    .bind("supersedes", fact.supersedes() == null ? null : idOf.get(fact.supersedes()))
                    .bind("at", Rows.evening(fact.recorded()))
                    .bind("actor", Bulk.ACTOR);
        });
        return idOf;
    }

    private static long originShift(FactKind kind, Ids ids) {
        return kind == FactKind.AGREEMENT_IN_FORCE ? ids.agreement() : ids.training();
    }
}
