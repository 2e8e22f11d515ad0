package se.metodporten.coverage.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Texts;

/** The label of a place's coverage, always the same way: icon, word, for partly how many of how many. */
@Named
@ApplicationScoped
public class CoverageLabels {

    @Inject
    private Texts texts;

    /** @param state the enum or its name */
    public String icon(Object state) {
        return switch (state.toString()) {
            case "COVERED" -> "circle-full";
            case "PARTLY" -> "circle-half";
            case "NOT_COVERED" -> "circle";
            case "VACANT" -> "circle-dashed";
            default -> throw new IllegalArgumentException("No state of coverage: " + state);
        };
    }

    /** @param through the last day of a covered place, where it has one */
    public String text(Object state, @Nullable Integer covered, @Nullable Integer need, @Nullable LocalDate through) {
        if (through != null && state.toString().equals("COVERED")) {
            return texts.of("coverage.state.COVERED.through", through);
        }
        String key = "coverage.state." + state;
        return covered == null || need == null || !state.toString().equals("PARTLY")
                ? texts.get(key)
                : texts.of(key + ".of", covered, need);
    }
}
