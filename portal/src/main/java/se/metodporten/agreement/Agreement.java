package se.metodporten.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;

/** An agreement on one appointment: a text that never changes, and at most one signature from each side. */
@Entity
@Table(name = "agreement")
class Agreement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "appointment_id")
    private long appointmentId;

    @Column(name = "description_version_id")
    private long descriptionVersionId;

    @Column(name = "text_sv")
    private String text;

    @Column(name = "text_hash")
    private String textHash;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_through")
    private LocalDate validThrough;

    @Column(name = "in_force_from")
    private @Nullable LocalDate inForceFrom;

    @Column(name = "offered_at")
    private Instant offeredAt;

    @Column(name = "offered_by")
    private @Nullable Long offeredBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_signature", joinColumns = @JoinColumn(name = "agreement_id"))
    private List<Signature> signatures = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Agreement() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Agreement(Drafts.Draft draft, Instant offeredAt, @Nullable Long offeredBy) {
        this.appointmentId = draft.appointmentId();
        this.descriptionVersionId = draft.descriptionVersionId();
        this.text = draft.text();
        this.textHash = draft.textHash();
        this.validFrom = draft.validFrom();
        this.validThrough = draft.validThrough();
        this.offeredAt = offeredAt;
        this.offeredBy = offeredBy;
    }

    long id() {
        return id;
    }

    /** In force without a signature here: both have signed the paper. */
    boolean isOnPaper() {
        return inForceFrom != null && signatures.isEmpty();
    }

    LocalDate validThrough() {
        return validThrough;
    }

    Optional<Signature> signatureOf(Side side) {
        return signatures.stream().filter(signature -> signature.side() == side).findFirst();
    }

    /**
     * Signs the text whose hash the signer was shown. Signing the same side again changes nothing.
     *
     * @return the first day in force, when this was the last signature: the day of it, or a later agreed start
     * @throws DomainException when someone else signed this side, the same person would sign both sides, or another text
     *     was shown
     */
    Optional<LocalDate> sign(Side side, long personId, String shownHash, Instant at) {
        Optional<Signature> own = signatureOf(side);
        if (own.isPresent()) {
            if (own.get().personId() == personId) {
                return Optional.empty();
            }
            throw new DomainException("agreement.refused.signedAlready");
        }
        if (!textHash.equals(shownHash)) {
            throw new DomainException("agreement.refused.otherText");
        }
        Optional<Signature> other = signatureOf(side.other());
        if (other.isPresent() && other.get().personId() == personId) {
            throw new DomainException("agreement.refused.bothSides");
        }
        signatures.add(new Signature(side, personId, at, textHash));
        if (other.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = CountyTime.dayOf(at);
        inForceFrom = day.isBefore(validFrom) ? validFrom : day;
        return Optional.of(inForceFrom);
    }

    /** SHA-256 of the text in UTF-8, as 64 hexadecimal digits. */
    static String hashOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
