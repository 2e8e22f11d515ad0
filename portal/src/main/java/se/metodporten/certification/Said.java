package se.metodporten.certification;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.certification.rules.StandingPeriod;
import se.metodporten.certification.rules.Timeline;

/** What one row of {@code standing_period} says, without since when the portal knew it. */
record Said(
        LocalDate from,
        LocalDate through,
        Standing standing,
        @Nullable LocalDate dueDay,
        String reasons) {

    static Set<Said> by(Timeline timeline) {
        Set<Said> all = new LinkedHashSet<>();
        for (StandingPeriod period : timeline.periods()) {
            all.add(new Said(
                    period.from(),
                    period.through(),
                    period.standing(),
                    period.dueDay(),
                    ReasonsJson.write(period.reasons())));
        }
        return all;
    }

    StandingPeriod period() {
        return new StandingPeriod(from, through, standing, ReasonsJson.read(reasons), dueDay);
    }
}
