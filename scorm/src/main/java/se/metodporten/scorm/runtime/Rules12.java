package se.metodporten.scorm.runtime;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.scorm.LessonStatus;
import se.metodporten.scorm.sn.LaunchData;

/** SCORM 1.2: one status; the manifest's mastery score decides it when content reports an end. */
record Rules12(LaunchData launch) implements Rules {

    static final String STATUS = "cmi.core.lesson_status";
    static final String RAW = "cmi.core.score.raw";

    @Override
    public @Nullable LessonStatus judged(Word word, LessonStatus before) {
        @Nullable
        LessonStatus said =
                LessonStatus.ofWord(word.sets().getOrDefault(STATUS, "")).orElse(null);
        @Nullable LessonStatus reported = said != null ? said : word.reported();
        boolean over = word.ends() || (reported != null && reported.isFinal());
        if (launch.masteryScore() != null && over) {
            Optional<BigDecimal> raw = Rules.number(word.values(), RAW);
            if (raw.isPresent()) {
                return raw.get().compareTo(launch.masteryScore()) >= 0 ? LessonStatus.PASSED : LessonStatus.FAILED;
            }
            // a score may still come, and decides; Finish or the next opening ends the wait
            return word.ends() ? orCompleted(reported, before) : null;
        }
        return word.ends() ? orCompleted(said, before) : said;
    }

    /** §3.4.4, lesson_status: content that never named a status is completed when it finishes. */
    private static @Nullable LessonStatus orCompleted(@Nullable LessonStatus reported, LessonStatus before) {
        boolean neverNamed = reported == null && before == LessonStatus.NOT_ATTEMPTED;
        return neverNamed ? LessonStatus.COMPLETED : reported;
    }

    /** The specification wants it from 0 to 100 already. */
    @Override
    public Optional<BigDecimal> score(Map<String, String> values) {
        return Rules.number(values, RAW);
    }

    @Override
    public boolean keepsContentsWords() {
        return false;
    }

    @Override
    public Map<String, String> seeds() {
        return Map.of();
    }
}
