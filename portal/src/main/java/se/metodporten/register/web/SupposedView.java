package se.metodporten.register.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.certification.rules.Standing;
import se.metodporten.common.Page;
import se.metodporten.common.Paging;
import se.metodporten.common.web.Choice;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.directory.ImportRun;
import se.metodporten.directory.Imports;
import se.metodporten.register.RegisterStandings;

/** {@code register/standings.xhtml}: what a register would result in, counted and person by person. */
@Named
@RequestScoped
public class SupposedView {

    private static final long NONE = 0L;
    private static final String LAPSING = "lapsing";

    @Inject
    private RegisterStandings standings;

    @Inject
    private Imports imports;

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    private String id = "";
    private String role = "";
    private String standing = "";
    private String page = "";

    private @Nullable ImportRun run;
    private @Nullable List<RegisterStandings.Count> counts;
    private @Nullable Page<RegisterStandings.Row> found;

    public ImportRun getRun() {
        if (run == null) {
            run = imports.run(runId());
        }
        return run;
    }

    public List<RegisterStandings.Count> getCounts() {
        if (counts == null) {
            counts = standings.counts(runId());
        }
        return counts;
    }

    public Page<RegisterStandings.Row> getFound() {
        if (found == null) {
            found = standings.find(
                    runId(),
                    new RegisterStandings.Search(UrlState.id(role), wanted(), LAPSING.equals(standing)),
                    Paging.page(UrlState.page(page)));
        }
        return found;
    }

    public List<Choice> getRoles() {
        Map<Long, String> named = new LinkedHashMap<>();
        getCounts().forEach(count -> named.put(count.roleId(), count.role().in(language.locale())));
        return named.entrySet().stream()
                .map(one -> new Choice(Long.toString(one.getKey()), one.getValue()))
                .toList();
    }

    public List<Choice> getChoices() {
        List<Choice> all = new ArrayList<>(Arrays.stream(Standing.values())
                .map(one -> new Choice(lower(one), texts.get("certification.standing." + one)))
                .toList());
        all.add(new Choice(LAPSING, texts.get("register.standings.lapsing")));
        return all;
    }

    /** What was typed by hand and names nothing is as if it were not there. */
    private @Nullable Standing wanted() {
        return Arrays.stream(Standing.values())
                .filter(one -> lower(one).equals(standing))
                .findFirst()
                .orElse(null);
    }

    private static String lower(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private long runId() {
        return Objects.requireNonNullElse(UrlState.id(id), NONE);
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role == null ? "" : role;
    }

    public String getStanding() {
        return standing;
    }

    public void setStanding(@Nullable String standing) {
        this.standing = standing == null ? "" : standing;
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page == null ? "" : page;
    }
}
