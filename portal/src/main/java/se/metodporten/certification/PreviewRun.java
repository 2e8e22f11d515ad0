package se.metodporten.certification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.RolePreviews.Phase;
import se.metodporten.certification.RolePreviews.Preview;
import se.metodporten.certification.RolePreviews.Shift;
import se.metodporten.certification.RolePreviews.State;
import se.metodporten.certification.rules.Standing;
import se.metodporten.role.RoleDecided;

/** One preview under way or done: written by the thread that computes it, read by pages. */
final class PreviewRun {

    private final List<RoleChange> changes = new ArrayList<>();
    private final int total;
    private Preview about;
    private Phase phase = Phase.RUNNING;
    private int done;

    PreviewRun(Preview about, int total) {
        this.about = about;
        this.total = total;
    }

    synchronized Preview about() {
        return about;
    }

    synchronized void decide(Function<Preview, RoleDecided> deciding) {
        about = about.as(deciding.apply(about));
    }

    synchronized void add(List<RoleChange> found, int compared) {
        changes.addAll(found);
        done += compared;
    }

    synchronized void end(Phase how) {
        phase = how;
    }

    synchronized State state() {
        Map<List<@Nullable Standing>, Integer> counted = new HashMap<>();
        changes.forEach(change -> counted.merge(pair(change), 1, Integer::sum));
        List<Shift> shifts = new ArrayList<>();
        counted.forEach((pair, number) -> shifts.add(new Shift(pair.get(0), pair.get(1), number)));
        shifts.sort(Comparator.comparing(Shift::appointments).reversed());
        return new State(phase, done, Math.max(total, done), changes.size(), shifts);
    }

    /** Those that change first before the rest. */
    synchronized List<RoleChange> inOrder() {
        return changes.stream()
                .sorted(Comparator.comparing(RoleChange::firstDay).thenComparing(RoleChange::appointmentId))
                .toList();
    }

    private static List<@Nullable Standing> pair(RoleChange change) {
        List<@Nullable Standing> pair = new ArrayList<>();
        pair.add(change.before());
        pair.add(change.after());
        return pair;
    }
}
