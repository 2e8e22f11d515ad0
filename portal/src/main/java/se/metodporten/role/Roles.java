package se.metodporten.role;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.access.Guard;
import se.metodporten.access.Service;
import se.metodporten.common.CountyTime;

/** What each role is and asks, for whoever is signed in. */
@Service
public class Roles {

    @Inject
    private Guard guard;

    @Inject
    private RoleBook book;

    @Inject
    private Clock clock;

    /**
     * @param version what someone appointed today meets
     * @param forNewOnly whether those appointed before still keep to an earlier version, until this one's transition day
     * @param description null when none applies yet
     * @param coming versions that are decided for later days
     * @param comingDescriptions versions of the description that apply later, the nearest first
     */
    public record RoleToday(
            Role role,
            RoleVersion version,
            boolean forNewOnly,
            @Nullable Description description,
            List<RoleVersion> coming,
            List<Description> comingDescriptions) {}

    /** All roles, in their order. */
    public List<Role> all() {
        guard.requireSignedIn();
        return book.roles();
    }

    /** All roles with what counts today. */
    public List<RoleToday> today() {
        guard.requireSignedIn();
        LocalDate now = CountyTime.today(clock);
        List<Description> descriptions = book.allDescriptions();
        List<RoleVersion> versions = book.versions();
        List<RoleToday> today = new ArrayList<>();
        for (Role role : book.roles()) {
            List<RoleVersion> ofRole = versions.stream()
                    .filter(version -> version.roleId() == role.id())
                    .toList();
            List<RoleVersion> coming = ofRole.stream()
                    .filter(version -> version.validFrom().isAfter(now))
                    .toList();
            ofRole.stream()
                    .filter(version -> !version.validFrom().isAfter(now))
                    .reduce((earlier, later) -> later)
                    .ifPresent(version -> today.add(new RoleToday(
                            role,
                            version,
                            version.transition().isAfter(now),
                            applying(role, descriptions, now),
                            coming,
                            descriptions.stream()
                                    .filter(one -> one.roleId() == role.id()
                                            && one.appliesFrom().isAfter(now))
                                    .toList())));
        }
        return today;
    }

    private static @Nullable Description applying(Role role, List<Description> inOrder, LocalDate day) {
        return inOrder.stream()
                .filter(one -> one.roleId() == role.id() && !one.appliesFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
