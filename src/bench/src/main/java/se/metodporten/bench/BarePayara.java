package se.metodporten.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Payara Micro as anybody would start it, with Java's default flags; without the cluster, which the portal does not start either. */
final class BarePayara {

    private BarePayara() {}

    /** Starts it and waits until it answers. */
    static Server start(Path war) throws IOException {
        int port = Server.freePort();
        List<String> command = List.of(
                Server.java(),
                "-jar",
                Jars.payaraMicro().toString(),
                "--nocluster",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--contextroot",
                "/",
                "--deploy",
                war.toString());
        return Server.start(command, Map.of(), port, "/", war.resolveSibling("bare.out"));
    }

    /** An application of files alone. @param files by their path; a front page is always there */
    static Path war(Path file, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    war,
                    "WEB-INF/web.xml",
                    text("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\"/>"));
            put(war, "index.html", text("<!DOCTYPE html><title>Empty</title>"));
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                put(war, one.getKey(), one.getValue());
            }
        }
        return file;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream war, String name, byte[] bytes) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(bytes);
        war.closeEntry();
    }
}
