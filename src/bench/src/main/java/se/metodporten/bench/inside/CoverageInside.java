package se.metodporten.bench.inside;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import se.metodporten.access.Guard;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.coverage.Coverage;
import se.metodporten.coverage.CoverageFigure;
import se.metodporten.coverage.CoverageQuestion;
import se.metodporten.coverage.Level;

/**
 * One turn: today's coverage of the whole county by district, through the service that the page and the API ask, and the
 * same statements over JDBC alone. {@code ?first=sql} begins with the latter.
 */
@WebServlet("/bench/coverage")
public class CoverageInside extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final double MILLI = 1e6;
    private static final String ROLE = "method-supervisor";

    @Inject
    private transient Guard guard;

    @Inject
    private transient Coverage coverage;

    @Inject
    private transient Database database;

    @Inject
    private transient Clock clock;

    @Resource(lookup = "java:app/jdbc/metodporten")
    private transient DataSource source;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        OwnSql own = OwnSql.of(database, this::figures);
        boolean sqlFirst = "sql".equals(request.getParameter("first"));
        double sql = sqlFirst ? again(own) : 0;
        long begun = System.nanoTime();
        CoverageFigure all = CoverageFigure.sum(figures());
        double service = (System.nanoTime() - begun) / MILLI;
        sql = sqlFirst ? sql : again(own);
        try (JsonWriter answer = Json.createWriter(response.getWriter())) {
            answer.writeObject(Json.createObjectBuilder()
                    .add("inNeed", all.inNeed())
                    .add("covered", all.covered())
                    .add("statements", own.statements())
                    .add("serviceMillis", service)
                    .add("sqlMillis", sql)
                    .build());
        }
    }

    private List<CoverageFigure> figures() {
        CoverageQuestion question = CoverageQuestion.of(ROLE, CountyTime.today(clock));
        return guard.asSystem("bench", () -> coverage.figures(question, Level.DISTRICT));
    }

    private double again(OwnSql own) throws ServletException {
        long begun = System.nanoTime();
        try {
            own.sendAgain(source);
        } catch (SQLException failed) {
            throw new ServletException(failed);
        }
        return (System.nanoTime() - begun) / MILLI;
    }
}
