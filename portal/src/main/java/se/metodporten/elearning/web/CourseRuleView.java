package se.metodporten.elearning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.Told;
import se.metodporten.elearning.CourseCard;
import se.metodporten.elearning.CourseRules;
import se.metodporten.elearning.Courses;

/** {@code elearning/rule.xhtml}: the rule looked at is in the URL. */
@Named
@RequestScoped
public class CourseRuleView {

    private static final int NO_SCORE = -1;

    @Inject
    private Courses courses;

    @Inject
    private CourseRules rules;

    @Inject
    private Texts texts;

    private String code = "";
    private String kind = "";
    private String score = "";
    private @Nullable CourseCard course;
    private CourseRules.@Nullable Rule current;
    private CourseRules.@Nullable Preview preview;

    public CourseCard getCourse() {
        if (course == null) {
            course = courses.mine(code);
        }
        return course;
    }

    /** As it is. */
    public CourseRules.Rule getCurrent() {
        if (current == null) {
            current = rules.of(code);
        }
        return current;
    }

    /** The one looked at. */
    public CourseRules.Rule getRule() {
        CourseRules.Kind chosen = Arrays.stream(CourseRules.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(getCurrent().kind());
        return new CourseRules.Rule(chosen, score.isEmpty() ? getCurrent().score() : number());
    }

    private int number() {
        return score.matches("[0-9]{1,3}") ? Integer.parseInt(score) : NO_SCORE;
    }

    public boolean isUnchanged() {
        CourseRules.Rule rule = getRule();
        return rule.kind() == getCurrent().kind()
                && (!rule.kind().asksForScore() || rule.score() == getCurrent().score());
    }

    public CourseRules.Preview getPreview() {
        if (preview == null) {
            preview = rules.preview(code, getRule());
        }
        return preview;
    }

    public List<Choice> getKinds() {
        return Arrays.stream(CourseRules.Kind.values())
                .map(one -> new Choice(one.name(), texts.get("elearning.rule.Kind." + one.name())))
                .toList();
    }

    public String use() {
        rules.use(code, getRule());
        Told.onNextPage(texts.get("elearning.rule.done"));
        return "/elearning/course.xhtml?faces-redirect=true&code=" + getCourse().code();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = Objects.requireNonNullElse(kind, "");
    }

    public String getScore() {
        return score;
    }

    public void setScore(@Nullable String score) {
        this.score = Objects.requireNonNullElse(score, "");
    }
}
