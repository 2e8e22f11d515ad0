package se.metodporten.directory.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.DomainException;
import se.metodporten.directory.ImportKind;
import se.metodporten.directory.ImportRun;
import se.metodporten.directory.Imports;

/** {@code directory/import.xhtml}: handing in a file; earlier ones. */
@Named
@RequestScoped
public class ImportView {

    @Inject
    private Imports imports;

    private ImportKind kind = ImportKind.UNITS;
    private @Nullable Part file;
    private @Nullable List<ImportRun> runs;

    public void load() {
        runs = imports.runs();
    }

    /** @return the page of the file's report */
    public String send() throws IOException {
        if (file == null || file.getSize() == 0) {
            throw DomainException.at("file", "directory.refused.noFile");
        }
        String name = Objects.requireNonNullElse(file.getSubmittedFileName(), "");
        try (InputStream content = file.getInputStream()) {
            return "/directory/run.xhtml?faces-redirect=true&id=" + imports.begin(kind, name, content);
        } finally {
            file.delete();
        }
    }

    public List<ImportRun> getRuns() {
        if (runs == null) {
            runs = imports.runs();
        }
        return runs;
    }

    public ImportKind[] getKinds() {
        return ImportKind.values();
    }

    public ImportKind getKind() {
        return kind;
    }

    public void setKind(ImportKind kind) {
        this.kind = kind;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
