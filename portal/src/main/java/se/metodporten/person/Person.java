package se.metodporten.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone whom the portal knows. Has no personal identity number; see {@link Names} before showing the name. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    private @Nullable String email;

    @Column(name = "protected")
    private boolean protectedIdentity;

    @Column(name = "merged_into")
    private @Nullable Long mergedInto;

    @Column(name = "added_as")
    private @Nullable String addedAs;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Person() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Person(PersonName name, @Nullable String email, @Nullable String addedAs, Instant createdAt, String createdBy) {
        this.givenName = name.given();
        this.familyName = name.family();
        this.email = email;
        this.addedAs = addedAs;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public long id() {
        return id;
    }

    public PersonName name() {
        return new PersonName(givenName, familyName);
    }

    public @Nullable String email() {
        return email;
    }

    /** Skyddade personuppgifter. */
    public boolean protectedIdentity() {
        return protectedIdentity;
    }

    /** The id that everything new is recorded under: another's once this row is merged. */
    public long currentId() {
        return mergedInto == null ? id : mergedInto;
    }

    boolean merged() {
        return mergedInto != null;
    }

    /** This row is the same person as the other one, which from now on stands for both. */
    void mergeInto(Person other) {
        if (other.id.equals(id) || merged() || other.merged()) {
            throw new IllegalStateException("Person " + id + " cannot be merged into " + other.id);
        }
        mergedInto = other.id;
        other.protectedIdentity |= protectedIdentity;
        if (other.email == null) {
            other.email = email;
        }
    }
}
