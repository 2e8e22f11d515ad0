package se.metodporten.role.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.common.web.api.BadParameter;
import se.metodporten.role.Role;
import se.metodporten.role.Roles;

/** The parameter {@code role} of the API's resources: the code of a role. */
@ApplicationScoped
public class AskedRole {

    private static final String PARAMETER = "role";

    @Inject
    private Roles roles;

    /** @throws BadParameter when none is named, or one that there is not */
    public Role required(@Nullable String code) {
        List<Role> all = roles.all();
        if (code == null) {
            throw BadParameter.missing(PARAMETER, codes(all));
        }
        return named(code, all);
    }

    /** Null when none is named. */
    public @Nullable Role optional(@Nullable String code) {
        return code == null ? null : named(code, roles.all());
    }

    private static Role named(String code, List<Role> all) {
        return all.stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> BadParameter.choice(PARAMETER, codes(all)));
    }

    private static List<String> codes(List<Role> all) {
        return all.stream().map(Role::code).toList();
    }
}
