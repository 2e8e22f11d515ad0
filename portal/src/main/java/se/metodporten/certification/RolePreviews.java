package se.metodporten.certification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.common.Page;
import se.metodporten.person.NameScope;
import se.metodporten.person.Names;
import se.metodporten.role.Description;
import se.metodporten.role.DescriptionChanges;
import se.metodporten.role.DescriptionDraft;
import se.metodporten.role.RequirementChange;
import se.metodporten.role.Role;
import se.metodporten.role.RoleChanges;
import se.metodporten.role.RoleDecided;
import se.metodporten.role.RoleDraft;
import se.metodporten.role.RoleVersion;

/**
 * Whose standing would change, when and how, if a draft were decided now: the same timelines that the decision then writes,
 * computed in the background and kept on this node until newer previews push it out.
 */
@Service
public class RolePreviews {

    private static final System.Logger LOG = System.getLogger(RolePreviews.class.getName());
    private static final int CHUNK = 500;
    private static final int KEPT = 20;

    /** Where a preview is. */
    public enum Phase {
        RUNNING,
        DONE,
        FAILED
    }

    /** So many go from one standing to another; null: nobody is appointed. */
    public record Shift(@Nullable Standing before, @Nullable Standing after, int appointments) {}

    /** @param total appointments of the role; {@code changed} of them would have another standing on some day */
    public record State(Phase phase, int done, int total, int changed, List<Shift> shifts) {}

    /** @param person null where the reader may not know the name */
    public record Row(
            long appointmentId,
            @Nullable String person,
            String place,
            LocalDate firstDay,
            @Nullable Standing before,
            @Nullable Standing after) {}

    private record Who(String person, String place) {}

    /**
     * What is previewed: either requirements or a description.
     *
     * @param draft of requirements; else null
     * @param changes of requirements; else empty
     * @param description a new version of it; else null
     * @param decidedAs what the draft has become; null while it is one
     */
    public record Preview(
            Role role,
            @Nullable RoleDraft draft,
            List<RequirementChange> changes,
            @Nullable DescriptionDraft description,
            @Nullable RoleDecided decidedAs) {

        Preview as(RoleDecided decided) {
            return new Preview(role, draft, changes, description, decided);
        }
    }

    private static final class Run {
        private final List<RoleChange> changes = new ArrayList<>();
        private Preview about;
        private Phase phase = Phase.RUNNING;
        private int done;
        private int total;

        Run(Preview about) {
            this.about = about;
        }
    }

    @Inject
    private Guard guard;

    @Inject
    private RoleChanges changes;

    @Inject
    private DescriptionChanges descriptions;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Database database;

    @Inject
    private Names names;

    @Resource
    private ManagedExecutorService executor;

    private final Map<String, Run> runs = new LinkedHashMap<>();

