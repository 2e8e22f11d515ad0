package se.metodporten.certification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private PreviewRows rows;

    @Resource
    private ManagedExecutorService executor;

    private final Map<String, PreviewRun> runs = new LinkedHashMap<>();

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
        int total =
                database.query(handle -> handle.createQuery("select count(*) from appointment where role_id = :role")
                        .bind("role", about.role().id())
                        .mapTo(int.class)
                        .one());
        PreviewRun run = new PreviewRun(about, total);
        keep(token, run);
        executor.execute(() ->
                guard.asSystem("role-preview", () -> compute(run, about.role().id(), rules)));
        return token;
    }

    /** What is previewed; empty when it is not kept any longer. */
    public Optional<Preview> preview(@Nullable String token) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        return Optional.ofNullable(find(token)).map(PreviewRun::about);
    }

    /**
     * Decides what was previewed.
     *
     * @throws DomainException when somebody else has changed the role meanwhile, or the preview is not kept any longer
     */
    public void decide(@Nullable String token) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        PreviewRun run = find(token);
        if (run == null) {
            throw new DomainException("role.refused.previewGone");
        }
        run.decide(about -> {
            RoleDraft draft = about.draft;
            return draft == null
                    ? descriptions.decide(Objects.requireNonNull(about.description))
                    : changes.decide(draft);
        });
    }

    /** Failed when the preview is not kept any longer. */
    public State state(@Nullable String token) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        PreviewRun run = find(token);
        return run == null ? new State(Phase.FAILED, 0, 0, 0, List.of()) : run.state();
    }

    /** The appointments that would change, those that change first before the rest. */
    public Page<Row> page(@Nullable String token, int page) {
        guard.requireAnywhere(Action.EDIT_ROLES);
        PreviewRun run = find(token);
        List<RoleChange> all = run == null ? List.of() : run.inOrder();
        List<RoleChange> shown = all.stream()
                .skip((long) (page - 1) * Page.SIZE)
                .limit(Page.SIZE)
                .toList();
        return new Page<>(rows.of(shown), all.size(), page, Page.SIZE);
    }

    private boolean compute(PreviewRun run, long roleId, Supplier<RuleBook> thoughtOf) {
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
                run.add(found, chunk.size());
                long last = chunk.get(chunk.size() - 1).appointee().appointmentId();
                chunk = chunk.size() < CHUNK ? List.of() : dossiers.ofRole(roleId, last, CHUNK);
            }
            run.end(Phase.DONE);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The preview of a role failed", failed);
            run.end(Phase.FAILED);
        }
        return true;
    }

    private void keep(String token, PreviewRun run) {
        synchronized (runs) {
            runs.put(token, run);
            while (runs.size() > KEPT) {
                runs.remove(runs.keySet().iterator().next());
            }
        }
    }

    private @Nullable PreviewRun find(@Nullable String token) {
        synchronized (runs) {
            return token == null ? null : runs.get(token);
        }
    }
}
