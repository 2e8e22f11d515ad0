package se.metodporten.elearning.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.metodporten.common.paper.Paper;
import se.metodporten.common.web.PaperAnswer;
import se.metodporten.common.web.Texts;
import se.metodporten.common.web.UserLanguage;
import se.metodporten.elearning.Certificate;
import se.metodporten.elearning.Courses;

/** {@code /elearning/certificate?code=}: that the reader has completed a course, to save or print. */
@WebServlet("/elearning/certificate")
public class CertificateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Courses courses;

    @Inject
    private transient Texts texts;

    @Inject
    private transient UserLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        PaperAnswer.send(response, paper(courses.certificate(code)), texts.get("elearning.certificate.file"));
    }

    private Paper paper(Certificate certificate) {
        Locale locale = language.locale();
        String course = certificate.course().in(locale);
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(new Paper.Fact(
                texts.get("elearning.certificate.day"),
                certificate.completedOn().toString()));
        Integer version = certificate.version();
        if (version != null) {
            facts.add(new Paper.Fact(texts.get("elearning.version"), version.toString()));
        }
        facts.add(new Paper.Fact(texts.get("elearning.time"), texts.of("elearning.minutes", certificate.minutes())));
        return new Paper(
                        Paper.Kind.CERTIFICATE,
                        locale,
                        texts.get("elearning.certificate.title"),
                        texts.of("elearning.certificate.about", certificate.learner(), course))
                .strong(certificate.learner())
                .text(texts.get("elearning.certificate.completed"))
                .strong(course)
                .text(certificate.summary().in(locale))
                .facts(facts)
                .text(texts.get("elearning.certificate.issued"));
    }
}
