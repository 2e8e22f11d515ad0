package se.metodporten.role;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a role is to require, as somebody thinks of deciding it.
 *
 * @param basedOn the newest version when the thinking began: two who change one role do not undo each other
 * @param validFrom the first day on which someone appointed meets it
 * @param transition the first day on which it holds for those appointed before (rule 10)
 */
public record RoleDraft(
        long roleId,
        long basedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate transition,
        int windowMonths,
        List<Asked> requirements) {

    /**
     * One requirement.
     *
     * @param code names what is required; of an attestation any name that is its own in the role
     * @param terms as they are typed: what is no number is negative, what is no day is null
     * @param onlyAt codes of the kinds of unit at which it is asked; empty: at all
     */
    public record Asked(
            Requirement.Kind kind,
            String code,
            String textSv,
            String textEn,
            Requirement.Terms terms,
            List<String> onlyAt)
            implements Serializable {

        public Asked {
            onlyAt = List.copyOf(onlyAt);
        }
    }

    public RoleDraft {
        requirements = List.copyOf(requirements);
    }

    /** A name for one more attestation. @param taken those that the role uses already */
    public static String attestationCode(Set<String> taken) {
        int number = 1;
        while (taken.contains("attestation-" + number)) {
            number++;
        }
        return "attestation-" + number;
    }
}
