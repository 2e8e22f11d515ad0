package se.metodporten.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One signature under one exact text, which its hash names. */
@Embeddable
class Signature {

    @Enumerated(EnumType.STRING)
    private Side side;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "text_hash")
    private String textHash;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Signature() {}

    Signature(Side side, long personId, Instant signedAt, String textHash) {
        this.side = side;
        this.personId = personId;
        this.signedAt = signedAt;
        this.textHash = textHash;
    }

    Side side() {
        return side;
    }

    long personId() {
        return personId;
    }
}
