package se.metodporten.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the server writes.
 *
 * @param log JSON lines, the newest file of ten
 * @param console what the server's Java itself had to say; normally next to nothing
 * @param configuration how the server is told so
 */
record LogFiles(Path log, Path console, Path configuration) {

    static LogFiles in(Path folder) throws IOException {
        Files.createDirectories(folder);
        LogFiles files = new LogFiles(
                folder.resolve("metodporten.0.json"),
                folder.resolve("console.log"),
                folder.resolve("logging.properties"));
        Files.writeString(files.configuration, String.format(Locale.ROOT, """
                handlers=java.util.logging.FileHandler
                java.util.logging.FileHandler.pattern=%s
                java.util.logging.FileHandler.formatter=fish.payara.enterprise.server.logging.JSONLogFormatter
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.limit=20000000
                java.util.logging.FileHandler.count=10
                java.util.logging.FileHandler.append=true
                .level=INFO
                com.hazelcast.level=WARNING
                org.apache.shiro.authc.AbstractAuthenticator.level=SEVERE
                org.glassfish.admin.mbeanserver.level=WARNING
                javax.enterprise.system.tools.deployment.dol.level=WARNING
                javax.enterprise.system.tools.deployment.common.level=WARNING
                """, folder.resolve("metodporten.%g.json")));
        return files;
    }
}
