package se.metodporten.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what programs are told into words, in the reader's language; the one place that does. */
@ApplicationScoped
public class Problems {

    private static final String WORDS = "common.problem.";
    private static final Set<Integer> WORDED = Set.of(400, 401, 403, 404, 405, 406, 414, 421, 422, 500, 503);

    @Inject
    private Texts texts;

    @Inject
    private UserLanguage language;

    /** In words that fit any answer of that status. */
    public Problem of(int status) {
        return of(status, texts.get(WORDS + worded(status) + ".text"), null, List.of(), null, null);
    }

    /** @param detail what exactly is the matter, in the reader's language */
    public Problem of(int status, String detail) {
        return of(status, detail, null, List.of(), null, null);
    }

    /** About one parameter. */
    public Problem of(
            int status,
            String detail,
            @Nullable String parameter,
            List<String> allowed,
            @Nullable String minimum,
            @Nullable String maximum) {
        return new Problem(
                status, texts.get(WORDS + worded(status) + ".title"), detail, parameter, allowed, minimum, maximum);
    }

    /** Answers with it, for servlets and filters. */
    void send(HttpServletResponse response, int status, String requestId) throws IOException {
        response.setStatus(status);
        response.setContentType(Problem.TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", language.getTag());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(of(status).json(requestId));
    }

    private static String worded(int status) {
        return WORDED.contains(status) ? Integer.toString(status) : "other";
    }
}
