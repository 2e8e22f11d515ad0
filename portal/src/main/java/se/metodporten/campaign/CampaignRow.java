package se.metodporten.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/**
 * A campaign in a list.
 *
 * @param figure in the reader's places; null for a reader who sees no people there
 */
public record CampaignRow(
        long id,
        String title,
        Task task,
        String code,
        Bilingual taskName,
        LocalDate beginsOn,
        LocalDate lastDay,
        boolean closed,
        boolean running,
        @Nullable Figure figure) {

    CampaignRow with(@Nullable Figure found) {
        return new CampaignRow(id, title, task, code, taskName, beginsOn, lastDay, closed, running, found);
    }
}
