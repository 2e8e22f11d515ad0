package se.metodporten.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;

/** An office that somebody was given in a place, for a time. */
@Entity
@Table(name = "office_grant")
class OfficeGrant {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "person_id")
    private long personId;

    @Enumerated(EnumType.STRING)
    private Office office;

    @Column(name = "place_id")
    private long placeId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_through")
    private LocalDate validThrough;

    @Column(name = "deputy_for")
    private @Nullable Long deputyFor;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "granted_by")
    private String grantedBy;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected OfficeGrant() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    OfficeGrant(
            long personId,
            Office office,
            long placeId,
            LocalDate from,
            LocalDate through,
            Instant grantedAt,
            String grantedBy) {
        if (!office.isGiven()) {
            throw DomainException.at("office", "access.refused.officeNotGiven");
        }
        if (through.isBefore(from)) {
            throw DomainException.at("through", "access.refused.endsBeforeItBegins");
        }
        this.personId = personId;
        this.office = office;
        this.placeId = placeId;
        this.validFrom = from;
        this.validThrough = through;
        this.grantedAt = grantedAt;
        this.grantedBy = grantedBy;
    }

    /** In the place of someone, who may take it back. */
    OfficeGrant asDeputyFor(long manager) {
        deputyFor = manager;
        return this;
    }

    boolean isDeputyFor(long manager) {
        return deputyFor != null && deputyFor == manager;
    }

    /** Whether it had not begun by that day, so that taking it back leaves nothing. */
    boolean beginsOnOrAfter(LocalDate day) {
        return !validFrom.isBefore(day);
    }

    /** Shortens it; an earlier end stays. */
    void endBefore(LocalDate day) {
        if (!validThrough.isBefore(day)) {
            validThrough = day.minusDays(1);
        }
    }

    long id() {
        return id;
    }

    long personId() {
        return personId;
    }

    long placeId() {
        return placeId;
    }

    Office office() {
        return office;
    }
}
