package se.metodporten.certification.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.UrlState;
import se.metodporten.role.Requirement;
import se.metodporten.role.RoleDraft;

/** One requirement in the form, as it is typed. */
public class AskedField implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NO_NUMBER = -1;
    private static final String USUAL_PERIOD = "24";
    private static final String USUAL_GRACE = "6";
    private static final String USUAL_AFTER_PAUSE = "3";
    private static final String USUAL_OCCASIONS = "2";
    private static final String USUAL_MONTHS = "12";

    private static final String NO_YEAR = "--";
    private static final Pattern DAY_OF_YEAR = Pattern.compile(
            "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d)");

    private final Requirement.Kind kind;
    private final String code;
    private String sv;
    private String en;
    private String period;
    private String grace = USUAL_GRACE;
    private String afterPause = USUAL_AFTER_PAUSE;
    private Requirement.AfterGrace afterGrace = Requirement.AfterGrace.WHOLE_TRAINING;
    private Requirement.NextDueFrom nextDueFrom = Requirement.NextDueFrom.DAY_TAKEN;
    private String fixedDay = "";
    private String startsWith = "";
    private String occasions = USUAL_OCCASIONS;
    private String courseVersion = "";
    private @Nullable LocalDate lastDayOfOld;
    private final ArrayList<String> onlyAt = new ArrayList<>();

    /** One more, with its texts to begin with. */
    AskedField(Requirement.Kind kind, String code, String sv, String en) {
        this.kind = kind;
        this.code = code;
        this.sv = sv;
        this.en = en;
        period = kind == Requirement.Kind.RECURRING ? USUAL_MONTHS : USUAL_PERIOD;
    }

    static AskedField of(RoleDraft.Asked asked) {
        AskedField field = new AskedField(asked.kind(), asked.code(), asked.textSv(), asked.textEn());
        field.show(asked.terms());
        field.onlyAt.addAll(asked.onlyAt());
        return field;
    }

    private void show(Requirement.Terms terms) {
        Requirement.Renewal renewal = terms.renewal();
        if (renewal != null) {
            period = Integer.toString(renewal.period());
            grace = Integer.toString(renewal.grace());
            afterGrace = renewal.afterGrace();
            afterPause = Integer.toString(renewal.afterPause());
            nextDueFrom = renewal.nextDueFrom();
            fixedDay = renewal.fixedDay() == null
                    ? ""
                    : renewal.fixedDay().toString().substring(NO_YEAR.length());
            startsWith = renewal.startsWith();
        }
        Requirement.Recurrence recurrence = terms.recurrence();
        if (recurrence != null) {
            occasions = Integer.toString(recurrence.occasions());
            period = Integer.toString(recurrence.months());
            afterPause = Integer.toString(recurrence.afterPause());
        }
        Requirement.NewVersion newVersion = terms.newVersion();
        if (newVersion != null) {
            courseVersion = Integer.toString(newVersion.version());
            lastDayOfOld = newVersion.lastDayOfOld();
        }
    }

    RoleDraft.Asked asked() {
        return new RoleDraft.Asked(kind, code, sv, en, terms(), onlyAt);
    }

    private Requirement.Terms terms() {
        return switch (kind) {
            case REFRESHER ->
                Requirement.Terms.of(new Requirement.Renewal(
                        number(period),
                        number(grace),
                        afterGrace,
                        number(afterPause),
                        nextDueFrom,
                        dayOfYear(fixedDay),
                        startsWith));
            case RECURRING ->
                Requirement.Terms.of(new Requirement.Recurrence(number(occasions), number(period), number(afterPause)));
            case COURSE -> courseVersion.isBlank() && lastDayOfOld == null ? Requirement.Terms.NONE : newVersion();
            case LICENCE, ATTESTATION, TRAINING, AGREEMENT -> Requirement.Terms.NONE;
        };
    }

    private Requirement.Terms newVersion() {
        return Requirement.Terms.of(new Requirement.NewVersion(
                number(courseVersion), Objects.requireNonNullElse(lastDayOfOld, LocalDate.MIN)));
    }

    /** Month and day as in {@code 09-01}. @return null for what is no day, which the service refuses at its field */
    private static @Nullable MonthDay dayOfYear(String typed) {
        String stripped = typed.strip();
        return DAY_OF_YEAR.matcher(stripped).matches() ? MonthDay.parse(NO_YEAR + stripped) : null;
    }

    /** @return -1 for what is no number, which the service refuses at its field */
    static int number(String typed) {
        Long number = UrlState.id(typed.strip());
        return number == null || number > Integer.MAX_VALUE ? NO_NUMBER : number.intValue();
    }

    public boolean isRefresher() {
        return kind == Requirement.Kind.REFRESHER;
    }

    public boolean isRecurring() {
        return kind == Requirement.Kind.RECURRING;
    }

    public boolean isCourse() {
        return kind == Requirement.Kind.COURSE;
    }

    public Requirement.Kind getKind() {
        return kind;
    }

    public String getCode() {
        return code;
    }

    public String getSv() {
        return sv;
    }

    public void setSv(@Nullable String sv) {
        this.sv = typed(sv);
    }

    public String getEn() {
        return en;
    }

    public void setEn(@Nullable String en) {
        this.en = typed(en);
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(@Nullable String period) {
        this.period = typed(period);
    }

    public String getGrace() {
        return grace;
    }

    public void setGrace(@Nullable String grace) {
        this.grace = typed(grace);
    }

    public String getAfterPause() {
        return afterPause;
    }

    public void setAfterPause(@Nullable String afterPause) {
        this.afterPause = typed(afterPause);
    }

    public Requirement.NextDueFrom getNextDueFrom() {
        return nextDueFrom;
    }

    public void setNextDueFrom(Requirement.NextDueFrom nextDueFrom) {
        this.nextDueFrom = nextDueFrom;
    }

    public String getStartsWith() {
        return startsWith;
    }

    public void setStartsWith(@Nullable String startsWith) {
        this.startsWith = typed(startsWith);
    }

    public Requirement.AfterGrace getAfterGrace() {
        return afterGrace;
    }

    public void setAfterGrace(Requirement.AfterGrace afterGrace) {
        this.afterGrace = afterGrace;
    }

    public String getFixedDay() {
        return fixedDay;
    }

    public void setFixedDay(@Nullable String fixedDay) {
        this.fixedDay = typed(fixedDay);
    }

    public String getOccasions() {
        return occasions;
    }

    public void setOccasions(@Nullable String occasions) {
        this.occasions = typed(occasions);
    }

    public String getCourseVersion() {
        return courseVersion;
    }

    public void setCourseVersion(@Nullable String courseVersion) {
        this.courseVersion = typed(courseVersion);
    }

    public @Nullable LocalDate getLastDayOfOld() {
        return lastDayOfOld;
    }

    public void setLastDayOfOld(@Nullable LocalDate lastDayOfOld) {
        this.lastDayOfOld = lastDayOfOld;
    }

    public List<String> getOnlyAt() {
        return onlyAt;
    }

    public void setOnlyAt(@Nullable List<String> onlyAt) {
        List<String> chosen = onlyAt == null ? List.of() : List.copyOf(onlyAt);
        this.onlyAt.clear();
        this.onlyAt.addAll(chosen);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
