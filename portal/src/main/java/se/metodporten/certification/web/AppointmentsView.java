package se.metodporten.certification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Action;
import se.metodporten.access.Guard;
import se.metodporten.certification.AppointmentLists;
import se.metodporten.certification.AppointmentRow;
import se.metodporten.certification.AppointmentSearch;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.role.Roles;

/** {@code certification/appointments.xhtml}: the appointments that the reader sees, with their standing. */
@Named
@RequestScoped
public class AppointmentsView {

    @Inject
    private AppointmentLists lists;

    @Inject
    private Roles roles;

    @Inject
    private Guard guard;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    @Inject
    private Clock clock;

    private @Nullable Long unit;
    private @Nullable Long role;
    private String standing = "";
    private String q = "";
    private String sort = "";
    private int page = 1;

    private @Nullable Page<AppointmentRow> found;

    public Page<AppointmentRow> getFound() {
        if (found == null) {
            boolean falling = sort.startsWith("-");
            found = lists.find(
                    new AppointmentSearch(
                            unit,
                            role,
                            constant(Standing.class, standing).orElse(null),
                            q,
                            constant(AppointmentSearch.Sort.class, falling ? sort.substring(1) : sort)
                                    .orElse(AppointmentSearch.Sort.NAME),
                            falling,
                            CountyTime.today(clock)),
                    Paging.page(page));
        }
        return found;
    }

    public List<Choice> getRoles() {
        return roles.today().stream()
                .map(today -> new Choice(
                        Long.toString(today.role().id()), today.role().name().in(language.locale())))
                .toList();
    }

    public List<Choice> getStandings() {
        return Arrays.stream(Standing.values())
                .map(one -> new Choice(lower(one), texts.get("certification.standing." + one)))
                .toList();
    }

    /** Whether to offer what whoever follows up does. */
    public boolean isMayFollowUp() {
        return guard.mayAnywhere(Action.FOLLOW_UP);
    }

    /** Whether to offer to appoint someone. */
    public boolean isMayAppoint() {
        return guard.mayAnywhere(Action.APPOINT);
    }

    /** What was typed by hand and names nothing is as if it were not there. */
    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> lower(one).equals(name))
                .findFirst();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public @Nullable Long getUnit() {
        return unit;
    }

    public void setUnit(@Nullable Long unit) {
        this.unit = unit;
    }

    public @Nullable Long getRole() {
        return role;
    }

    public void setRole(@Nullable Long role) {
        this.role = role;
    }

    public String getStanding() {
        return standing;
    }

    public void setStanding(@Nullable String standing) {
        this.standing = standing == null ? "" : standing;
    }

    public String getQ() {
        return q;
    }

    public void setQ(@Nullable String q) {
        this.q = q == null ? "" : q;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort == null ? "" : sort;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
