package se.metodporten.role.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.metodporten.role.Roles;
import se.metodporten.role.Roles.RoleToday;

/** {@code role/roles.xhtml}: what each role is and asks. */
@Named
@RequestScoped
public class RolesView {

    @Inject
    private Roles roles;

    private @Nullable List<RoleToday> today;

    public List<RoleToday> getRoles() {
        if (today == null) {
            today = roles.today();
        }
        return today;
    }
}
