package se.metodporten.demo;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import se.metodporten.access.Guard;
import se.metodporten.certification.Rebuild;
import se.metodporten.common.CountyTime;
import se.metodporten.common.Database;
import se.metodporten.common.Readiness;

/**
 * Loads the demo county beside the start, once: the rows in one transaction, then their standing, which is begun again if
 * the start was killed in the middle. Until it is done the portal says that it is not ready.
 */
@ApplicationScoped
class DemoStart {

    private static final System.Logger LOG = System.getLogger(DemoStart.class.getName());

    @Inject
    @ConfigProperty(name = "metodporten.demo", defaultValue = "false")
    private boolean wanted;

    @Inject
    private DemoLoader loader;

    @Inject
    private Rebuild rebuild;

    @Inject
    private Database database;

    @Inject
    private Guard guard;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private volatile String doing = "";
    private volatile boolean ready;
    private volatile List<Readiness.DemoAccount> accounts = List.of();

    /** After the courses have been published: some have begun them. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup started) {
        if (wanted) {
            doing = "Förbereder demolänet";
            executor.submit(this::load);
        } else {
            ready = true;
        }
    }

    void tell(@Observes Readiness readiness) {
        if (!ready) {
            readiness.notYet(doing);
        }
        accounts.forEach(readiness::account);
    }

    private void load() {
        try {
            guard.asSystem("demo", () -> {
                LocalDate today = CountyTime.today(clock);
                if (!finished("rows")) {
                    doing = "Skriver 4 000 medarbetare i 243 enheter";
                    loader.load(DemoCounty.on(today), today);
                }
                if (!finished("standing")) {
                    rebuild.rebuild((done, total) -> doing = "Räknar ut läget: " + done + " av " + total + " uppdrag");
                    finish("standing");
                }
                accounts = demoAccounts();
                ready = true;
                return true;
            });
        } catch (RuntimeException | Error failed) {
            doing = "Demolänet kunde inte laddas. Se loggen.";
            LOG.log(System.Logger.Level.ERROR, "The demo county could not be loaded", failed);
        }
    }

    private boolean finished(String step) {
        return database.query(handle -> handle.createQuery("select count(*) from demo_progress where step = :step")
                        .bind("step", step)
                        .mapTo(int.class)
                        .one()
                > 0);
    }

    private void finish(String step) {
        database.execute(handle -> handle.createUpdate(
                        "insert into demo_progress (step, done, total, finished_at) values (:step, 1, 1, :now)")
                .bind("step", step)
                .bind("now", clock.instant())
                .execute());
    }

    /** In the order of what they are, as their offices and assignments say. */
    private List<Readiness.DemoAccount> demoAccounts() {
        return database.query(handle -> handle.createQuery(
                        "select who, username, :password password from demo_account order by position")
                .bind("password", DemoLoader.PASSWORD)
                .map(ConstructorMapper.of(Readiness.DemoAccount.class))
                .list());
    }
}
