package se.metodporten.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has made and the benchmarks run. */
final class Jars {

    private static final Path MODULE = Path.of(System.getProperty("metodporten.bench.module", "."))
            .toAbsolutePath()
            .normalize();

    private Jars() {}

    /** The executable jar as it is shipped for production: no database in it. */
    static Path production() {
        return built(MODULE.resolve("../launcher/target/metodporten-production.jar"));
    }

    /** The portal as it is packaged, without a server. */
    static Path portal() {
        return built(MODULE.resolve("../../portal/target/portal.war"));
    }

    /** Payara Micro as it is downloaded. */
    static Path payaraMicro() {
        return built(MODULE.resolve("target/server/payara-micro.jar"));
    }

    /** The classes of this module. */
    static Path classes() {
        return built(MODULE.resolve("target/classes"));
    }

    private static Path built(Path path) {
        Path file = path.normalize();
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is not built; src/bench/bench builds and runs");
        }
        return file;
    }
}
