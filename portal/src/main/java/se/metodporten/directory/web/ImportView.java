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
import org.omnifaces.util.Faces;
import se.metodporten.common.DomainException;
import se.metodporten.common.web.Texts;
import se.metodporten.directory.ImportKind;
import se.metodporten.directory.ImportRun;
import se.metodporten.directory.Imports;

/** {@code directory/import.xhtml}: handing in a file; earlier ones. */
@Named
@RequestScoped
public class ImportView {

    @Inject
    private Imports imports;

    @Inject
    private Texts texts;

    private @Nullable ImportKind kind;
    private @Nullable Part file;
    private @Nullable List<ImportRun> runs;
    private @Nullable List<ImportKind> kinds;

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
            return "/directory/run.xhtml?faces-redirect=true&id=" + imports.begin(getKind(), name, content);
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

    public List<ImportKind> getKinds() {
        if (kinds == null) {
            kinds = imports.kinds();
        }
        return kinds;
    }

    /** Whether the reader may read every kind of file. */
    public boolean isAll() {
        return getKinds().size() == ImportKind.values().length;
    }

    /** An example of a register, to be filled in. */
    public void template() throws IOException {
        byte[] example = imports.template();
        Faces.sendFile(example, texts.get("directory.import.templateName") + ".csv", true);
    }

    public ImportKind getKind() {
        return kind == null ? getKinds().get(0) : kind;
    }

    public void setKind(@Nullable ImportKind kind) {
        this.kind = kind;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
