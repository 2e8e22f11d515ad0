package se.metodporten.harness;

import java.io.File;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that was packaged, with the test classes added; deployed once for the whole suite. */
@ArquillianSuiteDeployment
public class PortalDeployment {

    @Deployment
    public static WebArchive portal() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File("target/portal.war"))
                .as(WebArchive.class)
                .addPackages(true, archivePath -> isTest(archivePath.get()), "se.metodporten")
                .addAsResource(new File("../docs/statements.md"), "statements.md")
                .addAsLibraries(libraries());
    }

    /** Only classes compiled from src/test: those of the WAR are in it already. */
    private static boolean isTest(String path) {
        String file = path.replaceFirst("^/", "");
        return new File("target/test-classes", file).exists()
                && !file.contains("/architecture/")
                && !file.contains("PortalDeployment")
                && !file.contains("TestDatabase")
                && !file.contains("TestMailServer")
                && !file.contains("/rules/");
    }

    private static File[] libraries() {
        return new File("target/it-libraries").listFiles((folder, name) -> name.endsWith(".jar"));
    }
}