    /** Begins a preview. @return names it for {@link #state} and {@link #page} */
    public String start(RoleDraft draft) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        RoleVersion version = changes.check(draft);
        Preview about = new Preview(changes.role(draft.roleId()), draft, changes.changes(draft), null, null);
        return start(about, () -> dossiers.rulesWith(version));
    }

    /** The same of a new version of a description. */
    public String start(DescriptionDraft draft) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        Description version = descriptions.check(draft);
        Preview about = new Preview(changes.role(draft.roleId()), null, List.of(), draft, null);
        return start(about, () -> dossiers.rulesWith(version));
    }

    private String start(Preview about, Supplier<RuleBook> rules) {
        String token = UUID.randomUUID().toString();
        Run run = new Run(about);
        run.total =
                database.query(handle -> handle.createQuery("select count(*) from appointment where role_id = :role")
                        .bind("role", about.role().id())
                        .mapTo(int.class)
                        .one());
        keep(token, run);
        executor.execute(() ->
                guard.asSystem("role-preview", () -> compute(run, about.role().id(), rules)));
        return token;
    }

    /** What is previewed; empty when it is not kept any longer. */
    public Optional<Preview> preview(@Nullable String token) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return Optional.ofNullable(find(token)).map(run -> {
            synchronized (run) {
                return run.about;
            }
        });
    }

    /**
     * Decides what was previewed.
     *
     * @throws DomainException when somebody else has changed the role meanwhile, or the preview is not kept any longer
     */
    public void decide(@Nullable String token) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        Run run = find(token);
        if (run == null) {
            throw new DomainException("role.refused.previewGone");
        }
        synchronized (run) {
            RoleDraft draft = run.about.draft;
            run.about = run.about.as(
                    draft == null
                            ? descriptions.decide(Objects.requireNonNull(run.about.description))
                            : changes.decide(draft));
        }
    }

    /** Failed when the preview is not kept any longer. */
    public State state(@Nullable String token) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        Run run = find(token);
        if (run == null) {
            return new State(Phase.FAILED, 0, 0, 0, List.of());
        }
        synchronized (run) {
            Map<List<@Nullable Standing>, Integer> counted = new HashMap<>();
            run.changes.forEach(change -> counted.merge(pair(change.before(), change.after()), 1, Integer::sum));
            List<Shift> shifts = new ArrayList<>();
            counted.forEach((pair, number) -> shifts.add(new Shift(pair.get(0), pair.get(1), number)));
            shifts.sort(Comparator.comparing(Shift::appointments).reversed());
            return new State(run.phase, run.done, Math.max(run.total, run.done), run.changes.size(), shifts);
        }
    }

    /** The appointments that would change, those that change first before the rest. */
    public Page<Row> page(@Nullable String token, int page) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        Run run = find(token);
        List<RoleChange> all;
        if (run == null) {
            all = List.of();
        } else {
            synchronized (run) {
                all = run.changes.stream()
                        .sorted(Comparator.comparing(RoleChange::firstDay).thenComparing(RoleChange::appointmentId))
                        .toList();
            }
        }
        List<RoleChange> shown = all.stream()
                .skip((long) (page - 1) * Page.SIZE)
                .limit(Page.SIZE)
                .toList();
        return new Page<>(rows(shown), all.size(), page, Page.SIZE);
    }

    private List<Row> rows(List<RoleChange> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        NameScope scope = names.forReader();
        Map<Long, Who> people = new HashMap<>();
        database.execute(handle -> scope.bind(handle.createQuery("select a.id, coalesce(" + scope.name("p")
                        + ", '') person, coalesce((select v.name from place_version v where v.place_id = a.place_id"
                        + " and v.known_until = '9999-12-31 23:59:59' order by v.valid_from desc limit 1), '') place"
                        + " from appointment a join person p on p.id = a.person_id where a.id in (<ids>)"))
                .bindList("ids", shown.stream().map(RoleChange::appointmentId).toList())
                .map((row, context) ->
                        Map.entry(row.getLong("id"), new Who(row.getString("person"), row.getString("place"))))
                .forEach(one -> people.put(one.getKey(), one.getValue())));
        return shown.stream()
                .map(change -> {
                    Who who = people.getOrDefault(change.appointmentId(), new Who("", ""));
                    return new Row(
                            change.appointmentId(),
                            who.person().isEmpty() ? null : who.person(),
                            who.place(),
                            change.firstDay(),
                            change.before(),
                            change.after());
                })
                .toList();
    }

    private boolean compute(Run run, long roleId, Supplier<RuleBook> thoughtOf) {
        try {
            RuleBook rules = thoughtOf.get();
            List<Dossier> chunk = dossiers.ofRole(roleId, 0, CHUNK);
            while (!chunk.isEmpty()) {
                List<RoleChange> found = new ArrayList<>();
                for (Dossier dossier : chunk) {
                    RoleChange.between(
                                    dossier.appointee().appointmentId(),
                                    dossier.storedTimeline(),
                                    dossier.timeline(rules))
                            .ifPresent(found::add);
                }
                synchronized (run) {
                    run.changes.addAll(found);
                    run.done += chunk.size();
                }
                long last = chunk.get(chunk.size() - 1).appointee().appointmentId();
                chunk = chunk.size() < CHUNK ? List.of() : dossiers.ofRole(roleId, last, CHUNK);
            }
            end(run, Phase.DONE);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The preview of a role failed", failed);
            end(run, Phase.FAILED);
        }
        return true;
    }

    private static void end(Run run, Phase phase) {
        synchronized (run) {
            run.phase = phase;
        }
    }

    private void keep(String token, Run run) {
        synchronized (runs) {
            runs.put(token, run);
            while (runs.size() > KEPT) {
                runs.remove(runs.keySet().iterator().next());
            }
        }
    }

    private @Nullable Run find(@Nullable String token) {
        synchronized (runs) {
            return token == null ? null : runs.get(token);
        }
    }

    private static List<@Nullable Standing> pair(@Nullable Standing before, @Nullable Standing after) {
        List<@Nullable Standing> pair = new ArrayList<>();
        pair.add(before);
        pair.add(after);
        return pair;
    }
}
