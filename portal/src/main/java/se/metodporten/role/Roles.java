package se.metodporten.role;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** @param description null when none applies yet */
    public record RoleToday(
            Role role, RoleVersion version, @Nullable Description description) {}

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
        Map<Long, RoleVersion> versions = new HashMap<>();
        book.versions().stream()
                .filter(version -> !version.validFrom().isAfter(now))
                .forEach(version -> versions.put(version.roleId(), version));
        List<RoleToday> today = new ArrayList<>();
        for (Role role : book.roles()) {
            RoleVersion version = versions.get(role.id());
            if (version != null) {
                today.add(new RoleToday(role, version, descriptions.get(role.id())));
            }
        }
        return today;
    }
}
