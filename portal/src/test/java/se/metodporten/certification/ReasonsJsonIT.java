package se.metodporten.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.metodporten.certification.rules.Reason;
import se.metodporten.certification.rules.Remedy;
import se.metodporten.harness.InPortal;

class ReasonsJsonIT extends InPortal {

    private static final LocalDate DAY = LocalDate.of(2027, 4, 15);

    @ParameterizedTest
    @EnumSource(Reason.Kind.class)
    void reasons_read_as_they_were_written(Reason.Kind kind) {
        List<Reason> reasons = List.of(
                new Reason(kind, "a \"quoted\" åäö 🧭", DAY, Remedy.ATTEND_TRAINING, List.of(1, 2)),
                new Reason(kind, null, null, Remedy.NOTHING, List.of()));

        assertThat(ReasonsJson.read(ReasonsJson.write(reasons))).isEqualTo(reasons);
    }

    @Test
    void the_same_reasons_give_the_same_text() {
        List<Reason> reasons = List.of(
                new Reason(Reason.Kind.MISSING, "instructor-training", null, Remedy.ATTEND_TRAINING, List.of(2)));

        assertThat(ReasonsJson.write(reasons))
                .isEqualTo("[{\"kind\":\"MISSING\",\"requirement\":\"instructor-training\","
                        + "\"remedy\":\"ATTEND_TRAINING\",\"partsLeft\":[2]}]");
        assertThat(ReasonsJson.write(List.of())).isEqualTo("[]");
    }
}
