package se.metodporten.elearning.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.sheet.Sheet;
import se.metodporten.common.web.SheetAnswer;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UrlState;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.elearning.Completion;
import se.metodporten.elearning.CompletionSearch;
import se.metodporten.elearning.Completions;
import se.metodporten.elearning.Courses;

/** {@code /elearning/completions}: the list of {@code completions.xhtml}, all of it, as a file; CSV unless {@code format=xlsx}. */
@WebServlet("/elearning/completions")
public class CompletionsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Courses courses;

    @Inject
    private transient Completions completions;

    @Inject
    private transient Texts texts;

    @Inject
    private transient UserLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        CompletionSearch search = CompletionsView.search(
                code, request.getParameter("version"), request.getParameter("unit"), request.getParameter("sort"));
        Sheet.Format format = UrlState.constant(Sheet.Format.class, request.getParameter("format"), Sheet.Format.CSV);
        String course = courses.mine(code).title().in(language.locale());
        List<String> head = Stream.of("name", "unit", "version", "day", "result", "score")
                .map(column -> texts.get("elearning.completions." + column))
                .toList();
        SheetAnswer.send(
                response,
                format,
                texts.of("elearning.completions.file", course),
                head,
                rows -> completions.each(search, one -> rows.row(values(one))));
    }

    private List<@Nullable Object> values(Completion one) {
        return Arrays.asList(
                one.name(),
                one.units(),
                one.version(),
                one.completedOn(),
                texts.get("elearning.completions.Result." + one.result()),
                one.score() == null ? null : one.score().stripTrailingZeros());
    }
}
