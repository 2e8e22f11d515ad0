package se.metodporten.certification;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.appointment.ManagedAppointment;
import se.metodporten.appointment.ManagedAppointments;
import se.metodporten.appointment.Plan;
import se.metodporten.audit.Audit;
import se.metodporten.common.Bilingual;
import se.metodporten.fact.DocumentFile;
import se.metodporten.fact.Documents;
import se.metodporten.fact.FactKind;
import se.metodporten.fact.FactRecord;
import se.metodporten.fact.Facts;
import se.metodporten.person.PersonAccess;
import se.metodporten.role.Requirement;

/** Extensions, exemptions, recognised evidence, licences and corrections: planned first, then carried out, as other deeds. */
@Service
public class EvidenceDeeds {

    @Inject
    private ManagedAppointments managed;

    @Inject
    private EvidencePlanning planning;

    @Inject
    private FactCorrections corrections;

    @Inject
    private Facts facts;

    @Inject
    private Documents documents;

    @Inject
    private PersonAccess access;

    @Inject
    private Guard guard;

    @Inject
    private Audit audit;

    /** Whether a manager records it by hand, and so may correct it; the rest is corrected where it came from. */
    public static boolean isByHand(FactKind kind) {
        return FactCorrections.BY_HAND.contains(kind);
    }

    /** Stores a file that a fact is to rest on. @return its id */
    public long keep(String name, InputStream content) throws IOException {
        guard.requireAnywhere(Action.APPOINT);
        return documents.store(name, content);
    }

    /** What the role asks that the kinds of deed can be about; for who may change the appointment. */
    public List<Requirement> requirements(long id, List<Requirement.Kind> kinds) {
        ManagedAppointment held = managed.locked(id);
        return planning.requirements(held).stream()
                .filter(one -> kinds.contains(one.kind()))
                .toList();
    }

    /** What the codes in facts of the appointment are called. */
    public Map<String, Bilingual> names(long id) {
        return planning.requirements(managed.locked(id)).stream()
                .collect(Collectors.toMap(Requirement::code, Requirement::text, (one, other) -> one));
    }

    /** The file behind a fact, for the person and the own manager. */
    public DocumentFile file(long fact) {
        long person = facts.personOf(fact).orElseThrow(() -> guard.refusal("VIEW_EVIDENCE", "fact:" + fact));
        access.require(person, Action.APPOINT);
        return documents.behind(fact).orElseThrow(() -> guard.refusal("VIEW_EVIDENCE", "fact:" + fact));
    }

    /** Its content. */
    public void copy(long fact, OutputStream out) throws IOException {
        documents.copyTo(file(fact), out);
    }

    /** A recorded fact that the reader may correct from the appointment. */
    public FactRecord correctable(long id, long fact) {
        return corrections.correctable(managed.locked(id), fact);
    }

    /** Checks everything and writes nothing. */
    public Plan plan(long id, EvidenceDeed deed) {
        return planning.of(managed.locked(id), deed);
    }

    /** @param seen when the form was opened */
    public void carryOut(long id, EvidenceDeed deed, Plan.Seen seen) {
        ManagedAppointment held = managed.locked(id);
        Plan plan = planning.of(held, deed);
        ManagedAppointments.requireSeen(plan, seen);
        List<Long> written = facts.append(plan.facts());
        if (deed instanceof EvidenceDeed.Exempt exempt) {
            support(written, exempt.decidedBy().strip(), null);
        } else if (deed instanceof EvidenceDeed.Recognise recognise && recognise.document() != null) {
            support(written, null, recognise.document());
        } else if (deed instanceof EvidenceDeed.TakeBack back) {
            facts.withdraw(back.fact(), back.reason().strip());
        }
        audit.done(
                guard.reader().actor(),
                deed.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                "appointment:" + id,
                held.placeId(),
                written.toString());
    }

    private void support(List<Long> written, @Nullable String decidedBy, @Nullable Long document) {
        written.forEach(fact -> documents.support(fact, decidedBy, document));
    }
}
