package se.metodporten.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Words;

/**
 * Agreements that both sides have signed on paper: in force without a signature here. Not an entry point: who calls has
 * asked the guard, and appends the facts.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PaperAgreements {

    /**
     * @param through the last day agreed to; {@link CountyTime#END_OF_DAYS} when open
     * @param vouchedBy who has the paper
     * @param registeredBy null: nobody who is known
     */
    public record Paper(
            long appointmentId,
            long descriptionVersionId,
            int descriptionNumber,
            LocalDate signedOn,
            LocalDate inForceFrom,
            LocalDate through,
            String vouchedBy,
            @Nullable Long registeredBy) {

        String text() {
            return Words.in(Words.SWEDISH, "agreement.text.paper", signedOn, descriptionNumber, inForceFrom, vouchedBy);
        }
    }

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    /** @return the ids, in the order given */
    public List<Long> register(List<Paper> papers) {
        if (papers.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return database.query(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into agreement (appointment_id, description_version_id, text_sv, text_hash, valid_from,
                                           valid_through, in_force_from, offered_at, offered_by)
                    values (:appointmentId, :descriptionVersionId, :text, :hash, :inForceFrom, :through, :inForceFrom, :now,
                            :registeredBy)""");
            papers.forEach(one -> batch.bindMethods(one)
                    .bind("text", one.text())
                    .bind("hash", Agreement.hashOf(one.text()))
                    .bind("now", now)
                    .add());
            return batch.executePreparedBatch("id").mapTo(Long.class).list();
        });
    }
}
