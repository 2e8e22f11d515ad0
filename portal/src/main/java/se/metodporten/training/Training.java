package se.metodporten.training;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scheduled training of one kind, with its sessions and whoever leads it. */
@Entity
@Table(name = "training")
class Training {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private String kind;

    @Column(name = "place_id")
    private long placeId;

    private String title;
    private @Nullable String venue;
    private @Nullable String link;
    private int seats;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "training_id", nullable = false)
    private List<Session> sessions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "training_leader", joinColumns = @JoinColumn(name = "training_id"))
    @Column(name = "person_id")
    private Set<Long> leaders = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Training() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Training(Plan plan, String title, @Nullable Long leader, Instant createdAt) {
        this.kind = plan.kind();
        this.placeId = plan.placeId();
        this.title = title;
        this.venue = plan.venue().isEmpty() ? null : plan.venue();
        this.link = plan.link().isEmpty() ? null : plan.link();
        this.seats = plan.seats();
        this.createdAt = createdAt;
        this.createdBy = leader;
        if (leader != null) {
            leaders.add(leader);
        }
        for (SessionTime time : plan.sessions()) {
            sessions.add(new Session(sessions.size() + 1, time));
        }
    }

    long id() {
        return id;
    }

    /** Called off; sign-ups stay, so that everybody can be told. */
    void cancelAt(Instant moment) {
        if (cancelledAt == null) {
            cancelledAt = moment;
        }
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }
}
