package se.metodporten.certification;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.Database;

/** The steps of {@link Rebuild}: some appointments at a time, in the order of their ids. */
@Service
public class RebuildChunks {

    private static final int CHUNK = 500;

    /** @param lastId continues after this appointment */
    record Done(long lastId, Rebuild.Result soFar, boolean last) {}

    @Inject
    private Guard guard;

    @Inject
    private Database database;

    @Inject
    private Dossiers dossiers;

    @Inject
    private StandingIndex index;

    @Inject
    private Clock clock;

    public int total() {
        guard.requireAnywhere(Action.ADMINISTER);
        return database.query(handle -> handle.createQuery("select count(*) from appointment")
                .mapTo(int.class)
                .one());
    }

    public Done after(Done before) {
        guard.requireAnywhere(Action.ADMINISTER);
        List<Dossier> chunk = dossiers.locked(before.lastId, CHUNK);
        if (chunk.isEmpty()) {
            return new Done(before.lastId, before.soFar, true);
        }
        RuleBook rules = dossiers.rules();
        Map<Boolean, List<Dossier>> hasRows = chunk.stream()
                .collect(Collectors.partitioningBy(dossier -> !dossier.stored().isEmpty()));
        int differing = index.bring(hasRows.getOrDefault(true, List.of()), rules, clock.instant());
        int filled = index.fill(hasRows.getOrDefault(false, List.of()), rules);
        return new Done(
                chunk.get(chunk.size() - 1).appointee().appointmentId(),
                before.soFar.plus(new Rebuild.Result(chunk.size(), differing, filled)),
                chunk.size() < CHUNK);
    }
}
