package se.metodporten.role;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     */
    public record RoleToday(
            Role role,
            RoleVersion version,
            boolean forNewOnly,
            @Nullable Description description,
            List<RoleVersion> coming) {}

    /** All roles, in their order. */
    public List<Role> all() {
        guard.requireSignedIn();
        return book.roles();
    }

    /** All roles with what counts today. */
    public List<RoleToday> today() {
        guard.requireSignedIn();
        LocalDate now = CountyTime.today(clock);
        Map<Long, Description> descriptions = book.descriptions(now);
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
                            role, version, version.transition().isAfter(now), descriptions.get(role.id()), coming)));
        }
        return today;
    }
}
