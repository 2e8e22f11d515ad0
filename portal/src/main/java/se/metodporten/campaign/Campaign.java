package se.metodporten.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.Bilingual;

/**
 * A campaign as it says now.
 *
 * @param version to be given back with a change
 * @param taskName of the course or the kind of training
 * @param owner the county's or district's name
 * @param reason why it was last changed or closed; null when it never was
 * @param roles names of those whose holders it concerns
 * @param unitKinds names; empty: of all kinds
 * @param places names; empty: everywhere below the owner
 * @param today the day as of which it was read
 */
public record Campaign(
        long id,
        long version,
        CampaignDraft draft,
        Bilingual taskName,
        String owner,
        LocalDate beginsOn,
        boolean closed,
        @Nullable String reason,
        List<Bilingual> roles,
        List<Bilingual> unitKinds,
        List<String> places,
        LocalDate today) {

    public Campaign {
        roles = List.copyOf(roles);
        unitKinds = List.copyOf(unitKinds);
        places = List.copyOf(places);
    }

    /** Neither closed nor past its last day. */
    public boolean running() {
        return !closed && !draft.lastDay().isBefore(today);
    }
}
