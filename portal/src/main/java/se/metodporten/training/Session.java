package se.metodporten.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;

/** One session (pass) of a training; its part says which one, so that a make-up at another occasion counts. */
@Entity
@Table(name = "training_session")
class Session {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int part;

    @Column(name = "day")
    private LocalDate day;

    private LocalTime starts;
    private LocalTime ends;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Session() {}

    @SuppressWarnings("NullAway.Init") // the database gives the id
    Session(int part, SessionTime time) {
        this.part = part;
        this.day = time.day();
        this.starts = time.starts();
        this.ends = time.ends();
    }
}
