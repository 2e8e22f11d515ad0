package se.metodporten.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.metodporten.common.Bilingual;
import se.metodporten.role.CourseRef;
import se.metodporten.role.Description;
import se.metodporten.role.Requirement;
import se.metodporten.role.Role;
import se.metodporten.role.RoleBook;
import se.metodporten.role.RoleVersion;
import se.metodporten.role.TrainingKind;

/** What the roles ask, by the names that a file may use. */
final class Asked {

    private final Map<String, Role> roles = new HashMap<>();
    private final Map<Requirement.Kind, Map<String, String>> codes = new HashMap<>();
    private final Map<Long, Set<Requirement.Kind>> kinds = new HashMap<>();
    private final List<RoleVersion> versions;
    private final List<Description> descriptions;

    Asked(RoleBook book) {
        versions = book.versions();
        descriptions = book.allDescriptions();
        for (Role role : book.roles()) {
            name(roles, role.code(), role);
            name(roles, role.name(), role);
        }
        Map<String, Bilingual> names = new HashMap<>();
        book.trainingKinds().forEach((TrainingKind kind) -> names.put(kind.code(), kind.name()));
        Map<String, Bilingual> courses = new HashMap<>();
        book.courses().forEach((CourseRef course) -> courses.put(course.code(), course.name()));
        for (RoleVersion version : versions) {
            for (Requirement one : version.requirements()) {
                Map<String, String> named = codes.computeIfAbsent(one.kind(), kind -> new HashMap<>());
                name(named, one.code(), one.code());
                name(named, one.text(), one.code());
                Bilingual name = (one.kind() == Requirement.Kind.COURSE ? courses : names).get(one.code());
                if (name != null) {
                    name(named, name, one.code());
                }
                kinds.computeIfAbsent(version.roleId(), role -> new HashSet<>()).add(one.kind());
            }
        }
    }

    Optional<Role> role(String named) {
        return Optional.ofNullable(roles.get(named.toLowerCase(Locale.ROOT)));
    }

    /** The requirement of one of these kinds that is called so. */
    Optional<String> code(Collection<Requirement.Kind> among, String named) {
        return among.stream()
                .sorted()
                .map(kind -> codes.getOrDefault(kind, Map.of()).get(named.toLowerCase(Locale.ROOT)))
                .filter(code -> code != null)
                .findFirst();
    }

    boolean everAsks(long role, Requirement.Kind kind) {
        return kinds.getOrDefault(role, Set.of()).contains(kind);
    }

    /** What a manager vouches for of who is appointed on a day. */
    Set<String> attestations(long role, LocalDate appointed) {
        Set<String> asked = new TreeSet<>();
        versions.stream()
                .filter(version ->
                        version.roleId() == role && !version.validFrom().isAfter(appointed))
                .reduce((earlier, later) -> later)
                .ifPresent(
                        version -> version.ofKind(Requirement.Kind.ATTESTATION).forEach(one -> asked.add(one.code())));
        return asked;
    }

    /** The description that applied when a paper was signed; before there was one, the first. */
    Optional<Description> description(long role, LocalDate signed) {
        List<Description> of = descriptions.stream()
                .filter(description -> description.roleId() == role)
                .toList();
        return of.stream()
                .filter(description -> !description.appliesFrom().isAfter(signed))
                .reduce((earlier, later) -> later)
                .or(() -> of.stream().findFirst());
    }

    private static <T> void name(Map<String, T> by, Bilingual name, T what) {
        name(by, name.sv(), what);
        name(by, name.en(), what);
    }

    private static <T> void name(Map<String, T> by, String name, T what) {
        by.putIfAbsent(name.toLowerCase(Locale.ROOT), what);
    }
}
