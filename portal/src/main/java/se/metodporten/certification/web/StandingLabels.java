package se.metodporten.certification.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Texts;

/** The label of a standing, always the same way: icon, word, date (for nominated the steps that are left). */
@Named
@ApplicationScoped
public class StandingLabels {

    @Inject
    private Texts texts;

    /** @param standing the enum or its name */
    public String css(Object standing) {
        return standing.toString().toLowerCase(Locale.ROOT);
    }

    public String icon(Object standing) {
        return switch (standing.toString()) {
            case "CERTIFIED" -> "tick-circle";
            case "REFRESHER_DUE" -> "clock";
            case "LAPSED" -> "warning";
            case "NOMINATED" -> "circle";
            case "PAUSED" -> "pause";
            case "ENDED" -> "square";
            default -> throw new IllegalArgumentException("No standing: " + standing);
        };
    }

    /**
     * @param day certified and paused through, due on, lapsed since, ended on; the end of days or none: the word alone
     * @param stepsLeft only for nominated
     */
    public String text(Object standing, @Nullable LocalDate day, @Nullable Integer stepsLeft) {
        String key = "certification.standing." + standing;
        if (standing.toString().equals("NOMINATED")) {
            return stepsLeft == null || stepsLeft == 0 ? texts.get(key) : texts.of(key + ".left", stepsLeft);
        }
        return day == null || day.equals(CountyTime.END_OF_DAYS) ? texts.get(key) : texts.of(key + ".day", day);
    }
}
