package se.metodporten.person;

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

/** Someone's work in a unit during a period. Without HSA-id when added on the spot. */
@Entity
@Table(name = "employment")
public class Employment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "unit_id")
    private long unitId;

    @Column(name = "hsa_id")
    private @Nullable String hsaId;

    private String title;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_through")
    private LocalDate validThrough;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Employment() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Employment(long personId, long unitId, String title, LocalDate validFrom, Instant createdAt, String createdBy) {
        this.personId = personId;
        this.unitId = unitId;
        this.title = title;
        this.validFrom = validFrom;
        this.validThrough = CountyTime.END_OF_DAYS;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public long id() {
        return id;
    }

    public long personId() {
        return personId;
    }

    public long unitId() {
        return unitId;
    }

    public String title() {
        return title;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validThrough() {
        return validThrough;
    }
}
