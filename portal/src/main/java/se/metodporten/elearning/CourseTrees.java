package se.metodporten.elearning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.metodporten.common.Database;
import se.metodporten.scorm.sn.ActivityTree;

/** The parts of course versions. A published version never changes, so each is read once on each node. */
@ApplicationScoped
class CourseTrees {

    private final Map<Long, ActivityTree> known = new ConcurrentHashMap<>();

    @Inject
    private Database database;

    ActivityTree of(long versionId) {
        return known.computeIfAbsent(versionId, this::read);
    }

    private ActivityTree read(long versionId) {
        return ActivityTree.fromJson(
                database.query(handle -> handle.createQuery("select tree from course_version where id = :id")
                        .bind("id", versionId)
                        .mapTo(String.class)
                        .one()));
    }
}
