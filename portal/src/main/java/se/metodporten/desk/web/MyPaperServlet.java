package se.metodporten.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.metodporten.common.web.PaperAnswer;
import se.metodporten.desk.MyData;

/** {@code /person/metodporten.pdf}: the reader's own page, to save, print or hand on. */
@WebServlet("/person/metodporten.pdf")
public class MyPaperServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient MyData data;

    @Inject
    private transient MyPaper paper;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        data.noteTakenAlong();
        PaperAnswer.send(response, paper.make(), "metodporten");
    }
}
