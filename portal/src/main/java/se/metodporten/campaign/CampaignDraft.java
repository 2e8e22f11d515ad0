package se.metodporten.campaign;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.DomainException;
import se.metodporten.common.PlainText;

/**
 * A campaign as somebody wants it.
 *
 * @param code of the course or the kind of training
 * @param countsFrom what was done earlier does not count; null: done at any time counts
 */
public record CampaignDraft(
        String title,
        String why,
        Task task,
        String code,
        @Nullable LocalDate countsFrom,
        LocalDate lastDay,
        Audience audience)
        implements Serializable {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_WHY = 4000;
    private static final int YEARS_AHEAD = 5;

    private static final long serialVersionUID = 1L;

    public CampaignDraft {
        title = title.strip();
        why = why.strip();
    }

    /** @throws DomainException at the first field that is wrong */
    void check(LocalDate today) {
        PlainText.require("title", title, LONGEST_TITLE);
        if (why.isEmpty()) {
            throw DomainException.at("why", PlainText.Fault.EMPTY.key());
        }
        if (why.length() > LONGEST_WHY) {
            throw DomainException.at("why", PlainText.Fault.TOO_LONG.key(), LONGEST_WHY);
        }
        PlainText.faultInLines(why).ifPresent(fault -> {
            throw DomainException.at("why", fault.key(), LONGEST_WHY);
        });
        if (lastDay.isBefore(today)) {
            throw DomainException.at("lastDay", "campaign.refused.lastDayPast", today);
        }
        if (lastDay.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw DomainException.at("lastDay", "campaign.refused.lastDayFar", today.plusYears(YEARS_AHEAD));
        }
        if (countsFrom != null && (countsFrom.isBefore(CountyTime.FIRST_DAY) || countsFrom.isAfter(lastDay))) {
            throw DomainException.at("countsFrom", "campaign.refused.countsFrom", lastDay);
        }
        if (!audience.allStaff() && audience.roles().isEmpty()) {
            throw DomainException.at("roles", "campaign.refused.whom");
        }
    }
}
