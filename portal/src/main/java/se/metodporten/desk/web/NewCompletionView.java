package se.metodporten.desk.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.CountyTime;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.desk.NewCompletions;
import se.metodporten.elearning.CourseEditing;

/** {@code elearning/new-completion.xhtml}: of whom a new version of a course is required, and by when. */
@Named
@ViewScoped
public class NewCompletionView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_MONTHS = 6;

    @Inject
    private NewCompletions completions;

    @Inject
    private CourseEditing courses;

    @Inject
    private UserLanguage language;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    private String code = "";
    private String title = "";
    private String version = "";
    private @Nullable LocalDate lastDay;
    private List<String> roles = new ArrayList<>();
    private transient @Nullable List<NewCompletions.Asking> asking;
    private transient @Nullable List<Integer> versions;

    /** Refuses who may not; begins with the newest version and all roles that can be chosen. */
    public void load() {
        CourseEditing.About about = courses.about(code);
        title = language.getTag().equals("sv") ? about.titleSv() : about.titleEn();
        lastDay = CountyTime.today(clock).plusMonths(USUAL_MONTHS);
        getVersions().stream().findFirst().ifPresent(newest -> version = newest.toString());
        getAsking().stream()
                .filter(NewCompletions.Asking::settled)
                .forEach(one -> roles.add(one.role().code()));
    }

    public String preview() {
        int number = version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
        List<String> previews = completions.start(new NewCompletions.Order(code, number, lastDay, roles));
        return "/elearning/new-completion-preview.xhtml?faces-redirect=true&code=" + code + "&previews="
                + String.join(",", previews);
    }

    public List<NewCompletions.Asking> getAsking() {
        if (asking == null) {
            asking = completions.roles(code);
        }
        return asking;
    }

    public List<Choice> getRoleChoices() {
        return getAsking().stream()
                .filter(NewCompletions.Asking::settled)
                .map(one -> new Choice(
                        one.role().code(),
                        texts.of(
                                "elearning.again.role",
                                one.role().name().in(language.locale()),
                                one.appointed(),
                                one.windowMonths())))
                .toList();
    }

    public List<Integer> getVersions() {
        if (versions == null) {
            versions = completions.versions(code);
        }
        return versions;
    }

    public List<Choice> getVersionChoices() {
        return getVersions().stream()
                .map(number -> new Choice(number.toString(), texts.of("elearning.again.versionOf", number)))
                .toList();
    }

    public String getTitle() {
        return title;
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = Objects.requireNonNullElse(version, "");
    }

    public @Nullable LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public List<String> getRoles() {
        return roles;
    }

    public void setRoles(List<String> roles) {
        this.roles = new ArrayList<>(roles);
    }
}
