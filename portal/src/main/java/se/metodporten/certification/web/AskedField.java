package se.metodporten.certification.web;

import java.io.Serializable;
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

    private final Requirement.Kind kind;
    private final String code;
    private String sv;
    private String en;
    private String period = USUAL_PERIOD;
    private String grace = USUAL_GRACE;
    private String afterPause = USUAL_AFTER_PAUSE;
    private Requirement.NextDueFrom nextDueFrom = Requirement.NextDueFrom.DAY_TAKEN;
    private String startsWith = "";

    /** One more, with its texts to begin with. */
    AskedField(Requirement.Kind kind, String code, String sv, String en) {
        this.kind = kind;
        this.code = code;
        this.sv = sv;
        this.en = en;
    }

    static AskedField of(RoleDraft.Asked asked) {
        AskedField field = new AskedField(asked.kind(), asked.code(), asked.textSv(), asked.textEn());
        if (field.isRefresher()) {
            field.period = Integer.toString(asked.period());
            field.grace = Integer.toString(asked.grace());
            field.afterPause = Integer.toString(asked.afterPause());
            field.nextDueFrom = asked.nextDueFrom();
            field.startsWith = asked.startsWith();
        }
        return field;
    }

    RoleDraft.Asked asked() {
        return new RoleDraft.Asked(
                kind, code, sv, en, number(period), number(grace), number(afterPause), nextDueFrom, startsWith);
    }

    /** @return -1 for what is no number, which the service refuses at its field */
    static int number(String typed) {
        Long number = UrlState.id(typed.strip());
        return number == null || number > Integer.MAX_VALUE ? NO_NUMBER : number.intValue();
    }

    public boolean isRefresher() {
        return kind == Requirement.Kind.REFRESHER;
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

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
