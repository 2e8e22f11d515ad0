package se.metodporten.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds who knows a kind of file. */
@ApplicationScoped
class FileKinds {

    @Inject
    @Any
    private Instance<FileContents> known;

    FileContents of(ImportKind kind) {
        return known.stream()
                .filter(contents -> contents.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows files of " + kind));
    }
}
