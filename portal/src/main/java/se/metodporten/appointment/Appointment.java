package se.metodporten.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;

/** A person holds a role at a place, from a first day until a last one or open. The units served are rows beside it. */
@Entity
@Table(name = "appointment")
class Appointment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "role_id")
    private long roleId;

    @Column(name = "place_id")
    private long placeId;

    @Column(name = "employment_id")
    private @Nullable Long employmentId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_through")
    private LocalDate validThrough;

    @Column(name = "appointed_at")
    private Instant appointedAt;

    @Column(name = "appointed_by")
    private @Nullable Long appointedBy;

    @Column(name = "form_token")
    private @Nullable String formToken;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Appointment() {}

    /** @param employmentId the employment it rests on: leave from it pauses the appointment */
    @SuppressWarnings("NullAway.Init") // the database gives the id
    Appointment(
            long personId,
            @Nullable Long employmentId,
            NewAppointment asked,
            Instant appointedAt,
            @Nullable Long appointedBy) {
        this.personId = personId;
        this.employmentId = employmentId;
        this.roleId = asked.roleId();
        this.placeId = asked.placeId();
        this.validFrom = asked.from();
        this.validThrough = CountyTime.END_OF_DAYS;
        this.appointedAt = appointedAt;
        this.appointedBy = appointedBy;
        this.formToken = asked.token();
    }

    /** The last day, inclusive; may be moved while it is not yet certain. */
    void endOn(LocalDate lastDay) {
        if (lastDay.isBefore(validFrom)) {
            throw DomainException.at("lastDay", "appointment.refused.endsBeforeItBegins", validFrom);
        }
        validThrough = lastDay;
    }

    /** Held there from now on; the days are in the units served, which change with it. */
    void moveTo(long place) {
        placeId = place;
    }

    void restOn(long employment) {
        employmentId = employment;
    }

    long id() {
        return id;
    }

    long personId() {
        return personId;
    }

    long roleId() {
        return roleId;
    }

    long version() {
        return version;
    }

    @Nullable
    Long employmentId() {
        return employmentId;
    }

    long placeId() {
        return placeId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validThrough() {
        return validThrough;
    }
}
