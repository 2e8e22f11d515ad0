package se.metodporten.common.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.metodporten.common.LanguageChosen;

/** {@code /language?to=en&back=/desk/start.xhtml}: chooses the session's language and goes back to the page. */
@WebServlet(LanguageServlet.PATH)
public class LanguageServlet extends HttpServlet {

    static final String PATH = "/language";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient UserLanguage language;

    @Inject
    private transient Event<LanguageChosen> chosen;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        language.choose(String.valueOf(request.getParameter("to")));
        chosen.fire(new LanguageChosen(language.getTag()));
        response.sendRedirect(LocalPath.of(request.getParameter("back")));
    }
}
