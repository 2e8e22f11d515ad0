package se.metodporten.agreement;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.access.Proof;
import se.metodporten.access.Scope;
import se.metodporten.access.Service;
import se.metodporten.audit.Audit;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.DomainException;
import se.metodporten.fact.Facts;
import se.metodporten.fact.FactsAppended;
import se.metodporten.fact.NewFact;

/** Offers, shows and signs assignment agreements. */
@Service
public class Agreements {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Facts facts;

    @Inject
    private Drafts drafts;

    @Inject
    private AgreementMail mail;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /** Every new appointment whose role requires an agreement is offered one, in the transaction that appoints. */
    void offerToTheAppointed(@Observes FactsAppended appended) {
        drafts.ofTheAppointed(appended.factIds()).forEach(this::offer);
    }

    /**
     * Offers agreements on the newest description to some of those whose own rests on one that comes to its transition end,
     * or has, and to some who were appointed before there was one to offer. Nobody is offered the same version twice.
     *
     * @return how many
     */
    public int offerNewDescriptions(int atMost) {
        guard.requireSystem();
        if (drafts.due(1).isEmpty()) {
            return 0;
        }
        // Two nodes wait for each other, so that the second sees what the first has offered.
        database.execute(handle -> handle.createQuery("select id from role order by id for update")
                .mapTo(Long.class)
                .list());
        List<Drafts.Draft> due = drafts.due(atMost);
        due.forEach(this::offer);
        return due.size();
    }

    private void offer(Drafts.Draft draft) {
        Agreement agreement =
                new Agreement(draft, clock.instant(), guard.reader().personId());
        entities.persist(agreement);
        entities.flush();
        mail.offered(parties(agreement.id()));
    }

    /**
     * The agreement as both sides may read it, before and after signing.
     *
     * @throws se.metodporten.access.AccessDenied to anyone but the appointee and the managers of the place held
     */
    public AgreementView read(long agreementId) {
        Parties parties = parties(agreementId);
        Optional<Side> side = sideOf(parties);
        return AgreementSql.view(database, agreementId, side.orElseThrow(() -> notSignatory(agreementId)), today());
    }

    /**
     * Signs for whichever side the reader is, who has proved again who that is. With the second signature the agreement
     * is in force and standing follows, in this transaction. Signing twice changes nothing.
     *
     * @param shownHash hash of the text that was on the page, from {@link AgreementView#textHash()}
     * @throws DomainException when another text was shown
     * @throws se.metodporten.access.AccessDenied to anyone but the appointee and the managers of the place held
     */
    public void sign(long agreementId, String shownHash, Proof proof) {
        Parties parties = parties(agreementId);
        Side side = sideOf(parties).orElseThrow(() -> notSignatory(agreementId));
        long signer = guard.requireProved(proof);
        facts.lockPerson(parties.personId());
        Agreement agreement = entities.find(Agreement.class, agreementId, LockModeType.PESSIMISTIC_WRITE);
        if (parties.validThrough().isBefore(today())) {
            throw new DomainException("agreement.refused.appointmentEnded");
        }
        LocalDate lastDay = parties.lastDayToSign();
        if (lastDay != null && lastDay.isBefore(today())) {
            throw new DomainException("agreement.refused.oldDescription", lastDay);
        }
        if (agreement.isOnPaper()) {
            throw new DomainException("agreement.refused.onPaper");
        }
        boolean first = agreement.signatureOf(side).isEmpty();
        Optional<LocalDate> inForce = agreement.sign(side, signer, shownHash, clock.instant());
        entities.flush();
        inForce.ifPresent(from -> facts.append(NewFact.agreementInForce(
                parties.personId(),
                parties.appointmentId(),
                agreementId,
                parties.descriptionNumber(),
                from,
                agreement.validThrough())));
        if (first) {
            audit.done(guard.reader().actor(), "SIGN", "agreement:" + agreementId, parties.placeId(), side.name());
            mail.signed(parties, side, inForce.isPresent());
        }
    }

    /** What waits for the reader's signature, as appointee and as manager; oldest first. */
    public List<WaitingAgreement> waitingForMe() {
        long reader = guard.requireSignedIn();
        Scope managed = guard.scope(Action.APPOINT);
        return AgreementSql.waiting(database, reader, managed, today());
    }

    /** The newest agreement of an appointment, for links from its page; empty when the role requires none. */
    public Optional<AgreementLink> latestOf(long appointmentId) {
        guard.requireSignedIn();
        return AgreementSql.latest(database, appointmentId)
                .filter(link -> sideOf(parties(link.id())).isPresent());
    }

    private Parties parties(long agreementId) {
        return AgreementSql.parties(database, agreementId).orElseThrow(() -> notSignatory(agreementId));
    }

    private Optional<Side> sideOf(Parties parties) {
        @Nullable Long reader = guard.reader().personId();
        if (reader != null && reader == parties.personId()) {
            guard.requireSelf(reader);
            return Optional.of(Side.APPOINTEE);
        }
        return guard.may(Action.APPOINT, parties.placeId()) ? Optional.of(Side.MANAGER) : Optional.empty();
    }

    private RuntimeException notSignatory(long agreementId) {
        return guard.refusal("SIGNATORY", "agreement:" + agreementId);
    }

    private LocalDate today() {
        return CountyTime.today(clock);
    }
}
