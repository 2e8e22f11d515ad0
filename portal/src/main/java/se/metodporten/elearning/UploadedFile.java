package se.metodporten.elearning;

import java.nio.file.Path;

/** A file that a browser sent, whole. @param name as the browser says, without folders */
public record UploadedFile(Path path, String name, long size, String sha256) {

    /** What a form with one file has around it, at most. */
    public static final long MOST_AROUND = 64 * 1024;
}
